import type { BillLine } from '#main/core/ledger/line.ts'
import type { Rejected } from './protocol.ts'

export type At = { fileIndex: number; line: number }

/**
 * Where every importer puts what it reads: each row is told once, as a line, as rejected, or as a total. The sink checks
 * what holds for every source (currency, period, amounts, what must be there, days that cannot be) and rejects what fails.
 * It throws AppError where going on is no use (too many rejected, columns swapped).
 */
export type LineSink = {
  /** `raw`: the row as it stood in the file, asked for only when it is rejected. */
  line(line: BillLine, at: At, raw: () => string): void
  /**
   * The line that was put in last stands for every day of its period, which the source tells of as a whole: nothing else
   * may count for those days (an API's days above all).
   */
  cover?(line: BillLine): void
  reject(rejected: Rejected): void
  /**
   * A row of totals at the foot: goes to the quarantine (`totalRow`); the amount, where it is one, is compared with
   * the sum of what was kept. `currency` null: the file's only one.
   */
  total(rejected: Rejected, said: { amount: string; currency: string | null } | null): void
}
