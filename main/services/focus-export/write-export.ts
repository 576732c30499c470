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
import { csvWriter } from './csv-writer.ts'
import { parquetWriter } from './parquet-writer.ts'
import type { Put, RowWriter } from './row-writer.ts'
import { count, emptySurvey, isSame, noteCustoms, type Survey } from './survey.ts'

/** Other calls wait for one slice at most. */
const SLICE_MS = 15
const LINES_BETWEEN_LOOKS = 32
const TRIES = 3
const NO_CUSTOMS: readonly (string | null)[] = []

export type ExportLine = FocusLine & { connectionId: string }

type Task = {
  version: FocusVersion
  format: 'csv' | 'parquet'
  isLatin: boolean
  draft: string
  /** Every line, some at a time, from the beginning whenever it is asked. */
  lines(): Iterable<readonly ExportLine[]>
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
 * Reads the lines twice: columns of their own have to stand in the header before the first line. Where the ledger has
 * changed in between, it begins again. Null when there is no line at all.
 */
export async function writeExport(task: Task): Promise<Written | null> {
  for (let tries = 1; ; tries += 1) {
    const survey = await look(task)
    if (survey.lines === 0) return null
    const { seen, ...written } = await write(task, survey)
    if (isSame(survey, seen)) return written
    if (tries === TRIES) throw new Error('the ledger changes faster than it is written out')
  }
}

/** Visits each line and gives way to others every few milliseconds. */
async function each(
  { lines, signal }: Task,
  visit: (line: ExportLine) => void,
  pause: () => Promise<void> | null,
): Promise<void> {
  let untilMs = performance.now() + SLICE_MS
  let visited = 0
  for (const some of lines())
    for (const line of some) {
      visit(line)
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

async function look(task: Task): Promise<Survey> {
  const survey = emptySurvey()
  let last: object | null = null
  await each(
    task,
    (line) => {
      count(survey, line)
      const extra = line.detail?.extra ?? null
      // Lines share their details: most say nothing new.
      if (extra !== null && extra !== last) noteCustoms(survey, extra)
      last = extra
    },
    () => null,
  )
  return survey
}

async function write(task: Task, survey: Survey): Promise<Written & { seen: Survey }> {
  const { version, draft, made } = task
  const customs = customColumns(survey.customs)
  const names = [...customs.keys()]
  const file = await open(draft, 'w', 0o600)
  try {
    let bytes = 0
    const put: Put = async (part) => {
      await file.writeFile(part)
      bytes += part.byteLength
    }
    const writer = writerOf(task, [...customs.values()], put)
    const rowOf = createFocusRows(version)
    const checker = createChecker(version)
    const seen = emptySurvey()
    await each(
      task,
      (line) => {
        count(seen, line)
        const told = rowOf(line, task.accountOf(line.connectionId))
        const row = task.isLatin ? inLatin(told) : told
        checker.check(row)
        const extra = line.detail?.extra
        writer.add(row, names.length === 0 ? NO_CUSTOMS : names.map((name) => extra?.[name] ?? null))
      },
      () => {
        if (!writer.isFull()) return null
        task.onProgress(seen.lines, survey.lines)
        return writer.flush()
      },
    )
    await writer.end()
    await file.sync()
    return {
      lines: seen.lines,
      bytes,
      broken: checker.broken('must'),
      advised: checker.broken('should'),
      seen,
    }
  } finally {
    await file.close()
  }

  function writerOf({ format }: Task, columns: readonly string[], put: Put): RowWriter {
    if (format === 'csv') return csvWriter(version, columns, put)
    return parquetWriter(version, columns, {
      put,
      by: made.by,
      metadata: schemaMetadata(version, columns, made),
    })
  }
}
