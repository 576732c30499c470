import type { Money } from '#main/core/money/money.ts'
import { compareExact, compareText } from '#main/core/rules/exact.ts'
import type { Currency } from '#shared/lib/currency.ts'

/** Names as people sort them: case aside, web-2 before web-10, Cyrillic by its alphabet. */
const collator = new Intl.Collator('ru', { numeric: true })

export const compareNames = (a: string, b: string): number => collator.compare(a, b)

export type SortKey = string | Money | number | null

type Sortable = { key: SortKey; name: string; id: string | number }

/**
 * Nulls stand last in either direction. Amounts of different currencies are not comparable, so the organisation's own
 * come first and the others after it, currency by currency. Equal keys stand by name and then by identity, always the
 * same way round, so that a page never repeats or loses a row.
 */
export function compareBy(own: Currency, direction: 'asc' | 'desc'): (a: Sortable, b: Sortable) => number {
  const sign = direction === 'asc' ? 1 : -1
  return (a, b) =>
    compareKeys(a.key, b.key, sign, own) || compareNames(a.name, b.name) || compareIds(a.id, b.id)
}

function compareKeys(a: SortKey, b: SortKey, sign: number, own: Currency): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'string' && typeof b === 'string') return sign * compareNames(a, b)
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  if (typeof a === 'object' && typeof b === 'object') {
    if (a.currency === b.currency) return sign * compareExact(a.femtos, b.femtos)
    if (a.currency === own || b.currency === own) return a.currency === own ? -1 : 1
    return compareText(a.currency, b.currency)
  }
  throw new TypeError('sort keys of different kinds')
}

const compareIds = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b))
