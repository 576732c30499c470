import type { UnitGap } from '#shared/contract/business.ts'
import type { Day } from '#shared/lib/day.ts'
import { FEMTOS_PER_UNIT } from '#shared/lib/decimal.ts'
import { compareExact } from '../rules/exact.ts'
import type { BinUnits } from './bin-units.ts'
import { divideHalfEven, splitSixPlaces, toSixPlaces } from './half-even.ts'

/** A bin with what it cost, by service, and how many units there were. */
export type CostedBin = {
  from: Day
  to: Day
  cost: bigint
  hasCost: boolean
  /** Costs of all its days are here. */
  isCostWhole: boolean
  units: BinUnits
  services: ReadonlyMap<string | null, bigint>
}

export function gapOf({ hasCost, isCostWhole, units }: CostedBin): UnitGap | null {
  if (!units.isKnown) return 'noValues'
  if (!hasCost) return 'noCost'
  if (!units.isWhole || !isCostWhole) return 'partlyKnown'
  return units.up === 0n ? 'zeroUnits' : null
}

/** Costs by units, as femtos with six places. Units are femtos too: 1000 orders are 1000 × 10^15. */
export const unitCostOf = (cost: bigint, { up, down }: Pick<BinUnits, 'up' | 'down'>): bigint =>
  toSixPlaces(cost * down, up)

/** A mean of days that has no end is shown to six places. */
export const unitsToSixPlaces = ({ up, down }: Pick<BinUnits, 'up' | 'down'>): bigint =>
  toSixPlaces(up, down * FEMTOS_PER_UNIT)

/** All costs by all units. */
export function meanOf(bins: readonly CostedBin[]): bigint | null {
  const { cost, up, down } = heapOf(bins)
  return up === 0n ? null : toSixPlaces(cost * down, up)
}

type Drivers = {
  before: bigint
  after: bigint
  beforeTo: Day
  afterFrom: Day
  unitsBefore: bigint
  unitsAfter: bigint
  byUnits: bigint
  byCost: bigint
  services: { label: string | null; amount: bigint }[]
}

/**
 * Why a unit costs otherwise in the second half of the bins than in the first (of an odd number the middle one belongs
 * to the second). Units change first, at the old cost; what is left is the cost's doing, which its services share.
 */
export function driversOf(bins: readonly CostedBin[]): Drivers | null {
  const middle = Math.floor(bins.length / 2)
  const [first, second] = [bins.slice(0, middle), bins.slice(middle)]
  const [beforeTo, afterFrom] = [first.at(-1)?.to, second[0]?.from]
  if (beforeTo === undefined || afterFrom === undefined) return null
  const [a, b] = [heapOf(first), heapOf(second)]
  if (a.up === 0n || b.up === 0n) return null
  const before = toSixPlaces(a.cost * a.down, a.up)
  const after = toSixPlaces(b.cost * b.down, b.up)
  // The old cost of a bin by the new units of a bin.
  const stood = toSixPlaces(a.cost * b.down * b.bins, b.up * a.bins)
  const byUnits = stood - before
  const byCost = after - stood

  const labels = [...new Set([...a.services.keys(), ...b.services.keys()])]
  const ups = labels.map(
    (label) => ((b.services.get(label) ?? 0n) * a.bins - (a.services.get(label) ?? 0n) * b.bins) * b.down,
  )
  const amounts = splitSixPlaces(ups, b.up * a.bins, byCost)
  const services = labels
    .map((label, at) => ({ label, amount: amounts[at] ?? 0n }))
    .filter(({ amount }) => amount !== 0n)
    .sort((x, y) => compareExact(y.amount, x.amount))
  return {
    before,
    after,
    beforeTo,
    afterFrom,
    unitsBefore: unitsToSixPlaces({ up: a.up, down: a.down * a.bins }),
    unitsAfter: unitsToSixPlaces({ up: b.up, down: b.down * b.bins }),
    byUnits,
    byCost,
    services,
  }
}

/** How much more it is, of one; null where a unit cost nothing before. */
export const trendOf = ({ before, after }: Pick<Drivers, 'before' | 'after'>): bigint | null =>
  before === 0n
    ? null
    : divideHalfEven((after - before) * 1_000_000n, before < 0n ? -before : before) *
      (FEMTOS_PER_UNIT / 1_000_000n)

/** Bins as one: their units stand over a common divisor. */
function heapOf(bins: readonly CostedBin[]) {
  const services = new Map<string | null, bigint>()
  let cost = 0n
  let up = 0n
  let down = 1n
  for (const bin of bins) {
    cost += bin.cost
    up = up * bin.units.down + bin.units.up * down
    down *= bin.units.down
    const shared = commonDivisor(up, down)
    up /= shared
    down /= shared
    for (const [label, femtos] of bin.services) services.set(label, (services.get(label) ?? 0n) + femtos)
  }
  return { cost, up, down, services, bins: BigInt(bins.length) }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}
