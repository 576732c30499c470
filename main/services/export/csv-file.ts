import { type CsvPresetKey, csvBytes, csvPresets, csvText, text } from '#main/core/export/csv.ts'
import { createTotals, type Sheet } from '#main/core/export/sheet.ts'
import type { FileView } from '#shared/contract/values.ts'

export async function csvFile(sheet: Sheet, stem: string, presetName: CsvPresetKey): Promise<FileView> {
  const preset = csvPresets[presetName]
  const totals = createTotals(sheet)
  const plain = { ...preset, bom: false }
  let data = csvText([sheet.columns.map(({ title }) => text(title))], preset)
  for await (const slice of sheet.rows) {
    for (const row of slice) totals.add(row)
    data += csvText(slice, plain)
  }
  data += csvText([totals.row()], plain)
  const file = { fileName: `${stem}.csv`, mediaType: `text/csv;charset=${mediaCharset[preset.charset]}` }
  if (preset.charset === 'utf8') return { ...file, data, encoding: 'utf8' }
  return { ...file, data: Buffer.from(csvBytes(data, preset)).toString('base64'), encoding: 'base64' }
}

const mediaCharset = { utf8: 'utf-8', win1251: 'windows-1251' } as const
