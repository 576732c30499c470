import type { ledger } from '#shared/contract/ledger.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const ledgerHandlers = (_parts: Parts): HandlersOf<typeof ledger> => ({}) as HandlersOf<typeof ledger>
