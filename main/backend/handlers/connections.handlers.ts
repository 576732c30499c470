import { listConnections } from '#main/queries/connections.query.ts'
import type { connections } from '#shared/contract/connections.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const connectionsHandlers = ({ scopeOf }: Parts): HandlersOf<typeof connections> => ({
  'connections.list': (_, { session }) => listConnections(scopeOf(session)),
})
