import { serial } from '../detect/date.ts'
import { numberText } from './number-text.ts'
import type { Workbook } from './workbook.ts'
import { unescapeXml, XmlScanner } from './xml.ts'

const DAYS_1904 = 1462
const CELL = /\br\s*=\s*["']([A-Z]{1,3})(\d+)["']/
const ROW = /\br\s*=\s*["'](\d+)["']/
const STYLE = /\bs\s*=\s*["'](\d+)["']/
const TYPE = /\bt\s*=\s*["'](\w+)["']/
const COLUMNS = 16_384

const columnOf = (letters: string): number => {
  let number = 0
  for (let i = 0; i < letters.length; i += 1) number = number * 26 + letters.charCodeAt(i) - 64
  return number - 1
}

/** Tells the rows of a sheet's XML: the texts of their cells, numbers as exact text, dates as ISO text. */
export function sheetScanner(workbook: Workbook, onRow: (cells: string[], line: number) => void): XmlScanner {
  let cells: string[] = []
  let line = 0
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let isIn = false

  const textOf = (): string => {
    if (type === 's') return workbook.strings[Number(value)] ?? ''
    if (type === 'n' && value !== '') {
      if (workbook.isDate[style]) return dateText(value, workbook.is1904) ?? numberText(value)
      return numberText(value)
    }
    if (type === 'b') return value === '1' ? 'true' : 'false'
    return unescapeXml(value)
  }

  return new XmlScanner({
    open(tag, attributes) {
      if (tag === 'row') {
        line = Number(ROW.exec(attributes)?.[1] ?? line + 1)
        cells = []
        column = -1
      } else if (tag === 'c') {
        const place = CELL.exec(attributes)
        column = place ? columnOf(place[1] as string) : column + 1
        type = TYPE.exec(attributes)?.[1] ?? 'n'
        style = Number(STYLE.exec(attributes)?.[1] ?? 0)
        value = ''
      } else if (tag === 'v' || tag === 't') isIn = true
    },
    close(tag) {
      if (tag === 'v' || tag === 't') isIn = false
      else if (tag === 'c') {
        const text = textOf()
        if (text === '' || column >= COLUMNS) return
        while (cells.length < column) cells.push('')
        cells[column] = text
      } else if (tag === 'row') onRow(cells, line)
    },
    text(piece) {
      if (isIn) value += piece
    },
  })
}

function dateText(value: string, is1904: boolean): string | null {
  const found = serial(Number(value) + (is1904 ? DAYS_1904 : 0))
  if (!found) return null
  const iso = new Date(found.ms).toISOString()
  return found.grain === 'day' ? iso.slice(0, 10) : iso.slice(0, 19)
}
