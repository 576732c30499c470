import type { LedgerCube } from '#main/ports/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'

type UnitSums = ReadonlyMap<Currency, bigint>
export type Heap = { sums: UnitSums; lines: number }

/** Exact sums of a cube's groups by what they are sorted into, each currency by itself; a null is left out. */
export function heapsBy(cube: LedgerCube, of: (group: number) => string | null): Map<string, Heap> {
  const heaps = new Map<string, { key: string; unit: Currency; at: number }>()
  const heapOf = new Int32Array(cube.groups.length)
  for (let group = 0; group < heapOf.length; group += 1) {
    const key = of(group)
    if (key === null) {
      heapOf[group] = -1
      continue
    }
    const unit = cube.groups[group]?.unit as Currency
    const id = `${unit}${key}`
    const known = heaps.get(id)
    if (!known) heaps.set(id, { key, unit, at: heaps.size })
    heapOf[group] = known?.at ?? heaps.size - 1
  }
  const added = cube.heaps(heapOf, heaps.size)
  const found = new Map<string, { sums: Map<Currency, bigint>; lines: number }>()
  for (const { key, unit, at } of heaps.values()) {
    const own = found.get(key) ?? { sums: new Map<Currency, bigint>(), lines: 0 }
    found.set(key, own)
    own.sums.set(unit, added[at]?.total ?? 0n)
    own.lines += added[at]?.lines ?? 0
  }
  return found
}

/** The organisation's own currency first. */
export const amountsOf = (sums: UnitSums, own: Currency): { currency: Currency; amount: string }[] =>
  [...sums]
    .sort(([a], [b]) => (rank(a, own) < rank(b, own) ? -1 : 1))
    .map(([currency, femtos]) => ({ currency, amount: formatDecimal(femtos) }))

const rank = (currency: Currency, own: Currency): string => (currency === own ? '' : currency)

export const currenciesIn = (sums: UnitSums, own: Currency): Currency[] =>
  [...sums.keys()].sort((a, b) => (rank(a, own) < rank(b, own) ? -1 : 1))
