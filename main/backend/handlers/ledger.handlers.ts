import type { ledger } from '#shared/contract/ledger.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const ledgerHandlers = ({ exports }: Parts): HandlersOf<typeof ledger> =>
  ({
    'ledger.startExport': (input, { session }) => exports.start(session, input),
    'ledger.listExports': (_, { session }) => exports.list(session),
    'ledger.cancelExport': ({ id }, { session }) => exports.cancel(session, id),
    'ledger.removeExport': ({ id }, { session }) => exports.remove(session, id),
  }) as Partial<HandlersOf<typeof ledger>> as HandlersOf<typeof ledger>
