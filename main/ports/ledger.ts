import type { KeyFields } from '#main/core/ledger/line.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'

/**
 * The ledger's questions. Nothing else may know how facts are stored: here SQLite answers (queries/ledger),
 * a holding with billions of lines may point the same port at a server.
 */
export type LedgerDimension =
  | 'day'
  | 'month'
  | 'provider'
  | 'connection'
  | 'service'
  | 'resource'
  | 'chargeCategory'

export type LedgerMetric = 'billed' | 'effective' | 'list' | 'contracted'

export type LedgerFilter = {
  connectionIds?: readonly string[]
  providers?: readonly Provider[]
  services?: readonly string[]
  resourceIds?: readonly number[]
}

type LedgerQuestion = {
  workspaceId: string
  from: Day
  to: Day
  metric: LedgerMetric
  groupBy: readonly LedgerDimension[]
  filter?: LedgerFilter
}

/** Keys stand in the order of `groupBy`; a null key is a cost without that attribute. Currencies never share a row. */
export type LedgerRow = { keys: (string | null)[]; currency: Currency; femtos: bigint; lines: number }

export type LedgerCoverage = { connectionId: string; firstDay: Day; lastDay: Day; lines: number }

/** What a resource was billed for; the quantity is in femtos like amounts, null where not every line has one. */
export type LedgerItem = {
  label: string
  unit: string | null
  quantity: bigint | null
  currency: Currency
  femtos: bigint
}

export type Ledger = {
  aggregate(question: LedgerQuestion): LedgerRow[]
  /** One resource's bill by what is sold, the dearest first. */
  itemise(of: { workspaceId: string; resourceId: number; from: Day; to: Day }): LedgerItem[]
  coverage(workspaceId: string): LedgerCoverage[]
}

/** A line of a bill as it is kept, for lists, exports and drill-down. Amounts and quantities are femtos. */
export type LedgerLine = {
  /** `f<segment>.<index>` for lines of files, `a<fact>` for lines told by an API. */
  id: string
  day: Day
  connectionId: string
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
  importId: number | null
  sourceLine: number | null
}
