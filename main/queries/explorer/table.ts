import { compareText } from '#main/core/rules/exact.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import type { Answer } from './answer.ts'
import type { Heap } from './side.ts'

type Keys = readonly (string | null)[]

/** The rows of an answer that have lines on either side, by unit, with what they come to as near as doubles get. */
export type Table = {
  units: ReadonlyMap<string, Int32Array>
  now: { rough: Float64Array; lines: Float64Array }
  before: { rough: Float64Array; lines: Float64Array } | null
  /** Orders that were asked for, by what they go by. */
  orders: Map<string, Int32Array>
  /** Of each unit everything, once it was asked for. */
  sums: ReadonlyMap<string, UnitSums> | null
}

export type UnitSums = { now: Heap; before: Heap | null }

export function tableOf({ rows, now, before }: Answer): Table {
  const figures = (side: typeof now) => ({ rough: side.roughly(), lines: side.lines() })
  const [own, others] = [figures(now), before && figures(before)]
  const units = new Map<string, number[]>()
  for (let row = 0; row < rows.units.length; row += 1) {
    const unit = rows.units[row] as string
    if (own.lines[row] === 0 && (others?.lines[row] ?? 0) === 0) continue
    const found = units.get(unit)
    if (found) found.push(row)
    else units.set(unit, [row])
  }
  return {
    units: new Map([...units].map(([unit, found]) => [unit, Int32Array.from(found)])),
    now: own,
    before: others,
    orders: new Map(),
    sums: null,
  }
}

/** The organisation's own currency first, the others after it. */
export const unitsOf = ({ units }: Table, own: Currency): string[] =>
  [...units.keys()].sort((a, b) => rank(a, own) - rank(b, own) || compareText(a, b))

const rank = (unit: string, own: Currency): number => (unit === own ? 0 : isCurrency(unit) ? 1 : 2)

export const compareKeys =
  (all: readonly Keys[]) =>
  (a: number, b: number): number => {
    const [one, other] = [all[a] ?? [], all[b] ?? []]
    for (const [at, key] of one.entries()) {
      const against = other[at] ?? null
      if (key === against) continue
      // What lacks the attribute stands last.
      if (key === null || against === null) return key === null ? 1 : -1
      return compareText(key, against)
    }
    return 0
  }
