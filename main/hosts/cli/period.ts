import { relativePeriods, type ViewPeriod } from '#shared/contract/costs.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { addMonths, type Day, day, firstOfMonth, isDay, lastOfMonth } from '#shared/lib/day.ts'
import { HostError } from '../terminal.ts'
import type { Ask } from './command.ts'

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

export function readMonth(text: string | undefined): string | undefined {
  if (text !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new HostError('usage.badMonth')
  return text
}

/** The month that is over, where the organisation is. */
export async function lastMonth(ask: Ask): Promise<string> {
  const { session } = await ask('app.getState', {})
  if (!session) throw new AppError('auth.required')
  return addMonths(firstOfMonth(day(session.today)), -1).slice(0, 7)
}
