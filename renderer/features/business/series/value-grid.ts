import type { SeriesView } from '#shared/contract/business.ts'
import { addDays, addMonths, type Day, daysOf, firstOfMonth, isDay, lastOfMonth } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { readQuantity } from './quantity.ts'

type Step = SeriesView['step']

/** A year of months, or a month of days: what is filled in at one time. */
function pageOf(step: Step, day: Day): string {
  return step === 'month' ? day.slice(0, 4) : day.slice(0, 7)
}

export const isPageOf = (step: Step, text: string): boolean =>
  (step === 'month' ? /^\d{4}$/ : /^\d{4}-(0[1-9]|1[0-2])$/).test(text)

/** The days that a page's values stand under. */
export function daysOfPage(step: Step, page: string): Day[] {
  if (step === 'month') {
    const first = `${page}-01-01` as Day
    return Array.from({ length: 12 }, (_, month) => addMonths(first, month))
  }
  const first = `${page}-01` as Day
  return daysOf(first, lastOfMonth(first))
}

export function movePage(step: Step, page: string, by: number): string {
  const first = (step === 'month' ? `${page}-01-01` : `${page}-01`) as Day
  return pageOf(step, addMonths(first, step === 'month' ? 12 * by : by))
}

export const rangeOfPage = (step: Step, page: string): { from: Day; to: Day } => {
  const days = daysOfPage(step, page)
  const [from, last] = [days[0] as Day, days.at(-1) as Day]
  return { from, to: step === 'month' ? lastOfMonth(last) : last }
}

/** Where a cell stands. A part that is null is everything at once. */
export const cellKey = (day: Day, part: string | null): string => `${day} ${part ?? ''}`

/** What was typed into cells and is not kept yet, as it was typed. */
export type Edits = ReadonlyMap<string, string>
/** Kept values by cell. */
type Kept = ReadonlyMap<string, string>

/** The edits that say otherwise than what is kept; typing the same again is no change. */
export function put(edits: Edits, kept: Kept, cells: readonly { key: string; text: string }[]): Edits {
  const next = new Map(edits)
  for (const { key, text } of cells) {
    const trimmed = text.trim()
    const before = kept.get(key)
    const isSame =
      trimmed === '' ? before === undefined : before !== undefined && readQuantity(trimmed) === before
    if (isSame) next.delete(key)
    else next.set(key, text)
  }
  return next
}

export const isBad = (text: string): boolean => text.trim() !== '' && readQuantity(text) === null

/** Edits as the backend takes them; an emptied cell takes its value away. */
export function toValues(edits: Edits): { day: Day; part: string | null; value: string | null }[] {
  return [...edits].map(([key, text]) => {
    const [day, part] = [key.slice(0, 10) as Day, key.slice(11)]
    const value = text.trim() === '' ? null : readQuantity(text)
    return { day, part: part === '' ? null : part, value }
  })
}

/** Rows and cells of what a spreadsheet puts on the clipboard; a last empty line is its habit and no row. */
export function pastedCells(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  return lines.map((line) => line.split('\t'))
}

const DATE = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/
const MONTH = /^(\d{1,2})[./](\d{4})$/

function readDay(text: string, step: Step): Day | null {
  const bare = text.trim()
  const date = DATE.exec(bare)
  const month = MONTH.exec(bare)
  const iso = date
    ? `${date[3]}-${date[2]?.padStart(2, '0')}-${date[1]?.padStart(2, '0')}`
    : month
      ? `${month[2]}-${month[1]?.padStart(2, '0')}-01`
      : /^\d{4}-\d{2}$/.test(bare)
        ? `${bare}-01`
        : bare
  if (!isDay(iso)) return null
  return step === 'month' ? firstOfMonth(iso) : iso
}

type Place = { row: number; column: number }

/**
 * Where pasted cells go: from the cell at hand on, or, where the first column is of days, each to its own day. A first
 * row of names is left out. `outside`: how many have no place on this page.
 */
export function placePasted(
  rows: readonly (readonly string[])[],
  at: Place,
  page: { step: Step; days: readonly Day[]; parts: readonly (string | null)[] },
): { cells: { key: string; text: string }[]; outside: number } {
  const dated = rows.map(([first = '']) => readDay(first, page.step))
  const body = dated.findIndex((day) => day !== null)
  const isDated = body >= 0 && body <= 1 && dated.slice(body).every((day) => day !== null)
  const isHead = !isDated && rows.length > 1 && (rows[0]?.every((text) => isBad(text)) ?? false)
  const cells: { key: string; text: string }[] = []
  let outside = 0
  rows.forEach((row, index) => {
    if ((isDated && index < body) || (isHead && index === 0)) return
    const own = isDated ? row.slice(1) : row
    const day = isDated ? dated[index] : page.days[at.row + index - (isHead ? 1 : 0)]
    own.forEach((text, offset) => {
      const part = page.parts[at.column + offset]
      if (text.trim() === '') return
      if (!day || part === undefined || !page.days.includes(day)) outside += 1
      else cells.push({ key: cellKey(day, part), text: text.trim() })
    })
  })
  return { cells, outside }
}

/** The sum of a page's column, or the mean where values do not add up; null where nothing is known. */
export function footOf(
  days: readonly Day[],
  part: string | null,
  kind: SeriesView['kind'],
  textOf: (key: string) => string,
): string | null {
  const known = days.flatMap((day) => {
    const value = readQuantity(textOf(cellKey(day, part)))
    return value === null ? [] : [parseDecimal(value) ?? 0n]
  })
  if (known.length === 0) return null
  const sum = known.reduce((total, value) => total + value, 0n)
  return formatDecimal(kind === 'flow' ? sum : sum / BigInt(known.length))
}

/** The page to begin with: that of the last value, or of yesterday. */
export const firstPage = (step: Step, lastDay: Day | null, today: Day): string =>
  pageOf(step, lastDay ?? (step === 'day' ? addDays(today, -1) : today))
