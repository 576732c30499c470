import type { CallOutput } from '#shared/contract/index.ts'
import { type Day, daysBetween, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

export type UnitCosts = CallOutput<'business.getUnitCosts'>
export type UnitBin = UnitCosts['bins'][number]
export type UnitDrivers = NonNullable<UnitCosts['drivers']>

/** The last bin that has a unit cost. */
export const lastKnown = (bins: readonly UnitBin[]): UnitBin | null =>
  bins.findLast(({ unitCost }) => unitCost !== null) ?? null

export const knownOf = (bins: readonly UnitBin[]): number =>
  bins.filter(({ unitCost }) => unitCost !== null).length

const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n

/** The least and the most that a unit cost; null where it is not known at all. */
export function extremesOf(bins: readonly UnitBin[]): { least: string; most: string } | null {
  const costs = bins.flatMap(({ unitCost }) => unitCost ?? [])
  const [first] = costs
  if (first === undefined) return null
  let [least, most] = [first, first]
  for (const cost of costs) {
    if (femtos(cost) < femtos(least)) least = cost
    if (femtos(cost) > femtos(most)) most = cost
  }
  return { least, most }
}

export const signOf = (amount: string): -1 | 0 | 1 => {
  const value = femtos(amount)
  return value > 0n ? 1 : value < 0n ? -1 : 0
}

export const differenceOf = (after: string, before: string): string =>
  formatDecimal(femtos(after) - femtos(before))

export const withoutMinus = (amount: string): string => amount.replace(/^-/, '')

/** So many services are named; those that moved the cost the other way are as telling as those that moved it. */
const NAMED = 3

type Service = UnitDrivers['services'][number]

/** The largest changes of either sign first, what is left over as one figure. */
export function namedServices(services: readonly Service[]): {
  named: Service[]
  rest: { count: number; amount: string } | null
} {
  const bySize = [...services].sort((a, b) => {
    const difference = femtos(withoutMinus(b.amount)) - femtos(withoutMinus(a.amount))
    return difference > 0n ? 1 : difference < 0n ? -1 : 0
  })
  const named = bySize.slice(0, 2 * NAMED)
  const others = bySize.slice(2 * NAMED)
  if (others.length === 0) return { named, rest: null }
  const sum = others.reduce((total, { amount }) => total + femtos(amount), 0n)
  return { named, rest: { count: others.length, amount: formatDecimal(sum) } }
}

/** A month or several, the last of which may be cut; told on an axis by its first one. */
export const isOfMonths = ({ from, to }: { from: Day; to: Day }): boolean =>
  from === firstOfMonth(from) && daysBetween(from, to) >= 7

/** Which days a bin is, as a person says it: a month by its name, a day by its date, else a range. */
export function binKind({ from, to }: { from: Day; to: Day }): 'day' | 'month' | 'range' {
  if (from === to) return 'day'
  return from === firstOfMonth(from) && to === lastOfMonth(from) ? 'month' : 'range'
}
