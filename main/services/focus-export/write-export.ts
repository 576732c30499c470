import { open } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import { createChecker } from '#main/core/focus/check.ts'
import { customColumns } from '#main/core/focus/custom-columns.ts'
import type { FocusLine } from '#main/core/focus/focus-line.ts'
import type { FocusAccount } from '#main/core/focus/key-part.ts'
import { inLatin } from '#main/core/focus/latin.ts'
import { schemaMetadata } from '#main/core/focus/metadata.ts'
import { createFocusRows } from '#main/core/focus/row.ts'
import type { FocusVersion } from '#shared/contract/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { csvWriter } from './csv-writer.ts'
import { createCustoms } from './customs.ts'
import { parquetWriter } from './parquet-writer.ts'
import type { Put, RowWriter } from './row-writer.ts'

/** Other calls wait for one slice at most. */
const SLICE_MS = 15
const LINES_BETWEEN_LOOKS = 32
const TRIES = 3

export type ExportLine = FocusLine & { connectionId: string }

/** How many lines, and what they come to. */
export type Totals = { lines: number; billed: ReadonlyMap<Currency, bigint> }

type Task = {
  version: FocusVersion
  format: 'csv' | 'parquet'
  isLatin: boolean
  draft: string
  /** Every line, some at a time, from the beginning whenever it is asked. */
  lines(): Iterable<readonly ExportLine[]>
  totals(): Totals
  accountOf(connectionId: string): FocusAccount
  made: { id: string; atMs: number; by: string }
  signal: AbortSignal
  onProgress(lines: number, total: number): void
}

export type Written = {
  lines: number
  bytes: number
  /** Rules of FOCUS by how many rows break them: there should be none. */
  broken: Map<string, number>
  /** Recommendations likewise. */
  advised: Map<string, number>
}

/**
 * Columns of the source's own have to stand in the header before the first line. Files of one provider have them from
 * their beginning; where another turns up later, all are looked for and the file begins again. So it does when the
 * ledger has changed while it was read: what is written has the ledger's own sums. Null when there is no line at all.
 */
export async function writeExport(task: Task): Promise<Written | null> {
  const customs = createCustoms()
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const wanted = task.totals()
    if (wanted.lines === 0) return null
    const { isLate, seen, ...written } = await write(task, customs, wanted.lines)
    if (isLate) {
      await each(task, (line) => customs.note(line.detail) || true, nothingToWrite)
      tries -= 1
    } else if (isSame(wanted, seen)) return written
  }
  throw new Error('the ledger changes faster than it is written out')
}

const nothingToWrite = (): null => null

function isSame(one: Totals, other: Totals): boolean {
  if (one.lines !== other.lines) return false
  return [...one.billed].every(([currency, femtos]) => femtos === (other.billed.get(currency) ?? 0n))
}

/** Visits each line until one is refused, and gives way to others every few milliseconds. */
async function each(
  { lines, signal }: Task,
  visit: (line: ExportLine) => boolean,
  pause: () => Promise<void> | null,
): Promise<void> {
  let untilMs = performance.now() + SLICE_MS
  let visited = 0
  for (const some of lines())
    for (const line of some) {
      if (!visit(line)) return
      visited += 1
      if (visited % LINES_BETWEEN_LOOKS !== 0) continue
      const waiting = pause()
      if (waiting === null && performance.now() < untilMs) continue
      await waiting
      await breathe()
      signal.throwIfAborted()
      untilMs = performance.now() + SLICE_MS
    }
}

type Attempt = Written & { isLate: boolean; seen: Totals }

async function write(task: Task, customs: ReturnType<typeof createCustoms>, total: number): Promise<Attempt> {
  const { version, draft, isLatin } = task
  // What the first lines have, all are likely to have.
  for (const some of task.lines()) {
    for (const line of some) customs.note(line.detail)
    break
  }
  const named = customColumns(customs.names)
  const names = [...named.keys()]
  const columns = [...named.values()]
  const file = await open(draft, 'w', 0o600)
  try {
    let bytes = 0
    const put: Put = async (part) => {
      await file.writeFile(part)
      bytes += part.byteLength
    }
    const writer = writerOf(task, columns, put)
    const rowOf = createFocusRows(version)
    const checker = createChecker(version)
    const billed = new Map<Currency, bigint>()
    let lines = 0
    let isLate = false
    await each(
      task,
      (line) => {
        if (customs.note(line.detail)) {
          isLate = true
          return false
        }
        const { currency } = line.key
        lines += 1
        billed.set(currency as Currency, (billed.get(currency as Currency) ?? 0n) + line.billed)
        const told = rowOf(line, task.accountOf(line.connectionId))
        const row = isLatin ? inLatin(told) : told
        checker.check(row)
        writer.add(row, customs.valuesOf(line.detail, names))
        return true
      },
      () => {
        if (!writer.isFull()) return null
        task.onProgress(lines, total)
        return writer.flush()
      },
    )
    await writer.end()
    await file.sync()
    const [broken, advised] = [checker.broken('must'), checker.broken('should')]
    return { lines, bytes, broken, advised, isLate, seen: { lines, billed } }
  } finally {
    await file.close()
  }
}

function writerOf({ format, version, made }: Task, columns: readonly string[], put: Put): RowWriter {
  if (format === 'csv') return csvWriter(version, columns, put)
  return parquetWriter(version, columns, {
    put,
    by: made.by,
    metadata: schemaMetadata(version, columns, made),
  })
}
