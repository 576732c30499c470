/** A calendar day as `YYYY-MM-DD`: no time, no zone. Text order is date order. */
export type Day = string & { readonly __day: true }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

export function isDay(text: string): text is Day {
  const match = SHAPE.exec(text)
  if (!match) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

const toMs = (d: Day): number => Date.parse(`${d}T00:00:00Z`)
const fromMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day

export const addDays = (d: Day, count: number): Day => fromMs(toMs(d) + count * MS_PER_DAY)

/** Whole days from `from` to `to`; the same day is 0. */
export const daysBetween = (from: Day, to: Day): number => Math.round((toMs(to) - toMs(from)) / MS_PER_DAY)

export function daysOf(from: Day, to: Day): Day[] {
  const count = daysBetween(from, to) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => addDays(from, i))
}

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (d: Day): number => new Date(toMs(d)).getUTCDay() || 7

export const firstOfMonth = (d: Day): Day => `${d.slice(0, 7)}-01` as Day

export const daysInMonth = (d: Day): number =>
  new Date(Date.UTC(Number(d.slice(0, 4)), Number(d.slice(5, 7)), 0)).getUTCDate()

export const lastOfMonth = (d: Day): Day =>
  `${d.slice(0, 7)}-${String(daysInMonth(d)).padStart(2, '0')}` as Day

/** The same day of another month; a day that the month lacks becomes its last. */
export function addMonths(d: Day, count: number): Day {
  const index = Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)) - 1 + count
  const first = fromMs(Date.UTC(Math.floor(index / 12), ((index % 12) + 12) % 12, 1))
  const wanted = Math.min(Number(d.slice(8)), daysInMonth(first))
  return addDays(first, wanted - 1)
}

export function firstOfQuarter(d: Day): Day {
  const month = Number(d.slice(5, 7))
  return addMonths(firstOfMonth(d), -((month - 1) % 3))
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day that an instant falls on in a time zone. Billing days move money, so the zone is never implied. */
export function dayInZone(ms: number, timeZone: string): Day {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return day(format.format(ms))
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
