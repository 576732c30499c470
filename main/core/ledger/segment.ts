import type { IndexColumn, NumberColumn } from './column.ts'

/** FOCUS's four costs; every line has them. */
export const costColumns = ['billed', 'effective', 'list', 'contracted'] as const
export type CostColumn = (typeof costColumns)[number]

/** What a line may have besides; a segment in which none has it lacks the column. */
export const quantityColumns = ['pricingQuantity', 'consumedQuantity', 'commitmentQuantity'] as const
export type QuantityColumn = (typeof quantityColumns)[number]

/**
 * Whole numbers of a line: the day of the month (1–31, the provider's billing day), its charge key, its detail, the
 * second at which it begins counted from 00:00 UTC of its day (below zero where the billing day begins earlier), how many
 * seconds it lasts, and the line of the file that it was read from.
 */
export const indexColumns = ['day', 'key', 'detail', 'startSecond', 'seconds', 'sourceLine'] as const
export type IndexColumnName = (typeof indexColumns)[number]

export type SegmentColumnName = CostColumn | QuantityColumn | IndexColumnName

/** Lines of one file, one account and one month, column by column; never changed once written. */
export type Segment = {
  /** The number of the account in its file (see `FileAccount`). */
  account: number
  /** `YYYY-MM` */
  month: string
  lines: number
  /** Bit d-1 for each day d that has lines. */
  days: number
  numbers: { [N in CostColumn]: NumberColumn } & { [N in QuantityColumn]?: NumberColumn }
  indexes: { [N in IndexColumnName]: IndexColumn }
}

/** More lines than this are another segment: what is read at once stays small. */
export const MAX_SEGMENT_LINES = 262_144

/** What a line has of its own besides numbers and times: kept once where lines share it. Values as the source wrote them. */
export type LineDetail = {
  invoiceId: string | null
  invoiceDetailId: string | null
  /** ISO instants. */
  billingPeriodStart: string | null
  billingPeriodEnd: string | null
  /** Decimal text. */
  listUnitPrice: string | null
  contractedUnitPrice: string | null
  pricingCurrencyListUnitPrice: string | null
  pricingCurrencyContractedUnitPrice: string | null
  pricingCurrencyEffectiveCost: string | null
  /** Columns that FOCUS does not know (`x_…` and others), by name. */
  extra: Record<string, string> | null
}

export type FileAccount = { provider: string; accountRef: string; accountName: string | null }
