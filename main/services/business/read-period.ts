import { readDate } from '#main/importers/detect/date.ts'
import type { DateOrder } from '#shared/contract/imports.ts'
import type { Day } from '#shared/lib/day.ts'

type ReadPeriod = { day: Day; grain: 'month' | 'day' }

const MONTH_YEAR = /^(\d{1,2})[./-](\d{4})(?:\s*г\.?)?$/u
/** `янв.26`, as a spreadsheet shows a month. */
const SHORT_YEAR = /^(\p{L}+)[\s.,-]+(\d{2})$/u

/** A day or a month as people write them: 31.01.2026, 2026-01, 01.2026, янв. 2026, январь 2026 г., янв.26. */
export function readPeriod(text: string, order: DateOrder | null): ReadPeriod | null {
  const found = readDate(unfolded(text.trim()), order)
  if (!found) return null
  const day = new Date(found.ms).toISOString().slice(0, 10) as Day
  return { day, grain: found.grain === 'month' ? 'month' : 'day' }
}

function unfolded(text: string): string {
  const months = MONTH_YEAR.exec(text)
  if (months) return `${months[2]}-${months[1]}`
  const short = SHORT_YEAR.exec(text)
  return short ? `${short[1]} 20${short[2]}` : text
}
