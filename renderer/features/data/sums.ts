import type { ImportDifference, ImportView, SummaryView } from '#shared/contract/imports.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n

type Sum = { currency: Currency; lines: number; billed: string; effective: string }

/** What parts of one answer come to, each currency by itself; the largest first. */
export function sumsByCurrency(parts: SummaryView['accounts']): Sum[] {
  const sums = new Map<Currency, { lines: number; billed: bigint; effective: bigint }>()
  for (const { currency, lines, billed, effective } of parts) {
    const sum = sums.get(currency) ?? { lines: 0, billed: 0n, effective: 0n }
    sums.set(currency, {
      lines: sum.lines + lines,
      billed: sum.billed + femtos(billed),
      effective: sum.effective + femtos(effective),
    })
  }
  return [...sums]
    .sort(([, a], [, b]) => (a.billed > b.billed ? -1 : 1))
    .map(([currency, { lines, billed, effective }]) => ({
      currency,
      lines,
      billed: formatDecimal(billed),
      effective: formatDecimal(effective),
    }))
}

/** What several files of one list bill together, each currency by itself. */
export function sumsOfFiles(
  files: readonly Pick<ImportView, 'totals'>[],
): { currency: Currency; billed: string }[] {
  const sums = new Map<Currency, bigint>()
  for (const { totals } of files)
    for (const { currency, billed } of totals) sums.set(currency, (sums.get(currency) ?? 0n) + femtos(billed))
  return [...sums].map(([currency, billed]) => ({ currency, billed: formatDecimal(billed) }))
}

/** Which way an amount went, for its arrow; what is nothing stands flat. */
export function directionOf(amount: string): 'up' | 'down' | 'flat' {
  const value = femtos(amount)
  return value === 0n ? 'flat' : value < 0n ? 'down' : 'up'
}

/** Whether loading adds to something: only then can it be added to. */
export const hasBefore = (differences: readonly ImportDifference[]): boolean =>
  differences.some(({ before }) => before !== null && before.lines > 0)

/** Closed months that the file speaks of and would change, in order. */
export const closedMonths = (differences: readonly ImportDifference[]): string[] =>
  [
    ...new Set(
      differences.filter(({ isClosed, kind }) => isClosed && kind !== 'same').map(({ month }) => month),
    ),
  ].sort()
