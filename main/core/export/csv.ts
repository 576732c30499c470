import { type Currency, currencyPlaces } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { encode1251, in1251 } from './win1251.ts'

/**
 * How a CSV file is written for its reader. Excel takes separator and decimal mark from the system's regional settings,
 * reads UTF-8 only after a byte order mark, and forgets the mark when the file begins with a `sep=` line: no preset has one.
 */
type CsvPreset = {
  charset: 'utf8' | 'win1251'
  bom: boolean
  separator: ';' | ',' | '\t'
  decimal: ',' | '.'
  days: 'dd.mm.yyyy' | 'iso'
  /** A spreadsheet would run text that begins like a formula and cut numbers longer than fifteen digits. */
  guardsText: boolean
  /** The rows under their head and nothing else: a sum below would be taken for one more row. */
  isBare: boolean
}

export const csvPresets = {
  excelRu: {
    charset: 'utf8',
    bom: true,
    separator: ';',
    decimal: ',',
    days: 'dd.mm.yyyy',
    guardsText: true,
    isBare: false,
  },
  excelEn: {
    charset: 'utf8',
    bom: true,
    separator: ',',
    decimal: '.',
    days: 'iso',
    guardsText: true,
    isBare: false,
  },
  /** For programs: values exactly as they are, so text is not guarded. */
  machine: {
    charset: 'utf8',
    bom: false,
    separator: ',',
    decimal: '.',
    days: 'iso',
    guardsText: false,
    isBare: true,
  },
  /** For 1C and older programs, and still opened by Excel. */
  win1251: {
    charset: 'win1251',
    bom: false,
    separator: ';',
    decimal: ',',
    days: 'dd.mm.yyyy',
    guardsText: true,
    isBare: false,
  },
  /** What 1C takes from its clipboard and from text files; it would read a guard as part of the text. */
  oneC: {
    charset: 'win1251',
    bom: false,
    separator: '\t',
    decimal: ',',
    days: 'dd.mm.yyyy',
    guardsText: false,
    isBare: true,
  },
} as const satisfies Record<string, CsvPreset>
export type CsvPresetKey = keyof typeof csvPresets

/** As Excel of that language opens it by a double click. */
export const excelPreset = (language: 'ru' | 'en'): CsvPresetKey =>
  language === 'ru' ? 'excelRu' : 'excelEn'

/** Only `text` comes from outside and is guarded; the other kinds are written by us and stay numbers and dates. */
export type CsvCell =
  | null
  | { text: string }
  | { amount: string; currency: Currency }
  | { number: string | number }
  | { day: Day }

export const text = (value: string): CsvCell => ({ text: value })

const EOL = '\r\n'
const FORMULA_START = /^[\s\u00A0\uFEFF]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/
const LONG_DIGITS = /^\s*\d{16,}\s*$/

export function csvText(rows: Iterable<readonly CsvCell[]>, preset: CsvPreset): string {
  let out = preset.bom ? '\uFEFF' : ''
  for (const row of rows) out += row.map((cell) => csvCell(cell, preset)).join(preset.separator) + EOL
  return out
}

export function csvBytes(written: string, { charset }: CsvPreset): Uint8Array {
  return charset === 'win1251' ? encode1251(written) : new TextEncoder().encode(written)
}

export function csvCell(cell: CsvCell, preset: CsvPreset): string {
  if (cell === null) return ''
  if ('text' in cell) {
    // A sign may become one by which a formula begins: it is replaced first.
    const held = preset.charset === 'win1251' ? in1251(cell.text) : cell.text
    return quoted(preset.guardsText ? guarded(held) : held, preset)
  }
  if ('amount' in cell) {
    return quoted(withMark(padded(cell.amount, currencyPlaces[cell.currency]), preset), preset)
  }
  if ('number' in cell) return quoted(withMark(String(cell.number), preset), preset)
  return preset.days === 'iso' ? cell.day : cell.day.split('-').reverse().join('.')
}

const guarded = (value: string): string =>
  FORMULA_START.test(value) || LONG_DIGITS.test(value) ? `'${value}` : value

const withMark = (value: string, preset: CsvPreset): string => value.replace('.', preset.decimal)

/** At least the currency's minor places, never fewer digits than the amount has: a sum in the sheet stays exact. */
function padded(amount: string, places: number): string {
  const [whole, fraction = ''] = amount.split('.')
  const digits = fraction.padEnd(places, '0')
  return digits === '' ? `${whole}` : `${whole}.${digits}`
}

function quoted(value: string, preset: CsvPreset): string {
  // Where a tab parts cells, marks about one would be taken for its own.
  if (preset.separator === '\t') return value.replace(/[\t\r\n]+/g, ' ').trim()
  const needs = value.includes(preset.separator) || /["\r\n]/.test(value) || /^\s|\s$/.test(value)
  return needs ? `"${value.replaceAll('"', '""')}"` : value
}
