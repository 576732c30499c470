import { listSnapshots } from '#main/queries/snapshots.query.ts'
import type { sync } from '#shared/contract/sync.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const syncHandlers = ({ sync: service, scopeOf }: Parts): HandlersOf<typeof sync> => ({
  'sync.start': (input, { session, caller }) =>
    service.start(session, input, caller.host === 'cli' ? 'terminal' : 'manual'),
  'sync.cancel': ({ connectionId }, { session }) => service.cancel(session, connectionId),
  'sync.list': (_, { session }) => service.list(session),
  'sync.listSnapshots': (input, { session }) => listSnapshots(scopeOf(session), input),
  'sync.updateLimits': (input) => service.updateLimits(input),
})
