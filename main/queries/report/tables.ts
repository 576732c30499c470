import type { DocColumn, DocRow, DocTable } from '#main/core/report/document.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

/** A preview shows so many rows of a table. */
const PREVIEW_ROWS = 200

type Parts = {
  columns: readonly DocColumn[]
  /** Read from the beginning each time. */
  rows(): Iterable<DocRow>
  count: number
  total?: DocRow | null
  note?: string | null
}
type Cut = { limit: number | null; isPreview: boolean }

/** A table with no more rows than are wanted; its total stays that of all. */
export function docTable({ columns, rows, count, total, note }: Parts, { limit, isPreview }: Cut): DocTable {
  const most = Math.min(limit ?? count, isPreview ? PREVIEW_ROWS : count, count)
  return {
    columns,
    rowCount: most,
    rows: most === count ? rows : () => first(rows(), most),
    total: total ?? null,
    left: count - most,
    note: note ?? null,
  }
}

function* first(rows: Iterable<DocRow>, most: number): Generator<DocRow> {
  let at = 0
  if (most === 0) return
  for (const row of rows) {
    yield row
    at += 1
    if (at === most) return
  }
}

type Column = Pick<DocColumn, 'key' | 'title'>

export const textColumn = (key: string, title: string, weight = 2): DocColumn => ({
  ...{ key, title, weight },
  ...{ kind: 'text', unit: null, isSummed: false },
})

export const plainColumn = (
  key: string,
  title: string,
  kind: 'number' | 'count' | 'share' | 'day',
  isSummed = false,
): DocColumn => ({ key, title, kind, isSummed, unit: null, weight: kind === 'number' ? 1 : 0.7 })

/** `unit` null: each row says its own currency, and no sum of the column makes sense. */
export const moneyColumn = (
  { key, title }: Column,
  unit: Currency | null,
  isSummed = unit !== null,
): DocColumn => ({
  ...{ key, title, unit, isSummed },
  ...{ kind: 'money', weight: 1 },
})

export const plus = (amounts: readonly (string | null)[]): string =>
  formatDecimal(amounts.reduce((sum, amount) => sum + femtosOf(amount), 0n))

export const minus = (one: string, other: string): string => formatDecimal(femtosOf(one) - femtosOf(other))

export const femtosOf = (amount: string | null): bigint => parseDecimal(amount ?? '0') ?? 0n
