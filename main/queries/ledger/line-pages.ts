import type { LedgerLine, LedgerOrder, LedgerSpan } from '#main/ports/ledger.ts'
import { linesByCost } from './line-costs.ts'
import { chunksOfRun, type LineSource, linesOfRun, runsByDay } from './line-runs.ts'

/** Of one page there are never more. */
const AT_ONCE = 500

type Page = { offset: number; limit: number }

/** Counted from the other end, and turned round, for the opposite order. */
export function readPage(
  source: LineSource,
  of: LedgerSpan & LedgerOrder & Page,
): { items: LedgerLine[]; total: number } {
  const runs = runsByDay(source, of)
  const total = runs.reduce((sum, { count }) => sum + count, 0)
  const from = of.isDescending ? Math.max(0, total - of.offset - of.limit) : of.offset
  const to = of.isDescending ? Math.max(0, total - of.offset) : Math.min(total, of.offset + of.limit)
  if (from >= to) return { items: [], total }
  const items =
    of.sort === 'cost' ? linesByCost(source, of, { from, to }) : linesByDay(source, runs, { from, to })
  return { items: of.isDescending ? items.reverse() : items, total }
}

function linesByDay(
  source: LineSource,
  runs: ReturnType<typeof runsByDay>,
  { from, to }: { from: number; to: number },
): LedgerLine[] {
  const items: LedgerLine[] = []
  let before = 0
  for (const run of runs) {
    if (before >= to) break
    const first = Math.max(0, from - before)
    const count = Math.min(run.count, to - before) - first
    if (count > 0) items.push(...linesOfRun(source, run, first, count))
    before += run.count
  }
  return items
}

/** Everything, in the order of days. */
export function* everyLine(source: LineSource, span: LedgerSpan): Generator<LedgerLine[]> {
  for (const run of runsByDay(source, span)) yield* chunksOfRun(source, run, AT_ONCE)
}
