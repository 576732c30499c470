import { listChanges } from '#main/queries/changes.query.ts'
import { listTypeRules, listUnrecognised } from '#main/queries/unrecognised.query.ts'
import { exportChanges } from '#main/services/export/inventory-export.ts'
import type { changes } from '#shared/contract/changes.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const changesHandlers = ({ inventory, scopeOf }: Parts): HandlersOf<typeof changes> => ({
  'changes.list': (input, { session }) => listChanges(scopeOf(session), input),
  'changes.export': (input, { session }) => exportChanges(scopeOf(session), input),
  'unrecognised.list': (input, { session }) => listUnrecognised(scopeOf(session), input),
  'unrecognised.update': (input, { session }) => inventory.updateUnrecognised(session, input),
  'unrecognised.listRules': (_, { session }) => listTypeRules(scopeOf(session)),
  'unrecognised.removeRule': ({ id }, { session }) => inventory.removeRule(session, id),
})
