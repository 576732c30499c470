import { setImmediate as breathe } from 'node:timers/promises'
import { type CsvCell, text } from '#main/core/export/csv.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'

/** So many rows are made at once; between two slices everybody else has a turn. */
const SLICE = 250

export async function* slicesOf(
  size: number,
  rowsOf: (offset: number, limit: number) => CsvCell[][],
): AsyncGenerator<CsvCell[][]> {
  for (let offset = 0; offset < size; offset += SLICE) {
    if (offset > 0) await breathe()
    yield rowsOf(offset, SLICE)
  }
}

export const textOrNone = (value: string | null): CsvCell =>
  value === null || value === '' ? null : text(value)

export const numberOrNone = (value: number | null): CsvCell => (value === null ? null : { number: value })

/** The organisation's own first. */
export function currenciesOf(amounts: readonly (MoneyView | null)[], { currency: own }: Scope): Currency[] {
  const others = new Set(amounts.flatMap((amount) => amount?.currency ?? []))
  return [...(others.delete(own) ? [own] : []), ...[...others].sort()]
}
