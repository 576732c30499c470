import type { Language } from '#renderer/i18n/language.ts'
import type { GridCell } from './types.ts'

const DECIMAL = /^-?\d+(?:\.\d+)?$/
/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/

export type Copied = { text: string; html: string }

const isFigure = (cell: GridCell): cell is GridCell & { exact: string } =>
  cell.exact !== undefined && DECIMAL.test(cell.exact)

/** As a spreadsheet in this language reads it: its decimal mark, no marks of thousands. */
const figureText = (exact: string, language: Language): string =>
  language === 'ru' ? exact.replace('.', ',') : exact

/** One line, without what would end a cell or a row. */
const flat = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')

function plain(cell: GridCell, language: Language): string {
  if (isFigure(cell)) return figureText(cell.exact, language)
  const text = flat(cell.exact ?? cell.text)
  return FORMULA.test(text) ? `'${text}` : text
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Excel and LibreOffice take the figure from the attributes, whatever their own decimal mark is, and text as text. */
function marked(cell: GridCell, language: Language): string {
  if (isFigure(cell)) {
    const text = figureText(cell.exact, language)
    return `<td align="right" x:num="${cell.exact}" sdval="${cell.exact}">${text}</td>`
  }
  return `<td style="mso-number-format:'\\@'">${escaped(flat(cell.exact ?? cell.text))}</td>`
}

/** Rows of cells for the clipboard: tab-separated text, and a table for spreadsheets and letters. */
export function copyText(rows: readonly (readonly GridCell[])[], language: Language): Copied {
  const text = rows.map((cells) => cells.map((cell) => plain(cell, language)).join('\t')).join('\r\n')
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => marked(cell, language)).join('')}</tr>`)
  const html = `<table xmlns:x="urn:schemas-microsoft-com:office:excel">${lines.join('')}</table>`
  return { text, html }
}
