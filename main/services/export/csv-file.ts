import { type CsvPresetKey, csvBytes, csvPresets, csvText, text } from '#main/core/export/csv.ts'
import { createFoot, type Sheet } from '#main/core/export/sheet.ts'
import type { FileView } from '#shared/contract/values.ts'

export async function csvFile(sheet: Sheet, stem: string, presetName: CsvPresetKey): Promise<FileView> {
  const preset = csvPresets[presetName]
  let data = ''
  for await (const part of csvParts(sheet, presetName)) data += part
  const file = { fileName: `${stem}.csv`, mediaType: `text/csv;charset=${mediaCharset[preset.charset]}` }
  if (preset.charset === 'utf8') return { ...file, data, encoding: 'utf8' }
  return { ...file, data: Buffer.from(csvBytes(data, preset)).toString('base64'), encoding: 'base64' }
}

const mediaCharset = { utf8: 'utf-8', win1251: 'windows-1251' } as const

/** As its rows come, so that a table of any length passes through little memory. */
export async function* csvParts(sheet: Sheet, presetName: CsvPresetKey): AsyncGenerator<string> {
  const preset = csvPresets[presetName]
  const inner = { ...preset, bom: false }
  const foot = createFoot(sheet)
  const notes = preset.isBare ? [] : (sheet.notes ?? [])
  const head = sheet.columns.map(({ title }) => text(title))
  yield csvText([...notes, ...(notes.length > 0 ? [[]] : []), head], preset)
  for await (const slice of sheet.rows) {
    for (const row of slice) foot.add(row)
    yield csvText(slice, inner)
  }
  if (!preset.isBare) yield csvText(foot.rows(), inner)
}
