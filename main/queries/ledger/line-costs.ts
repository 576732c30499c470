import type { LedgerLine, LedgerSpan } from '#main/ports/ledger.ts'
import { FEMTOS_PER_UNIT } from '#shared/lib/decimal.ts'
import { factLines } from './fact-lines.ts'
import { type LineSource, lineOfFile } from './line-runs.ts'
import type { Part } from './tiers.ts'

/** What lines cost, as far as a double tells: the order of a list, never a figure. */
type Costs = { part: Part; rows: Int32Array; values: Float64Array; facts: LedgerLine[] | null }

/** The sixteen upper bits of a double, turned so that their order is the order of numbers. */
const BUCKETS = 2 ** 16

/**
 * Lines from rank `from` to rank `to` by cost, the least first; equal ones in the order in which they are found. Nothing
 * is sorted but what lies near the page: millions of lines are gone through three times and stay where they are.
 */
export function linesByCost(
  source: LineSource,
  span: LedgerSpan,
  { from, to }: { from: number; to: number },
): LedgerLine[] {
  const all = source.tiers.parts(span).map((part) => costsOf(source, part))
  const near = nearby(all, from, to)
  const least = near.values[from - near.before] as number
  const most = near.values[to - 1 - near.before] as number
  const isEqual = (value: number) => (sorted: number) => sorted === value
  // How many lines of the least cost stand before the page, and how many of the highest belong to it.
  const firstLeast = near.before + near.values.findIndex(isEqual(least))
  let skip = from - firstLeast
  let take = to - (near.before + near.values.findIndex(isEqual(most))) - (least === most ? skip : 0)
  const found: { value: number; order: number; line: () => LedgerLine }[] = []
  for (const { part, rows, values, facts } of all)
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] as number
      if (value < least || value > most) continue
      if (value === least && skip > 0) {
        skip -= 1
        continue
      }
      if (value === most && take <= 0) continue
      if (value === most) take -= 1
      const line = () => facts?.[i] ?? lineAt(source, part, rows[i] as number)
      found.push({ value, order: found.length, line })
    }
  return found.sort((a, b) => a.value - b.value || a.order - b.order).map(({ line }) => line())
}

function lineAt(source: LineSource, part: Part, row: number): LedgerLine {
  if (!part.day) return lineOfFile(source, part, row)
  const [line] = factLines(source.tiers.read(), part.day, [part.read('billed').rows.keys[row] as number])
  if (!line) throw new Error('a daily sum without its line')
  return line
}

/** The costs around two ranks in order, and how many are below them. */
function nearby(all: readonly Costs[], from: number, to: number): { values: Float64Array; before: number } {
  const counts = new Uint32Array(BUCKETS)
  for (const { values } of all) countInto(counts, values)
  let first = 0
  let before = 0
  while (before + (counts[first] as number) <= from) before += counts[first++] as number
  let last = first
  let through = before + (counts[last] as number)
  while (through < to) through += counts[++last] as number
  const values = new Float64Array(through - before)
  let at = 0
  for (const { values: own } of all)
    for (let i = 0; i < own.length; i += 1) {
      const value = own[i] as number
      const bucket = bucketOf(value)
      if (bucket >= first && bucket <= last) values[at++] = value
    }
  return { values: values.sort(), before }
}

function countInto(counts: Uint32Array, values: Float64Array): void {
  for (let i = 0; i < values.length; i += 1) {
    const bucket = bucketOf(values[i] as number)
    counts[bucket] = (counts[bucket] as number) + 1
  }
}

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

function costsOf({ tiers, kept }: LineSource, part: Part): Costs {
  const { rows, lanes } = part.read('billed')
  const groups = kept.groupsOf(part.keys)
  const places = new Int32Array(rows.count)
  let count = 0
  for (let i = 0; i < rows.count; i += 1) {
    if (((part.mask >>> ((rows.days[i] as number) - 1)) & 1) === 0) continue
    if ((groups[rows.keys[i] as number] as number) >= 0) places[count++] = i
  }
  const found = places.subarray(0, count)
  // A sum of several lines of a day says nothing of each of them.
  const isSummed = part.day !== null && found.some((i) => rows.lines[i] !== 1)
  if (part.day && isSummed) {
    const facts = factLines(
      tiers.read(),
      part.day,
      [...found].map((i) => rows.keys[i] as number),
    )
    const values = Float64Array.from(facts, ({ billed }) => Number(billed) / Number(FEMTOS_PER_UNIT))
    return { part, rows: new Int32Array(0), values, facts }
  }
  const values = new Float64Array(count)
  for (const { weight, values: own } of lanes) {
    const unit = Number(weight) / Number(FEMTOS_PER_UNIT)
    for (let n = 0; n < count; n += 1)
      values[n] = (values[n] as number) + (own[found[n] as number] as number) * unit
  }
  return { part, rows: found, values, facts: null }
}
