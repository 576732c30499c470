import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportDocument } from '#main/core/report/document.ts'
import type { ReportFormat, ReportSpec } from '#shared/contract/report-spec.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { writeCsv } from './csv.ts'
import { checksumOf, tablesOf, writeJson } from './json.ts'
import { writePdf } from './pdf.ts'
import { writePicture } from './pictures.ts'
import { writeXlsx } from './xlsx.ts'

export type WrittenFile = { name: string; format: ReportFormat; path: string; bytes: number; sha256: string }

/** Writes the ledger's lines of the report's days and filter out as FOCUS into that file. */
export type FocusWriter = (path: string, signal: AbortSignal) => Promise<void>

export type ReportFiles = {
  document: ReportDocument
  spec: ReportSpec
  formats: readonly ReportFormat[]
  /** Exists and is empty. */
  folder: string
  /** Without an ending; safe on every system. */
  baseName: string
  signal: AbortSignal
  focus: FocusWriter
}

type Planned = { name: string; format: ReportFormat; write: (path: string) => Promise<void> }

/** Every format of a report from one document. */
export async function writeReportFiles(files: ReportFiles): Promise<WrittenFile[]> {
  const { document, formats, folder, signal } = files
  const checksum = await checksumOf(document, signal)
  const planned = formats.flatMap((format) => {
    const own = plan(files, format, checksum)
    if (own.length === 0) throw new AppError('report.empty', { format })
    return own
  })
  const written: WrittenFile[] = []
  for (const { name, format, write } of planned) {
    signal.throwIfAborted()
    const path = join(folder, name)
    await write(path)
    const { size } = await stat(path)
    written.push({ name, format, path, bytes: size, sha256: await hashOf(path) })
  }
  return written
}

/** The files of a format: tables and charts are one each where the format holds no more. */
function plan(
  { document, spec, baseName, signal, focus }: ReportFiles,
  format: ReportFormat,
  checksum: string,
): Planned[] {
  const one = (ending: string, write: Planned['write']): Planned[] => [
    { name: `${baseName}.${ending}`, format, write },
  ]
  switch (format) {
    case 'pdf':
      return one('pdf', (path) => writePdf({ document, path, checksum, signal }))
    case 'xlsx':
      return one('xlsx', (path) => writeXlsx(document, path, checksum, signal))
    case 'json':
      return one('json', (path) => writeJson(document, path, checksum, signal))
    case 'focus':
      return one('focus.csv', (path) => focus(path, signal))
    case 'csv':
      return tablesOf(document).map(({ table }, at, all) => ({
        name: `${baseName}${numberOf(at, all.length)}.csv`,
        format,
        write: (path) => writeCsv(document, table, path, spec.csvPreset, signal),
      }))
    case 'png':
    case 'svg':
      return document.blocks
        .filter((block) => block.kind === 'chart')
        .map(({ chart, title }, at, all) => ({
          name: `${baseName}${numberOf(at, all.length)}.${format}`,
          format,
          write: (path) =>
            writePicture({ chart, title, format, ...spec.picture, language: document.language, path }),
        }))
  }
}

const numberOf = (at: number, count: number): string =>
  count === 1 ? '' : `-${String(at + 1).padStart(String(count).length, '0')}`

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}
