import { open } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import { type CsvCell, csvBytes, csvPresets } from '#main/core/export/csv.ts'
import type { Sheet } from '#main/core/export/sheet.ts'
import { csvParts } from '#main/services/export/csv-file.ts'
import { xlsxParts } from '#main/services/export/xlsx-file.ts'
import type { CsvPresetName } from '#shared/contract/explorer.ts'
import type { ExportPlace } from '../exports/exports.service.ts'

/** Other calls wait for one slice at most. */
const SLICE_MS = 15

type Format = { format: 'xlsx' | 'csv'; preset: CsvPresetName; madeAtMs: number }

/** A table into a file, as its rows come. */
export async function writeTable(
  sheet: Sheet,
  { format, preset, madeAtMs }: Format,
  { path, signal, onProgress }: Pick<ExportPlace, 'path' | 'signal' | 'onProgress'>,
): Promise<{ lines: number; bytes: number }> {
  let lines = 0
  let untilMs = performance.now() + SLICE_MS
  async function* rows(): AsyncGenerator<readonly CsvCell[][]> {
    for await (const slice of sheet.rows) {
      yield slice
      lines += slice.length
      if (performance.now() < untilMs) continue
      onProgress(lines, sheet.size)
      await breathe()
      signal.throwIfAborted()
      untilMs = performance.now() + SLICE_MS
    }
  }
  const told = { ...sheet, rows: rows() }
  const parts = format === 'xlsx' ? xlsxParts(told, madeAtMs) : csvBytesOf(told, preset)
  const file = await open(path, 'w', 0o600)
  try {
    let bytes = 0
    for await (const part of parts) {
      await file.writeFile(part)
      bytes += part.byteLength
    }
    await file.sync()
    return { lines, bytes }
  } finally {
    await file.close()
  }
}

async function* csvBytesOf(sheet: Sheet, preset: CsvPresetName): AsyncGenerator<Uint8Array> {
  for await (const part of csvParts(sheet, preset)) yield csvBytes(part, csvPresets[preset])
}
