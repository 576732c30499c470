import { setImmediate as breathe } from 'node:timers/promises'
import type { DocRow, DocTable } from '#main/core/report/document.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

const SLICE_ROWS = 500
/** Other calls wait for one slice at most. */
const SLICE_MS = 15

/** The rows of a table in slices; whoever else has to do something gets a turn between them. */
export async function* tableSlices(table: DocTable, signal: AbortSignal): AsyncGenerator<readonly DocRow[]> {
  let slice: DocRow[] = []
  let untilMs = performance.now() + SLICE_MS
  for (const row of table.rows()) {
    slice.push(row)
    if (slice.length < SLICE_ROWS) continue
    yield slice
    slice = []
    if (performance.now() < untilMs) continue
    await breathe()
    signal.throwIfAborted()
    untilMs = performance.now() + SLICE_MS
  }
  if (slice.length > 0) yield slice
}

/** Adds up what passes, exactly: only then is a formula under it right. */
export function createSums({ columns }: DocTable) {
  const whole = columns.map(() => 0n)
  const part = columns.map(() => 0n)
  return {
    add({ cells, role }: DocRow): void {
      if (role) return
      for (const [at, { isSummed }] of columns.entries()) {
        const cell = cells[at]
        const femtos = isSummed && cell ? (parseDecimal(cell) ?? 0n) : 0n
        if (femtos === 0n) continue
        whole[at] = (whole[at] ?? 0n) + femtos
        part[at] = (part[at] ?? 0n) + femtos
      }
    },
    /** Whether the rows since the last call of `restart` come to that. */
    isPart: (at: number, amount: string): boolean => part[at] === parseDecimal(amount),
    isWhole: (at: number, amount: string): boolean => whole[at] === parseDecimal(amount),
    restart: () => part.fill(0n),
    /** What the total has and the rows have not. */
    missing: (at: number, amount: string): string =>
      formatDecimal((parseDecimal(amount) ?? 0n) - (whole[at] ?? 0n)),
  }
}

/** What the limit leaves out as a row of its own, so that the rows come to the total. Null where nothing is left out. */
export function leftRow(
  { columns, total, left }: DocTable,
  sums: ReturnType<typeof createSums>,
  label: string,
): DocRow | null {
  if (left === 0 || !total) return null
  const cells = columns.map(({ isSummed }, at) => {
    const amount = total.cells[at]
    return at === 0 ? label : isSummed && amount ? sums.missing(at, amount) : null
  })
  return { cells }
}
