import type { KeyFields } from '#main/core/ledger/line.ts'
import type { FileAccount, LineDetail, Segment } from '#main/core/ledger/segment.ts'
import type {
  ImportAnswers,
  ImportSource,
  MappingSpec,
  ReadingView,
  SummaryView,
} from '#shared/contract/imports.ts'
import type { ErrorCode, ErrorDetails } from '#shared/errors/codes.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'

/** One delivery to read: a file, or parts and perhaps a manifest. Read in a thread of its own (importers/thread). */
export type ReadTask = {
  files: readonly { path: string; name: string }[]
  answers: ImportAnswers
  mappings: readonly { id: number; header: string; spec: MappingSpec }[]
  today: Day
}

export type Rejected = {
  fileIndex: number
  line: number
  /** The row as it stood in the file, at most 4,000 characters. */
  text: string
  /** A code of renderer/i18n/texts/imports (`reject.<code>`): badNumber, badDate, noDate, noAmount, … */
  reason: string
  column: string | null
  value: string | null
}

/** One day of an account in one currency; amounts are femtos. */
export type DaySum = {
  account: number
  day: Day
  currency: Currency
  lines: number
  billed: bigint
  effective: bigint
  list: bigint
  contracted: bigint
}

/**
 * In this order: what was recognised; then accounts, keys and details before the segments that name them by number
 * (numbers count from 0 over the whole delivery); then the end. `segment`, `keys`, `details` and `rejected` wait for their acknowledgement, a
 * few at a time, so that a slow writer holds the reader back.
 */
export type FromReader =
  | { kind: 'recognised'; source: ImportSource; reading: ReadingView }
  | { kind: 'accounts'; first: number; accounts: FileAccount[] }
  | { kind: 'keys'; first: number; keys: { account: number; fields: KeyFields }[] }
  | { kind: 'details'; first: number; entries: LineDetail[] }
  | { kind: 'segment'; segment: Segment }
  | { kind: 'rejected'; rows: Rejected[] }
  | { kind: 'progress'; bytesRead: number; rowsIn: number; rowsKept: number; rowsRejected: number }
  | { kind: 'end'; end: ReadEnd }

export type ReadEnd =
  | {
      status: 'read'
      sha256: string
      rowsIn: number
      rowsKept: number
      rowsRejected: number
      /** Without connectionIds, which the reader does not know. */
      summary: SummaryView
      days: DaySum[]
    }
  | {
      status: 'asking'
      reading: ReadingView
      sample: { header: string[]; rows: string[][]; proposal: MappingSpec }
    }
  | { status: 'failed'; code: ErrorCode; details: ErrorDetails }
