import type { AccountView, ProblemView } from '#shared/contract/connections.ts'
import type { ImportAnswers, MappingSpec, ReadingView, SummaryView } from '#shared/contract/imports.ts'
import type { RateRule, RateSource } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'

/** As the contract shows it: amounts are decimal text already. */
export type StoredAccount = AccountView

export type StoredFailure = {
  endpoint: string
  region: string | null
  project: string | null
  status: 'forbidden' | 'failed'
  problem: ProblemView | null
}

/** How a parcel was read, what the person answered, and the first rows where a person has to look at them. */
export type ParcelReading = {
  view: ReadingView | null
  answers: ImportAnswers
  sample: { header: string[]; rows: string[][]; proposal: MappingSpec } | null
}

/** What reading a parcel brought to light. */
export type ParcelSummary = SummaryView

/** A rate that held when a month was closed; an account's for a rate of its act. */
type FrozenRate = {
  source: RateSource
  connectionId: string | null
  currency: Currency
  day: Day
  nominal: number
  value: string
}

export type FrozenRates = { rule: RateRule; rates: FrozenRate[] }

/** Why something failed, as an error envelope has it. */
export type StoredProblem = { code: string; details: Record<string, string | number | boolean | null> }

export type StoredActSource =
  | { kind: 'xml' | 'xlsx'; fileName: string; bytes: number }
  | { kind: 'typed'; fileName: null; bytes: 0 }
