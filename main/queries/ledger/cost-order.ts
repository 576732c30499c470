import { FEMTOS_PER_UNIT } from '#shared/lib/decimal.ts'
import type { Lane } from './lanes.ts'
import type { Rows } from './sums.ts'

/** Lines to be put in order: those whose day is in `mask` and whose key has a group. */
export type Ranked = { rows: Rows; lanes: readonly Lane[]; mask: number; groups: Int32Array }

/** The sixteen upper bits of a double, turned so that their order is the order of numbers. */
const BUCKETS = 2 ** 16

const asDouble = new Float64Array(1)
const asBits = new Uint16Array(asDouble.buffer)
/** Bytes of a double stand in the machine's own order. */
const UPPER = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 3 : 0

function bucketOf(value: number): number {
  // Zero has two signs.
  asDouble[0] = value + 0
  const bits = asBits[UPPER] as number
  return bits & 0x8000 ? 0xffff - bits : bits | 0x8000
}

/** What lines cost, as far as a double tells: the order of a list, never a figure. */
function roughCosts({ rows, lanes }: Ranked): { values: Float64Array; unit: number } {
  const unitOf = ({ weight }: Lane): number => Number(weight) / Number(FEMTOS_PER_UNIT)
  const [only, ...more] = lanes
  if (only && more.length === 0) return { values: only.values, unit: unitOf(only) }
  const values = new Float64Array(rows.count)
  for (const lane of lanes) {
    const unit = unitOf(lane)
    for (let i = 0; i < values.length; i += 1)
      values[i] = (values[i] as number) + (lane.values[i] as number) * unit
  }
  return { values, unit: 1 }
}

/** Buckets that any line is in, and how many are. */
export type Buckets = { numbers: Uint16Array; counts: Uint32Array }

/** All zeros between two calls: a day of an API has a few lines, and there are hundreds of such days. */
const counts = new Uint32Array(BUCKETS)

export function countBuckets(ranked: Ranked): Buckets {
  const seen: number[] = []
  const { values, unit } = roughCosts(ranked)
  const { rows, mask, groups } = ranked
  for (let i = 0; i < rows.count; i += 1) {
    if (((mask >>> ((rows.days[i] as number) - 1)) & 1) === 0) continue
    if ((groups[rows.keys[i] as number] as number) < 0) continue
    const bucket = bucketOf((values[i] as number) * unit)
    if (counts[bucket] === 0) seen.push(bucket)
    counts[bucket] = (counts[bucket] as number) + 1
  }
  const numbers = Uint16Array.from(seen).sort()
  const found = { numbers, counts: Uint32Array.from(numbers, (bucket) => counts[bucket] as number) }
  for (const bucket of seen) counts[bucket] = 0
  return found
}

/** The buckets that ranks `from` to `to` lie in, and how many lines stand in those before. */
export function bucketsAround(all: readonly Buckets[], from: number, to: number) {
  const counts = new Uint32Array(BUCKETS)
  for (const { numbers, counts: own } of all)
    for (const [at, bucket] of numbers.entries())
      counts[bucket] = (counts[bucket] as number) + (own[at] as number)
  let first = 0
  let before = 0
  while (before + (counts[first] as number) <= from) before += counts[first++] as number
  let last = first
  for (let through = before + (counts[last] as number); through < to; ) through += counts[++last] as number
  return { first, last, before }
}

/** Places of the values with ranks `from` to `to`, in their order; equal ones in the order in which they stand. */
export function ranked(values: Float64Array, from: number, to: number): number[] {
  const sorted = values.slice().sort()
  const [least, most] = [sorted[from] as number, sorted[to - 1] as number]
  let skip = from - sorted.indexOf(least)
  let take = to - sorted.indexOf(most) - (least === most ? skip : 0)
  const found: number[] = []
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    if (value < least || value > most) continue
    if (value === least && skip > 0) skip -= 1
    else if (value !== most || take > 0) {
      found.push(at)
      if (value === most) take -= 1
    }
  }
  return found.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b)
}

/** The lines of some buckets, in the order in which they stand. */
export function collect(
  ranked: Ranked,
  { first, last }: { first: number; last: number },
  take: (row: number, value: number) => void,
): void {
  const { values, unit } = roughCosts(ranked)
  const { rows, mask, groups } = ranked
  for (let i = 0; i < rows.count; i += 1) {
    const value = (values[i] as number) * unit
    const bucket = bucketOf(value)
    if (bucket < first || bucket > last) continue
    if (((mask >>> ((rows.days[i] as number) - 1)) & 1) === 0) continue
    if ((groups[rows.keys[i] as number] as number) >= 0) take(i, value)
  }
}
