import { writeFile } from 'node:fs/promises'
import { csvBytes, csvPresets } from '#main/core/export/csv.ts'
import type { Sheet } from '#main/core/export/sheet.ts'
import { csvParts } from '../export/csv-file.ts'
import { xlsxParts } from '../export/xlsx-file.ts'
import type { ExportPlace } from '../exports/exports.service.ts'

type Format = { format: 'xlsx' | 'txt'; madeAtMs: number }

export async function writePostings(
  sheet: Sheet,
  { format, madeAtMs }: Format,
  { path, signal, onProgress }: Pick<ExportPlace, 'path' | 'signal' | 'onProgress'>,
) {
  const parts: Uint8Array[] = []
  const made = format === 'xlsx' ? xlsxParts(sheet, madeAtMs) : textParts(sheet)
  for await (const part of made) {
    signal.throwIfAborted()
    parts.push(part)
  }
  const bytes = Buffer.concat(parts)
  await writeFile(path, bytes, { mode: 0o600 })
  onProgress(sheet.size, sheet.size)
  return { lines: sheet.size, bytes: bytes.byteLength, problem: null }
}

async function* textParts(sheet: Sheet): AsyncGenerator<Uint8Array> {
  for await (const part of csvParts(sheet, 'oneC')) yield csvBytes(part, csvPresets.oneC)
}
