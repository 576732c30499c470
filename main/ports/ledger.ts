import type { KeyFields } from '#main/core/ledger/line.ts'
import type { Moment } from '#main/core/ledger/past.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { ConditionOp, PlainDimension } from '#shared/contract/costs.ts'
import type { DifferenceKind } from '#shared/contract/differences.ts'
import type { LedgerDimensionName } from '#shared/contract/ledger.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'

/**
 * The ledger's questions. Nothing else may know how facts are stored: here SQLite answers (queries/ledger),
 * a holding with billions of lines may point the same port at a server.
 */
export type LedgerDimension = LedgerDimensionName

export type LedgerMetric = 'billed' | 'effective' | 'list' | 'contracted'

/**
 * What the explorer's cube is cut by (shared/contract/costs), levels of hierarchies apart: whoever asks turns those into
 * the dimension that the hierarchy gathers.
 */
export type CubeDimension = PlainDimension | `tag:${string}` | `virtual:${string}`

export type LedgerCondition = { dimension: CubeDimension; op: ConditionOp; values: readonly string[] }

/** Groups of conditions: within one all hold, one of them is enough; without groups everything is kept. */
export type LedgerWhere = readonly (readonly LedgerCondition[])[]

/** Days together or apart; weeks begin on Monday. An hour is one of the provider's billing day. */
export type CubeStep = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'total'

/** What an amount is multiplied by: VAT put on or taken off. */
export type CubeFactor = { from: Day; factor: { up: bigint; down: bigint } }

export type CubeQuestion = LedgerSpan & {
  /** Quantities are summed by what they are counted in, amounts by currency. */
  metric: LedgerMetric | 'quantity'
  groupBy: readonly CubeDimension[]
  step: CubeStep
  /** By account, from which day on what holds, in order of days; an account without any is multiplied by one. */
  factors?: ReadonlyMap<string, readonly CubeFactor[]> | undefined
}

export type CubeGroup = {
  /** In the order of `groupBy`; null: without that attribute. */
  keys: readonly (string | null)[]
  /** The same for the same keys in all cubes of a family. */
  number: number
  /** A currency, or what a quantity is counted in (empty where the bill does not say). */
  unit: string
}

/** Sums by group and bin, exact; made as they are asked for, as most of many thousand groups never are. */
export type LedgerCube = {
  /** Whole weeks, months and so on even where the span cuts them; `hour` is 0–23, or null for lines that last longer. */
  bins: readonly { from: Day; to: Day; hour: number | null }[]
  groups: readonly CubeGroup[]
  /** Of one family are cubes of the same dimensions, asked for one after another. */
  family: object
  femtos(group: number, bin: number): bigint
  /** Of all bins. */
  total(group: number): bigint
  lines(group: number): number
  /** Totals of all groups as near as a double gets, to find the largest by. */
  roughly(): Float64Array
  /** Exact sums of many groups at once, by heap; `heapOf` says which heap each group belongs to (below zero: none). */
  heaps(heapOf: Int32Array, count: number): { total: bigint; byBin: bigint[]; lines: number }[]
  /** These groups will be asked for by bin: of millions of cells only those are kept that somebody looks at. */
  ahead(groups: readonly number[]): void
}

type Texts = readonly (string | null)[]

/** A filter that is there keeps what it names, an empty one nothing; a null keeps what lacks the attribute. */
export type LedgerFilter = {
  connectionIds?: readonly string[] | undefined
  providers?: readonly Provider[] | undefined
  services?: Texts | undefined
  subAccounts?: Texts | undefined
  regions?: Texts | undefined
  resourceIds?: readonly number[] | undefined
  resourceRefs?: Texts | undefined
  chargeCategories?: readonly string[] | undefined
  currencies?: readonly Currency[] | undefined
  tag?: { key: string; values: Texts } | undefined
  /** In names and numbers of resources, services, products and descriptions; letters of either case. */
  search?: string | undefined
  /** Lines of this parcel alone. */
  importId?: number | undefined
  where?: LedgerWhere | undefined
}

/** Days and keys of lines; both ends belong to it. */
export type LedgerSpan = { workspaceId: string; from: Day; to: Day; filter?: LedgerFilter | undefined }

export type LedgerQuestion = LedgerSpan & {
  metric: LedgerMetric
  groupBy: readonly LedgerDimension[]
  tagKey?: string | undefined
}

/** Keys stand in the order of `groupBy`; a null key is a cost without that attribute. Currencies never share a row. */
export type LedgerRow = { keys: (string | null)[]; currency: Currency; femtos: bigint; lines: number }

