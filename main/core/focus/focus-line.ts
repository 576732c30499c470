import type { KeyFields } from '#main/core/ledger/line.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import type { Day } from '#shared/lib/day.ts'

/** What an export needs of a line of the ledger. Amounts and quantities are femtos. */
export type FocusLine = {
  day: Day
  /** One object for all lines that share it. */
  key: KeyFields
  startMs: number
  endMs: number
  billed: bigint
  effective: bigint
  list: bigint
  contracted: bigint
  pricingQuantity: bigint | null
  consumedQuantity: bigint | null
  commitmentQuantity: bigint | null
  detail: LineDetail | null
}
