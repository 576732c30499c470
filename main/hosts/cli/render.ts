import type { TerminalText } from '#shared/texts/terminal.ts'

export const outputFormats = ['table', 'json', 'csv'] as const
export type OutputFormat = (typeof outputFormats)[number]

type Named<P extends string> = TerminalText extends infer T
  ? T extends `${P}.${infer N}`
    ? N
    : never
  : never
/** The names that scripts rely on; each has its words for people (`cli.*`, `column.*`). */
type Fact = Named<'cli'>
export type Column = Named<'column'>

type Value = string | number | boolean | Date | null
export type Report = Partial<Record<Fact, Value>>
/** Facts of several things, one a line. */
export type Row = Partial<Record<Column, string | number | boolean | null>>

/** The person's language: the names of the fields, yes and no, and how a moment is written. */
export type Words = {
  fact(key: Fact): string
  column(key: Column): string
  instant(ms: number): string
}

/** Values that are words of ours: a script reads them as they stand, a person in their own language. */
const spokenValues: readonly string[] = ['free', 'openElsewhere'] satisfies Fact[]

/** A table speaks the person's language; JSON and CSV keep the names of the fields. */
export function render(report: Report, format: OutputFormat, words: Words): string {
  const entries = Object.entries(report) as [Fact, Value][]
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`
  if (format === 'csv') return `${csvLine(entries.map(([key]) => key))}${csvLine(entries.map(([, v]) => v))}`
  const rows = entries.map(([key, value]) => [words.fact(key), said(value, words)] as const)
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('')
}

export function renderRows(
  rows: readonly Row[],
  columns: readonly Column[],
  format: OutputFormat,
  words: Words,
): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`
  if (format === 'csv')
    return [columns, ...rows.map((row) => columns.map((key) => row[key]))].map(csvLine).join('')
  const cell = (value: Value): string =>
    typeof value === 'boolean' ? words.column(value ? 'yes' : 'no') : said(value, words)
  const cells = rows.map((row) => columns.map((key) => cell(row[key] ?? null)))
  const table = [columns.map((key) => words.column(key)), ...cells]
  const widths = columns.map((_, at) => Math.max(...table.map((line) => line[at]?.length ?? 0)))
  const line = (line: readonly string[]): string =>
    `${line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()}\n`
  return table.map(line).join('')
}

function said(value: Value, words: Words): string {
  if (typeof value === 'boolean') return words.fact(value ? 'yes' : 'no')
  if (value instanceof Date) return words.instant(value.getTime())
  if (typeof value === 'string' && spokenValues.includes(value)) return words.fact(value as Fact)
  return value === null || value === '' ? '—' : String(value)
}

const csvLine = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** A leading sign that a spreadsheet takes for a formula is disarmed; quotes are doubled. */
function csvCell(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A negative sum is no formula. */
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)