/** The largest groups, of each currency so many: by amount, or by how much it changed against other days, up or down. */
export type LedgerRanking = LedgerQuestion & {
  groupBy: readonly Exclude<LedgerDimension, 'day' | 'month'>[]
  before?: { from: Day; to: Day } | undefined
  by: 'amount' | 'change'
  top: number
}

export type LedgerRanked = {
  rows: (LedgerRow & { before: bigint })[]
  /** Of all groups that have lines on either side. */
  totals: { currency: Currency; femtos: bigint; before: bigint; lines: number; groups: number }[]
}

export type LedgerCoverage = { connectionId: string; firstDay: Day; lastDay: Day; lines: number }

/** What a resource was billed for; the quantity is in femtos like amounts, null where not every line has one. */
export type LedgerItem = {
  label: string
  unit: string | null
  quantity: bigint | null
  currency: Currency
  femtos: bigint
}

/** Which lines, and in what order. Lines of one day or one cost keep an order of their own, the same at every call. */
export type LedgerOrder = { sort: 'day' | 'cost'; isDescending: boolean }

/** A cost of a day that is not what it was; null: there was none, or is none. */
export type LedgerDifference = {
  kind: DifferenceKind
  day: Day
  connectionId: string
  service: string
  sku: string | null
  resource: string | null
  currency: Currency
  before: bigint | null
  after: bigint | null
}

type Changed = { lines: number; femtos: bigint }

export type LedgerDifferences = {
  months: ({ connectionId: string; month: string; currency: Currency } & Record<DifferenceKind, Changed>)[]
  /** The largest first; not all of them where it is cut. */
  lines: LedgerDifference[]
  isCut: boolean
}

/** A text of each resource in each dimension, in the order in which these were asked for: of several the first. */
export type LedgerDescription = {
  /** `<connection>/<number>`. */
  resources: readonly string[]
  names: TextColumn
  columns: readonly TextColumn[]
}

export type Ledger = {
  aggregate(question: LedgerQuestion): LedgerRow[]
  rank(question: LedgerRanking): LedgerRanked
  /** The explorer's question. */
  cube(question: CubeQuestion): LedgerCube
  /** How many different resources the lines name. */
  countResources(span: LedgerSpan): number
  /**
   * How many different resources have lines with each value of a dimension; null: without one. `into` says what values
   * count for instead: all that stands above them.
   */
  resourcesBy(
    of: LedgerSpan & {
      dimension: CubeDimension
      into?: (value: string | null) => readonly (string | null)[]
    },
  ): Map<string | null, number>
  /** One resource's bill by what is sold, the dearest first. */
  itemise(of: { workspaceId: string; resourceId: number; from: Day; to: Day }): LedgerItem[]
  coverage(workspaceId: string): LedgerCoverage[]
  /** What there is to choose from, of all lines that count. */
  values(of: { workspaceId: string; column: LedgerValueColumn; tagKey?: string | undefined }): string[]
  /** What bills call things beside their numbers; those without a name are left out. */
  names(of: { workspaceId: string; dimension: NamedDimension; keys: readonly string[] }): Map<string, string>
  /** What the keys that resources have on these days say of them. */
  describe(of: LedgerSpan & { dimensions: readonly CubeDimension[] }): LedgerDescription
  /** Keys of tags, and how many resources have each. */
  countTags(span: LedgerSpan): Map<string, number>
  /** Reads in steps what questions about these days will be answered from; ends early when it has changed. */
  readAhead(span: LedgerSpan): Generator<void, void>
  /** The ledger as it was at a moment against what it is now. */
  differ(of: {
    workspaceId: string
    since: Moment
    connectionId?: string | undefined
    month?: string | undefined
    kind?: DifferenceKind | undefined
  }): LedgerDifferences
  page(of: LedgerSpan & LedgerOrder & { offset: number; limit: number }): {
    items: LedgerLine[]
    total: number
  }
  /** All of them by day, some hundreds at a time. */
  lines(span: LedgerSpan): Generator<LedgerLine[]>
}

/** What has a number for machines and a name for people. */
export type NamedDimension = 'resource' | 'sku' | 'subAccount' | 'region'

export type LedgerValueColumn =
  | 'service'
  | 'subAccount'
  | 'region'
  | 'resourceRef'
  | 'chargeCategory'
  | 'tagKey'
  | 'tag'

/** A line of a bill as it is kept, for lists, exports and drill-down. Amounts and quantities are femtos. */
export type LedgerLine = {
  /** `f<segment>.<index>` for lines of files, `a<fact>` for lines told by an API. */
  id: string
  day: Day
  connectionId: string
  /** Equal for lines that share their key. */
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
