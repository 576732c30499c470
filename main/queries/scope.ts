import type { Ledger } from '#main/ports/ledger.ts'
import type { ReadableDb, Revision } from '#main/store/db.ts'
import type { RateRule } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import type { Background } from './background.ts'

/** Whose data a question is about, and when it is asked. Every query takes it first; none can look past the workspace. */
export type Scope = {
  db: ReadableDb
  ledger: Ledger
  workspaceId: string
  currency: Currency
  /** Of a report that has one of its own; without, the organisation's holds. */
  rateRule?: RateRule
  timeZone: string
  today: Day
  nowMs: number
  /** Of what answers kept in memory may be made; stands still while a sync of the workspace runs. */
  revision: Revision
  /** Where there is none, whoever asks waits for what takes long. */
  background?: Background
}
