import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DocColumn, DocTable } from '#main/core/report/document.ts'
import { writeReportFiles } from '#main/services/report-files/write-report-files.ts'
import { type ReportFormat, reportSpec } from '#shared/contract/report-spec.ts'
import { documentOf } from '#tests/support/report-documents.ts'

const MB = 1_048_576
const LOOK_MS = 5

type Written = { format: ReportFormat; seconds: number; megabytes: number; grownMb: number }

const kinds = [
  'text',
  'text',
  'text',
  'day',
  'count',
  'number',
  'money',
  'money',
  'money',
  'money',
  'share',
  'text',
] as const

/** Twelve columns of a bill, each row different. */
function billTable(rowCount: number): DocTable {
  const columns = kinds.map(
    (kind, i): DocColumn => ({
      key: `c${i}`,
      title: `Столбец ${i + 1}`,
      kind,
      unit: kind === 'money' ? 'RUB' : null,
      isSummed: kind === 'money',
      weight: kind === 'text' ? 2 : 1,
    }),
  )
  const cell = (kind: DocColumn['kind'], row: number, column: number): string => {
    if (kind === 'text') return `Облачный сервер ${row % 977}-${column}`
    if (kind === 'day') return `2026-10-${String((row % 31) + 1).padStart(2, '0')}`
    if (kind === 'count') return String(row % 744)
    if (kind === 'share') return `0.${String(row % 1000).padStart(3, '0')}`
    return `${(row * 7919 + column) % 1_000_000}.${String(row % 100).padStart(2, '0')}`
  }
  return {
    columns,
    rowCount,
    *rows() {
      for (let row = 0; row < rowCount; row += 1)
        yield { cells: columns.map(({ kind }, column) => cell(kind, row, column)) }
    },
    total: null,
    left: 0,
    note: null,
  }
}

/** Each format by itself, with how much more memory was resident meanwhile. */
export async function runReportSheets(rowCount: number): Promise<Written[]> {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-sheets-'))
  const document = documentOf([{ kind: 'table', id: 't', title: 'Детализация', table: billTable(rowCount) }])
  const spec = reportSpec.parse({ title: 'Детализация', blocks: [{ id: 't', kind: 'table' }] })
  const written: Written[] = []
  try {
    for (const format of ['xlsx', 'csv', 'json'] as const) {
      const before = process.memoryUsage.rss()
      let peak = before
      const look = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss())
      }, LOOK_MS)
      const from = performance.now()
      const [file] = await writeReportFiles({
        document,
        spec,
        formats: [format],
        folder,
        baseName: 'detail',
        signal: new AbortController().signal,
        focus: async () => undefined,
      })
      const seconds = (performance.now() - from) / 1000
      clearInterval(look)
      written.push({
        format,
        seconds,
        megabytes: statSync(file?.path ?? '').size / MB,
        grownMb: (peak - before) / MB,
      })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return written
}
