import type { BillLine } from '#main/core/ledger/line.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import type { ImportAnswers, ImportSource, Question } from '#shared/contract/imports.ts'
import type { Decimal } from '../detect/amount.ts'
import type { Cells } from './cells.ts'
import type { Header } from './header.ts'
import type { Writing } from './row-values.ts'

/** How the rows of a table of one kind become lines of a bill. */
export type Plan = {
  /** Columns whose values tell the decimal sign, and the order of day and month. */
  amounts: readonly number[]
  dates: readonly number[]
  /** What the source writes where the values do not decide. */
  decimal: Decimal | null
  /** What the columns do not tell and nobody has answered. */
  questions: readonly Question[]
  /** The column that a total at the foot belongs to. */
  cost: number
  /** Whether that total is of what is billed, so that it can be compared. */
  totals: 'billed' | 'other'
  /** A line of a month tells the whole of that month; nothing tells its days besides. */
  coversPeriods: boolean
  /** Columns that must hold plain values. */
  needed: readonly number[]
  /** Columns that are not understood; they are kept by their names. */
  unknown: readonly number[]
  /** Throws RowFault. */
  toLine(writing: Writing): (row: Cells) => BillLine
}

export type TableSource = {
  source: ImportSource
  recognises(header: Header, sample: readonly Cells[], fileName: string): boolean
  plan(header: Header, answers: ImportAnswers, sample: readonly Cells[]): Plan
}

/** Finds columns by their names and remembers which were found: the rest is unknown. */
export class Columns {
  readonly header: Header
  readonly #found = new Set<number>()

  constructor(header: Header) {
    this.header = header
  }

  find(...names: readonly string[]): number {
    const index = this.header.find(...names)
    if (index >= 0) this.#found.add(index)
    return index
  }

  startingWith(...starts: readonly string[]): { index: number; rest: string }[] {
    const found = this.header.startingWith(...starts).filter(({ index }) => !this.#found.has(index))
    for (const { index } of found) this.#found.add(index)
    return found
  }

  unknown(): number[] {
    return this.header.names.flatMap((_, index) => (this.#found.has(index) ? [] : [index]))
  }
}

/** Columns side by side are looked at together. */
function runsOf(indexes: readonly number[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = []
  for (const index of [...new Set(indexes)].filter((at) => at >= 0).sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run?.last === index - 1) run.last = index
    else runs.push({ first: index, last: index })
  }
  return runs
}

/** What many rows share is made once for each combination of these columns' cells. */
export function cachedBy<T>(indexes: readonly number[], make: (row: Cells) => T): (row: Cells) => T {
  const runs = runsOf(indexes)
  let known = new Map<string, T>()
  return (row) => {
    let name = ''
    for (const { first, last } of runs) {
      if (row.span) name += `${row.span(first, last)}\u0001`
      else for (let index = first; index <= last; index += 1) name += `${row.cell(index)}\u0001`
    }
    let made = known.get(name)
    if (made === undefined) {
      if (known.size >= 100_000) known = new Map()
      made = make(row)
      known.set(name, made)
    }
    return made
  }
}

const noDetail: LineDetail = {
  invoiceId: null,
  invoiceDetailId: null,
  billingPeriodStart: null,
  billingPeriodEnd: null,
  listUnitPrice: null,
  contractedUnitPrice: null,
  pricingCurrencyListUnitPrice: null,
  pricingCurrencyContractedUnitPrice: null,
  pricingCurrencyEffectiveCost: null,
  extra: null,
}

/** Details by the columns that they are made of. */
export const detailBy = (
  indexes: readonly number[],
  make: (row: Cells) => Partial<LineDetail>,
): ((row: Cells) => LineDetail) => cachedBy(indexes, (row) => ({ ...noDetail, ...make(row) }))

/** Leaves out what is null; null for nothing at all. */
export function told(values: Record<string, string | null>): Record<string, string> | null {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null)
  return entries.length === 0 ? null : Object.fromEntries(entries)
}
