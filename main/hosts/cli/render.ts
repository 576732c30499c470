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

/** A leading sign that a spreadsheet takes for a formula is disarmed; quotes are doubled. */
function csvCell(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
