import { csvPresets, csvText, text } from '#main/core/export/csv.ts'
import { createTotals, type Sheet } from '#main/core/export/sheet.ts'
import type { FileView } from '#shared/contract/values.ts'

/** As Excel of that language opens it by a double click. */
export async function csvFile(sheet: Sheet, stem: string, language: 'ru' | 'en'): Promise<FileView> {
  const preset = language === 'ru' ? csvPresets.excelRu : csvPresets.excelEn
  const totals = createTotals(sheet)
  const plain = { ...preset, bom: false }
  let data = csvText([sheet.columns.map(({ title }) => text(title))], preset)
  for await (const slice of sheet.rows) {
    for (const row of slice) totals.add(row)
    data += csvText(slice, plain)
  }
  data += csvText([totals.row()], plain)
  return { fileName: `${stem}.csv`, mediaType: 'text/csv;charset=utf-8', data, encoding: 'utf8' }
}
