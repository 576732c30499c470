import type { KeyFields } from '#main/core/ledger/line.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import type { Day } from '#shared/lib/day.ts'

/** What an export needs of a line of the ledger. Amounts and quantities are femtos. */
export type FocusLine = {
  day: Day
  /** Equal for lines that share their key, and for them alone. */
  chargeKeyId: number
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
  /** Null for what an API told: its lines are of a whole day. */
  importId: number | null
}
