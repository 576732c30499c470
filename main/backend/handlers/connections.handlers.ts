import { listConnections } from '#main/queries/connections.query.ts'
import { exportConnections } from '#main/services/export/inventory-export.ts'
import type { connections } from '#shared/contract/connections.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const connectionsHandlers = ({
  connections: service,
  scopeOf,
}: Parts): HandlersOf<typeof connections> => ({
  'connections.list': (input, { session }) => listConnections(scopeOf(session), input),
  'connections.listProviders': () => service.listProviders(),
  'connections.get': ({ id }, { session }) => service.get(session, id),
  'connections.startCheck': (input, { session }) => service.check(session, input),
  'connections.add': (input, { session }) => service.add(session, input),
  'connections.update': (input, { session }) => service.update(session, input),
  'connections.remove': (input, { session }) => service.remove(session, input),
  'connections.listRuns': ({ schedule }, { session }) => service.listRuns(session, schedule),
  'connections.export': (input, { session }) => exportConnections(scopeOf(session), input),
})
