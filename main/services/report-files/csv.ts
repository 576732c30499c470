import { open } from 'node:fs/promises'
import { type CsvCell, csvBytes, csvPresets, csvText } from '#main/core/export/csv.ts'
import type { DocColumn, DocRow, DocTable, ReportDocument } from '#main/core/report/document.ts'
import type { CsvPresetName } from '#shared/contract/explorer.ts'
import type { Day } from '#shared/lib/day.ts'
import { sheetWords } from './sheet-words.ts'
import { createSums, leftRow, tableSlices } from './table-slices.ts'

/** One table in the form that the preset's reader expects. */
export async function writeCsv(
  { language }: ReportDocument,
  table: DocTable,
  path: string,
  preset: CsvPresetName,
  signal: AbortSignal,
): Promise<void> {
  const form = csvPresets[preset]
  const words = sheetWords[language]
  const sums = createSums(table)
  const file = await open(path, 'w', 0o600)
  const write = (rows: readonly (readonly CsvCell[])[], hasMark = false): Promise<void> =>
    file.writeFile(csvBytes(csvText(rows, { ...form, bom: hasMark && form.bom }), form))
  try {
    const hasUnits = table.columns.some(({ kind, unit }) => kind === 'money' && unit === null)
    const head = table.columns.map(({ key, title, kind, unit }): CsvCell => {
      if (form.isBare) return { text: unit && kind === 'money' ? `${key}_${unit}` : key }
      return { text: unit && kind === 'money' ? `${title}, ${unit}` : title }
    })
    const currency: CsvCell = { text: form.isBare ? 'currency' : language === 'ru' ? 'Валюта' : 'Currency' }
    const cellsOf = (row: DocRow): CsvCell[] => [
      ...table.columns.map((column, at) => cellOf(column, row, at)),
      ...(hasUnits ? [row.unit ? { text: row.unit } : null] : []),
    ]
    await write([hasUnits ? [...head, currency] : head], true)
    for await (const slice of tableSlices(table, signal)) {
      for (const row of slice) sums.add(row)
      const kept = form.isBare ? slice.filter(({ role }) => role === undefined) : slice
      await write(kept.map(cellsOf))
    }
    if (!form.isBare) {
      const left = leftRow(table, sums, words.left(table.left))
      await write([left, table.total].filter((row) => row !== null).map(cellsOf))
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

function cellOf({ kind, unit }: DocColumn, row: DocRow, at: number): CsvCell {
  const value = row.cells[at] ?? null
  if (value === null) return null
  const currency = row.unit ?? unit
  if (kind === 'text') return { text: value }
  if (kind === 'day') return { day: value as Day }
  return kind === 'money' && currency ? { amount: value, currency } : { number: value }
}
