import type { DateOrder } from '#shared/contract/imports.ts'

/**
 * What a cell says of time. `ms` counts as if the words were UTC; `isFixed`: the cell named its zone, and `ms` is the
 * instant itself. `grain` tells how much was said.
 */
export type ReadDate = { ms: number; isFixed: boolean; grain: 'month' | 'day' | 'time' }

const MONTHS = [
  /^(янв(ар[ья])?|jan(uary)?)$/,
  /^(фев(р|рал[ья])?|feb(ruary)?)$/,
  /^(март?а?|mar(ch)?)$/,
  /^(апр(ел[ья])?|apr(il)?)$/,
  /^(ма[йя]|may)$/,
  /^(июн[ья]?|june?)$/,
  /^(июл[ья]?|july?)$/,
  /^(авг(уста?)?|aug(ust)?)$/,
  /^(сен(т|тябр[ья])?|sept?(ember)?)$/,
  /^(окт(ябр[ья])?|oct(ober)?)$/,
  /^(ноя(б|бр[ья])?|nov(ember)?)$/,
  /^(дек(абр[ья])?|dec(ember)?)$/,
]

const CLOCK = String.raw`(?:(?:[T ]|,\s?)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp][Mm])?)?`
const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?`
const ISO = new RegExp(String.raw`^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?${CLOCK}${ZONE}$`)
const DAYS = new RegExp(String.raw`^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:\s?г\.?)?${CLOCK}${ZONE}$`)
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const NAMED_DAY = /^(\d{1,2})[\s.-]+([А-Яа-яЁёA-Za-z]+)\.?[\s.,-]+(\d{4})(?:\s*г(?:\.|ода)?)?$/u
const NAMED_MONTH = /^([А-Яа-яЁёA-Za-z]+)\.?[\s.,-]+(\d{4})(?:\s*г(?:\.|ода)?)?$/u
const SERIAL = /^(\d{5})(?:\.(\d+))?$/
const MS_PER_DAY = 86_400_000
/** Day 0 of Excel as it counts since March 1900. */
const EXCEL_ZERO_MS = Date.UTC(1899, 11, 30)

const known = new Map<string, ReadDate | null>()
const MAX_LENGTH = 60
const MAX_KNOWN = 20_000

/** Dates repeat from row to row: what was read once is kept. */
export function readDate(text: string, order: DateOrder | null): ReadDate | null {
  if (text.length > MAX_LENGTH) return null
  const name = order === 'monthFirst' ? `m${text}` : text
  const before = known.get(name)
  if (before !== undefined) return before
  if (known.size >= MAX_KNOWN) known.clear()
  const found = parse(text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim(), order)
  known.set(name, found)
  return found
}

function parse(text: string, order: DateOrder | null): ReadDate | null {
  let match = ISO.exec(text)
  if (match) {
    const [, year, month, dayOfMonth, ...clock] = match
    if (dayOfMonth === undefined) return clock[0] === undefined ? dated(year, month, '1', [], 'month') : null
    return dated(year, month, dayOfMonth, clock, 'day')
  }
  match = DAYS.exec(text)
  if (match) {
    const [, first, sign, second, year = '', ...clock] = match
    // Dots are the way of countries that put the day first; with a slash or a dash either may come first.
    const isMonthFirst = sign !== '.' && order === 'monthFirst'
    const [dayOfMonth, month] = isMonthFirst ? [second, first] : [first, second]
    return dated(year.length === 2 ? `20${year}` : year, month, dayOfMonth, clock, 'day')
  }
  match = COMPACT.exec(text)
  if (match) return dated(match[1], match[2], match[3], [], 'day')
  match = NAMED_DAY.exec(text)
  if (match) return dated(match[3], monthOf(match[2]), match[1], [], 'day')
  match = NAMED_MONTH.exec(text)
  if (match) return dated(match[2], monthOf(match[1]), '1', [], 'month')
  match = SERIAL.exec(text)
  return match ? serial(Number(text)) : null
}

function dated(
  year = '',
  month = '',
  dayOfMonth = '',
  clock: readonly (string | undefined)[],
  grain: 'month' | 'day',
): ReadDate | null {
  const [hour, minute, second, half, zone] = clock
  const day = Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth))
  const made = new Date(day)
  if (month === '' || made.getUTCMonth() !== Number(month) - 1 || made.getUTCDate() !== Number(dayOfMonth))
    return null
  if (hour === undefined) return zone === undefined ? { ms: day, isFixed: false, grain } : null
  let hours = Number(hour)
  if (half) hours = (hours % 12) + (/p/i.test(half) ? 12 : 0)
  if (hours > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return null
  const ms = day + ((hours * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1000
  return { ms: ms - offsetMs(zone), isFixed: zone !== undefined, grain: 'time' }
}

function offsetMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '')
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000
}

function monthOf(word = ''): string {
  const index = MONTHS.findIndex((names) => names.test(word.toLowerCase()))
  return index < 0 ? '' : String(index + 1)
}

/** The number that Excel shows as a date, to the second; 20,000 to 79,999 are the years 1954 to 2119. */
export function serial(value: number): ReadDate | null {
  if (!(value >= 20_000 && value < 80_000)) return null
  const whole = Math.floor(value)
  const seconds = Math.round((value - whole) * 86_400)
  return {
    ms: EXCEL_ZERO_MS + whole * MS_PER_DAY + seconds * 1000,
    isFixed: false,
    grain: seconds === 0 ? 'day' : 'time',
  }
}

/** What a value says of the order: one of them, that it fits both, or nothing (a form that cannot be misread). */
function tell(text: string): DateOrder | 'either' | null {
  const match = DAYS.exec(text.trim())
  if (!match || match[2] === '.') return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  if (first > 12 && second <= 12) return 'dayFirst'
  if (second > 12 && first <= 12) return 'monthFirst'
  // The fourth of April is the same either way.
  return first <= 12 && second <= 12 && first !== second ? 'either' : null
}

/** Gathers what a column says of the order of day and month, value by value. */
export function createOrderJudge() {
  const votes = { dayFirst: 0, monthFirst: 0, either: 0 }
  return {
    see(text: string): void {
      const told = tell(text)
      if (told) votes[told] += 1
    },
    isDecided: () => votes.dayFirst > 0 || votes.monthFirst > 0,
    /** Null: no value needs an order. `ask`: some do and none decides, or they contradict each other. */
    verdict(): DateOrder | 'ask' | null {
      const { dayFirst, monthFirst, either } = votes
      if (dayFirst > 0 && monthFirst > 0) return 'ask'
      if (dayFirst > 0) return 'dayFirst'
      if (monthFirst > 0) return 'monthFirst'
      return either > 0 ? 'ask' : null
    },
  }
}
