import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { AppError } from '#shared/errors/app-error.ts'
import { CsvScanner } from './csv/scan.ts'
import { readFocusHeader } from './focus/header.ts'
import { readFocusCsv } from './focus/read-csv.ts'
import type { Recognise } from './importer.ts'

/** Which importer a delivery is for. */
export const recognise: Recognise = async ({ files, answers }) => {
  const [first] = files
  if (!first) throw new AppError('import.noFile')
  const isGzip = first.name.endsWith('.gz')
  const head = new Uint8Array(1 << 16)
  const file = openSync(first.path, 'r')
  const length = readSync(file, head)
  closeSync(file)
  let header: string[] = []
  const scanner = new CsvScanner(answers.separator ?? ',', (row) => {
    if (header.length === 0) header = row.toCells()
  })
  scanner.push(isGzip ? gunzipSync(head.subarray(0, length), { finishFlush: 2 }) : head.subarray(0, length))
  scanner.finish()
  const focus = readFocusHeader(header)
  if (!focus) throw new AppError('import.notKnown', { name: first.name })
  return {
    kind: 'understood',
    source: 'focus',
    reading: {
      format: 'csv',
      compression: isGzip ? 'gzip' : 'none',
      encoding: 'utf-8',
      separator: answers.separator ?? ',',
      decimal: '.',
      dateOrder: null,
      sheet: null,
      header,
      version: focus.version,
      hasManifest: false,
      unknownColumns: [...focus.unknown],
      questions: [],
      answers,
      mappingId: null,
    },
    async read(sink, control) {
      let bytesBefore = 0
      for (const [fileIndex, { path, name }] of files.entries()) {
        const separator = answers.separator ?? ','
        const part = { path, name, fileIndex, bytesBefore, encoding: 'utf-8' as const, separator, isGzip }
        await readFocusCsv(part, answers, sink, control)
        bytesBefore += statSync(path).size
      }
    },
  }
}
