import { relativePeriods, type ViewPeriod } from '#shared/contract/costs.ts'
import { addMonths, type Day, firstOfMonth, isDay, lastOfMonth } from '#shared/lib/day.ts'
import { HostError } from '../terminal.ts'

/** What people call them in a terminal. */
const spoken: Readonly<Record<string, (typeof relativePeriods)[number]>> = {
  прошлый: 'lastMonth',
  текущий: 'month',
  last: 'lastMonth',
  this: 'month',
  квартал: 'quarter',
  год: 'year',
}

/** `2026-10`, `2026-Q3`, `2026`, `2026-10-01..2026-10-15`, `last`, or a period by its name in the program. */
export function readPeriod(text: string): ViewPeriod {
  const preset = spoken[text.toLowerCase()] ?? relativePeriods.find((known) => known === text)
  if (preset) return { preset }
  const [from = '', to = '', ...rest] = text.split('..')
  if (isDay(from) && isDay(to) && rest.length === 0 && from <= to) return { from, to }
  const range = monthsOf(text)
  if (!range) throw new HostError('usage.badPeriod')
  return range
}

function monthsOf(text: string): { from: Day; to: Day } | null {
  const [, year, quarter, month] = /^(\d{4})(?:-(?:[QqКк]([1-4])|(0[1-9]|1[0-2])))?$/.exec(text) ?? []
  if (!year) return null
  const first = `${year}-${month ?? String(quarter ? Number(quarter) * 3 - 2 : 1).padStart(2, '0')}-01` as Day
  const months = month ? 1 : quarter ? 3 : 12
  return { from: first, to: lastOfMonth(addMonths(first, months - 1)) }
}

/** The month that is over, unless one is named. */
export function monthOf(text: string | undefined, today: string | undefined): string {
  if (text !== undefined) {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new HostError('usage.badMonth')
    return text
  }
  if (!today) throw new HostError('usage.badMonth')
  return addMonths(firstOfMonth(today as Day), -1).slice(0, 7)
}
