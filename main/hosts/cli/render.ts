export const outputFormats = ['table', 'json', 'csv'] as const
export type OutputFormat = (typeof outputFormats)[number]

/** The facts that commands report, under the names that scripts rely on. */
export type Report = Partial<{
  version: string
  organisation: string
  dataFolder: string
  storeBytes: number
  store: 'free' | 'openElsewhere'
  holder: number | null
  heldSince: Date | null
  organisations: number
  hasDemo: boolean
  connections: number
  resources: number
  costLines: number
  firstDay: string | null
  lastDay: string | null
  backup: string
  backupAt: Date
  keptAs: string | null
  synced: number
  syncedInPart: number
  notSynced: number
}>

/** The person's language: the names of the fields, yes and no, and how a moment is written. */
export type Words = {
  name(key: keyof Report | NonNullable<Report['store']> | 'yes' | 'no'): string
  instant(ms: number): string
}

/** A table speaks the person's language; JSON and CSV keep the names of the fields. */
export function render(report: Report, format: OutputFormat, words: Words): string {
  const entries = Object.entries(report) as [keyof Report, string | number | boolean | Date | null][]
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`
  if (format === 'csv') {
    const line = (cells: readonly unknown[]): string => cells.map(csvCell).join(',')
    return `${line(entries.map(([key]) => key))}\r\n${line(entries.map(([, value]) => value))}\r\n`
  }
  const say = (value: (typeof entries)[number][1]): string => {
    if (value === 'free' || value === 'openElsewhere') return words.name(value)
    if (typeof value === 'boolean') return words.name(value ? 'yes' : 'no')
    if (value instanceof Date) return words.instant(value.getTime())
    return value === null ? '—' : String(value)
  }
  const rows = entries.map(([key, value]) => [words.name(key), say(value)] as const)
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('')
}

/** Facts of several things, one a line; a table speaks the person's language. */
export type Row = Record<string, string | number | null>

export function renderRows(
  rows: readonly Row[],
  format: OutputFormat,
  name: (key: string) => string,
): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`
  const keys = Object.keys(rows[0] ?? {})
  if (format === 'csv') {
    const lines = [keys, ...rows.map((row) => keys.map((key) => row[key]))]
    return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
  }
  const table = [keys.map(name), ...rows.map((row) => keys.map((key) => String(row[key] ?? '—')))]
  const widths = keys.map((_, at) => Math.max(...table.map((cells) => cells[at]?.length ?? 0)))
  return table
    .map(
      (cells) =>
        `${cells
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

/** A leading sign that a spreadsheet takes for a formula is disarmed; quotes are doubled. */
function csvCell(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
