import { getImport, listImports } from '#main/queries/imports.query.ts'
import { getCoverage } from '#main/queries/imports-coverage.query.ts'
import { listRejected } from '#main/queries/imports-rejected.query.ts'
import { getFolder, listMappings } from '#main/queries/imports-settings.query.ts'
import { exportRejected } from '#main/services/export/inventory-export.ts'
import type { imports } from '#shared/contract/imports.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const importsHandlers = ({ imports: service, scopeOf }: Parts): HandlersOf<typeof imports> => ({
  'imports.start': (input, { session, caller }) =>
    service.start(session, input, caller.host === 'cli' ? 'terminal' : 'window'),
  'imports.list': (input, { session }) => listImports(scopeOf(session), input, service.progressOf),
  'imports.get': ({ id }, { session }) => getImport(scopeOf(session), id, service.progressOf),
  'imports.getSample': ({ id }, { session }) => service.getSample(session, id),
  'imports.answer': (input, { session }) => service.answer(session, input),
  'imports.commit': (input, { session }) => service.commit(session, input),
  'imports.cancel': ({ id }, { session }) => service.cancel(session, id),
  'imports.resume': ({ id }, { session }) => service.resume(session, id),
  'imports.remove': ({ id }, { session }) => service.remove(session, id),
  'imports.withdraw': ({ id }, { session }) => service.withdraw(session, id),
  'imports.listRejected': (input, { session }) => listRejected(scopeOf(session), input),
  'imports.exportRejected': (input, { session }) => exportRejected(scopeOf(session), input),
  'imports.getCoverage': (input, { session }) => getCoverage(scopeOf(session), input),
  'imports.listMappings': (_, { session }) => listMappings(scopeOf(session)),
  'imports.updateMapping': (input, { session }) => service.updateMapping(session, input),
  'imports.removeMapping': ({ id }, { session }) => service.removeMapping(session, id),
  'imports.getFolder': (_, { session }) => getFolder(scopeOf(session)),
  'imports.updateFolder': (input, { session }) => service.updateFolder(session, input),
})
