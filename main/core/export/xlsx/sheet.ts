import type { Day } from '#shared/lib/day.ts'
import { escaped } from './styles.ts'

/** A cell of a workbook with the number of its look; amounts are exact decimal text. */
export type BookCell =
  | null
  | { text: string; look: number }
  | { number: string; look: number; formula?: string }
  | { day: Day; look: number }

export type BookSheet = {
  name: string
  /** In characters. */
  widths: readonly number[]
  isLandscape: boolean
  /** Rows that stay in sight and are printed on every page: from 1, the last of them. */
  headRow: number | null
  rows: AsyncIterable<readonly (readonly BookCell[])[]>
  /** Read when the rows are written: the filter's range, as `A5:H120`. */
  filter: () => string | null
  /** Under every printed page. */
  foot: string
}

/** Excel's own bounds: of a sheet, of a cell's text. */
export const SHEET_ROWS = 1_048_576
const MAX_TEXT = 32_767

export function columnLetter(index: number): string {
  let [rest, letters] = [index + 1, '']
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

const EPOCH = Date.UTC(1899, 11, 30)
const serial = (day: Day): number => (Date.parse(`${day}T00:00:00Z`) - EPOCH) / 86_400_000

/** The XML of a sheet, as its rows come. Optional parts stand in the order that the format prescribes. */
export async function* sheetXml(sheet: BookSheet): AsyncGenerator<string> {
  const { widths, headRow } = sheet
  const cols = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const pane =
    headRow === null
      ? ''
      : `<pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
  yield [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="13.5"/>',
    cols === '' ? '' : `<cols>${cols}</cols>`,
    '<sheetData>',
  ].join('')
  const letters = widths.map((_, i) => columnLetter(i))
  let at = 0
  for await (const slice of sheet.rows) {
    let out = ''
    for (const row of slice) {
      at += 1
      out += `<row r="${at}">`
      for (let i = 0; i < row.length; i += 1) {
        const cell = row[i]
        if (cell) out += cellXml(cell, `${letters[i] ?? columnLetter(i)}${at}`)
      }
      out += '</row>'
    }
    yield out
  }
  const filter = sheet.filter()
  yield [
    '</sheetData>',
    filter === null ? '' : `<autoFilter ref="${filter}"/>`,
    '<pageMargins left="0.79" right="0.39" top="0.39" bottom="0.59" header="0.2" footer="0.25"/>',
    `<pageSetup paperSize="9" orientation="${sheet.isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${escaped(`&L${sheet.foot.replaceAll('&', '&&')}&R&P / &N`)}</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('')
}

function cellXml(cell: NonNullable<BookCell>, ref: string): string {
  const head = cell.look === 0 ? `<c r="${ref}"` : `<c r="${ref}" s="${cell.look}"`
  if ('text' in cell) {
    const text = cell.text.length > MAX_TEXT ? `${cell.text.slice(0, MAX_TEXT - 1)}…` : cell.text
    return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  }
  if ('day' in cell) return `${head}><v>${serial(cell.day)}</v></c>`
  const formula = cell.formula === undefined ? '' : `<f>${escaped(cell.formula)}</f>`
  return `${head}>${formula}<v>${cell.number}</v></c>`
}
