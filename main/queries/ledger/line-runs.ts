import type { LedgerLine, LedgerSpan } from '#main/ports/ledger.ts'
import { type CutPart, lineParts } from './cut-parts.ts'
import { factLines } from './fact-lines.ts'
import { fileLine } from './file-lines.ts'
import type { Selection } from './selection.ts'
import { DAYS } from './sums.ts'
import type { Part, Tiers } from './tiers.ts'

/** Lines of one day that stand together: of a segment, or told by an API. `dayOfMonth` as in segments. */
type Run = { part: CutPart; dayOfMonth: number; count: number }

/** Where lines are looked up: the ledger of an organisation and what its filter keeps. */
export type LineSource = { tiers: Tiers; kept: Selection }

/** By day, within a day in the order of segments and keys: the order of lines that does not change. */
export function runsByDay({ tiers, kept }: LineSource, span: LedgerSpan): Run[] {
  const runs: Run[] = []
  for (const [, parts] of Map.groupBy(lineParts(tiers, kept, span), ({ month }) => month)) {
    const counted = parts.map((part) => ({ part, counts: countByDay(part, kept) }))
    for (let day = 1; day < DAYS; day += 1)
      for (const { part, counts } of counted) {
        const count = (part.mask >>> (day - 1)) & 1 ? (counts[day] as number) : 0
        if (count > 0) runs.push({ part, dayOfMonth: day, count })
      }
  }
  return runs
}

const counted = new WeakMap<Selection, Map<string, Int32Array>>()

/** Lines that a filter keeps, by day of the month. Those of a segment never change. */
function countByDay(part: CutPart, kept: Selection): Int32Array {
  const { segment, stretches, read } = part
  const known = counted.get(kept) ?? new Map<string, Int32Array>()
  counted.set(kept, known)
  const id = segment && [segment.id, ...stretches].join()
  const found = id && known.get(id)
  if (found) return found
  const counts = new Int32Array(DAYS)
  const groups = kept.groupsOf(part)
  const { count, days, keys: numbers, lines } = read('billed').rows
  for (let i = 0; i < count; i += 1) {
    const day = days[i] as number
    if ((groups[numbers[i] as number] as number) >= 0)
      counts[day] = (counts[day] as number) + (lines[i] as number)
  }
  if (id) known.set(id, counts)
  return counts
}

/** From line `from` of the run on, so many of them. */
export function linesOfRun(
  source: LineSource,
  { part, dayOfMonth }: Run,
  from: number,
  count: number,
): LedgerLine[] {
  return part.segment
    ? rowsOfDay(source, part, dayOfMonth, { from, count }).map((at) => lineOfFile(source, part, at))
    : factsOfDay(source, part, { from, count })
}

/** All of the run, so many lines at a time. */
export function* chunksOfRun(source: LineSource, run: Run, size: number): Generator<LedgerLine[]> {
  const { part, dayOfMonth, count } = run
  const rows = part.segment ? rowsOfDay(source, part, dayOfMonth, { from: 0, count }) : null
  for (let from = 0; from < count; from += size)
    yield rows
      ? rows.slice(from, from + size).map((at) => lineOfFile(source, part, at))
      : linesOfRun(source, run, from, Math.min(size, count - from))
}

export function lineOfFile(
  { tiers }: LineSource,
  { segment }: Part,
  at: number,
  isAlone = false,
): LedgerLine {
  if (!segment) throw new Error('not a line of a file')
  return fileLine(tiers, segment, at, isAlone)
}

function rowsOfDay(
  { kept }: LineSource,
  part: CutPart,
  dayOfMonth: number,
  { from, count }: { from: number; count: number },
): number[] {
  const found: number[] = []
  const groups = kept.groupsOf(part)
  const { rows } = part.read('billed')
  let before = 0
  for (let i = 0; i < rows.count && found.length < count; i += 1) {
    if (rows.days[i] !== dayOfMonth || (groups[rows.keys[i] as number] as number) < 0) continue
    if (before >= from) found.push(i)
    before += 1
  }
  return found
}

/** What an API told of a day, of those invoices that are kept. */
export function keptFacts({ tiers, kept }: LineSource, part: CutPart): LedgerLine[] {
  const { keys, day } = part
  const groups = kept.groupsOf(part)
  const invoices = keys.invoices ?? { texts: [], places: new Int32Array(keys.size) }
  const wanted = new Set<number>()
  const pairs = new Set<string>()
  for (const own of part.read('billed').rows.keys) {
    if ((groups[own] as number) < 0) continue
    const key = keys.base?.of?.[own] ?? own
    wanted.add(key)
    pairs.add(pairOf(key, invoices.texts[(invoices.places[own] as number) - 1] ?? null))
  }
  if (!day || wanted.size === 0) return []
  return factLines(tiers.read(), day, [...wanted]).filter(({ chargeKeyId, detail }) =>
    pairs.has(pairOf(chargeKeyId, detail?.invoiceId ?? null)),
  )
}

const pairOf = (key: number, invoice: string | null): string => JSON.stringify([key, invoice])

function factsOfDay(source: LineSource, part: CutPart, page: { from: number; count: number }) {
  const { day } = part
  if (!day) return []
  if (part.keys.base) return keptFacts(source, part).slice(page.from, page.from + page.count)
  const { tiers, kept } = source
  const groups = kept.groupsOf(part)
  const { rows } = part.read('billed')
  const wanted: number[] = []
  let before = 0
  let skipped = 0
  for (let i = 0; i < rows.count && before < page.from + page.count; i += 1) {
    const key = rows.keys[i] as number
    if ((groups[key] as number) < 0) continue
    const lines = rows.lines[i] as number
    if (before + lines > page.from) wanted.push(key)
    else skipped = before + lines
    before += lines
  }
  return factLines(tiers.read(), day, wanted).slice(page.from - skipped, page.from - skipped + page.count)
}
