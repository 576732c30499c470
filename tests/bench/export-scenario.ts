import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import type { Caller } from '#main/ports/ports.ts'
import { day } from '#shared/lib/day.ts'
import { writtenExport } from '#tests/support/written-export.ts'
import { fillLedger } from './ledger-fill.ts'
import { type Spread, spreadOf } from './measure.ts'

const CALLER: Caller = { host: 'cli', clientKey: 'owner-of-the-store' }
const MB = 1_048_576
const PAUSE_MS = 5

type Exported = {
  format: 'csv' | 'parquet'
  lines: number
  seconds: number
  megabytes: number
  /** How long a call waited that came in the middle. */
  waits: Spread
  /** How much more memory was resident at most than before. */
  grownMb: number
}

/** Writes the whole of a ledger out, each format once, while somebody else goes on asking. */
export async function runExportScenario(rows: number): Promise<Exported[]> {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-export-'))
  try {
    const ports = await fillLedger(folder, rows, () => undefined)
    const backend = await createBackend(ports)
    const exported: Exported[] = []
    for (const format of ['csv', 'parquet'] as const) exported.push(await exportOnce(backend, format))
    await backend.close()
    return exported
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function exportOnce(backend: Backend, format: 'csv' | 'parquet'): Promise<Exported> {
  const filter = { from: day('2000-01-01'), to: day('2030-12-31') }
  let isOver = false
  const beforeBytes = process.memoryUsage.rss()
  let mostBytes = beforeBytes
  const from = performance.now()
  await backend.call('people.signInAsSystem', {}, CALLER)
  const written = writtenExport(backend, CALLER, { filter, version: '1.2', format }).finally(() => {
    isOver = true
  })
  const waits: number[] = []
  while (!isOver) {
    await wait(PAUSE_MS)
    const asked = performance.now()
    await backend.call('app.getState', {}, CALLER)
    waits.push(performance.now() - asked)
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
  }
  const { lines, bytes } = await written
  return {
    format,
    lines,
    seconds: (performance.now() - from) / 1000,
    megabytes: bytes / MB,
    waits: spreadOf(waits),
    grownMb: (mostBytes - beforeBytes) / MB,
  }
}
