import type { LedgerLine, LedgerSpan } from '#main/ports/ledger.ts'
import type { Day } from '#shared/lib/day.ts'
import { FEMTOS_PER_UNIT } from '#shared/lib/decimal.ts'
import { type Buckets, bucketsAround, collect, countBuckets, type Ranked, ranked } from './cost-order.ts'
import { type CutPart, lineParts } from './cut-parts.ts'
import { factLines } from './fact-lines.ts'
import { keptFacts, type LineSource, lineOfFile } from './line-runs.ts'
import type { Selection } from './selection.ts'
import { onesOf } from './sums.ts'
import type { Part } from './tiers.ts'

/** A segment of that many lines is read whole sooner than a line of it. */
const FEW = 1000

/** Lines in the order of their costs: of a part, or single ones. */
type Costs = { buckets: Buckets; lines: Ranked; lineAt(row: number): LedgerLine }

/**
 * Lines from rank `from` to rank `to` by cost, the least first; equal ones in the order in which they are found. Nothing
 * is sorted but what lies near the page: of millions of lines the others are counted by the upper bits of their cost.
 */
export function linesByCost(
  source: LineSource,
  span: LedgerSpan,
  { from, to }: { from: number; to: number },
): LedgerLine[] {
  const all = lineParts(source.tiers, source.kept, span).map((part) => costsOf(source, part))
  const { first, last, before } = bucketsAround(
    all.map(({ buckets }) => buckets),
    from,
    to,
  )
  const values: number[] = []
  const places: { costs: Costs; row: number }[] = []
  for (const costs of all) {
    if (!costs.buckets.numbers.some((bucket) => bucket >= first && bucket <= last)) continue
    collect(costs.lines, { first, last }, (row, value) => {
      values.push(value)
      places.push({ costs, row })
    })
  }
  return ranked(Float64Array.from(values), from - before, to - before).flatMap((at) => {
    const place = places[at]
    return place ? [place.costs.lineAt(place.row)] : []
  })
}

function costsOf(source: LineSource, part: CutPart): Costs {
  const { rows, lanes } = part.read('billed')
  const lines: Ranked = { rows, lanes, mask: part.mask, groups: source.kept.groupsOf(part) }
  if (part.day) return costsOfDay(source, part, part.day, lines)
  return {
    buckets: bucketsOf(source.kept, part, lines),
    lines,
    lineAt: (row) => lineOfFile(source, part, row, part.read('billed').rows.count > FEW),
  }
}

/** What an API told: where a daily sum speaks of several lines, it says nothing of each of them. */
function costsOfDay(source: LineSource, part: CutPart, day: Day, lines: Ranked): Costs {
  const { tiers } = source
  const { rows, groups } = lines
  const isByInvoice = part.keys.base !== undefined
  if (!isByInvoice && rows.lines.every((count) => count === 1)) {
    const lineAt = (row: number): LedgerLine => {
      const [line] = factLines(tiers.read(), day, [rows.keys[row] as number])
      if (!line) throw new Error('a daily sum without its line')
      return line
    }
    return { buckets: countBuckets(lines), lines, lineAt }
  }
  const kept = [...rows.keys].filter((key) => (groups[key] as number) >= 0)
  const facts = isByInvoice ? keptFacts(source, part) : factLines(tiers.read(), day, kept)
  const count = facts.length
  const single: Ranked = {
    rows: { count, days: new Uint8Array(count).fill(1), keys: new Int32Array(count), lines: onesOf(count) },
    lanes: [{ weight: FEMTOS_PER_UNIT, values: Float64Array.from(facts, ({ billed }) => roughly(billed)) }],
    mask: 1,
    groups: new Int32Array(1),
  }
  return { buckets: countBuckets(single), lines: single, lineAt: (row) => facts[row] as LedgerLine }
}

const roughly = (femtos: bigint): number => Number(femtos) / Number(FEMTOS_PER_UNIT)

const known = new WeakMap<Selection, Map<string, Buckets>>()

/** Lines of a segment never change, only which of its days count. */
function bucketsOf(kept: Selection, { segment, mask }: Part, lines: Ranked): Buckets {
  const made = known.get(kept) ?? new Map<string, Buckets>()
  known.set(kept, made)
  const id = `${segment?.id} ${mask}`
  const found = made.get(id) ?? countBuckets(lines)
  made.set(id, found)
  return found
}
