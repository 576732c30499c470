import type { ScheduleRule } from '#shared/contract/reports.ts'
import { addMonths, type Day, dayInZone, firstOfMonth, isTimeZone } from '#shared/lib/day.ts'
import { cronOf } from './schedule.ts'
import { instantAt } from './wall-time.ts'
import { nthWorkday, type WorkCalendar } from './workdays.ts'

const MINUTE_MS = 60_000
/** A day of work that no month of two years has comes never. */
const MONTHS_AHEAD = 24

/** When reports are due by a rule. One that waits for a month to be closed is due at no time that could be told. */
export type Timetable = { rule: ScheduleRule; timeZone: string; calendar: WorkCalendar }

/** The first moment after that one; null: never. */
export function nextMoment({ rule, timeZone, calendar }: Timetable, sinceMs: number): number | null {
  if (!isTimeZone(timeZone)) return null
  switch (rule.kind) {
    case 'close':
      return null
    case 'cron':
      return cronOf(rule.pattern, timeZone)?.nextRun(new Date(sinceMs))?.getTime() ?? null
    case 'workday':
      return firstOf(workdays(rule, timeZone, calendar, monthAt(sinceMs, timeZone), 1), (ms) => ms > sinceMs)
  }
}

/** The last moment until that one, which belongs to it; null: there was none after `sinceMs`. */
export function lastMoment(table: Timetable, sinceMs: number, untilMs: number): number | null {
  const last = lastUntil(table, untilMs)
  return last !== null && last > sinceMs ? last : null
}

function lastUntil({ rule, timeZone, calendar }: Timetable, untilMs: number): number | null {
  if (!isTimeZone(timeZone)) return null
  switch (rule.kind) {
    case 'close':
      return null
    case 'cron': {
      // What is sought lies before a moment: the minute that has begun counts.
      const endMs = Math.floor(untilMs / MINUTE_MS) * MINUTE_MS + MINUTE_MS
      return cronOf(rule.pattern, timeZone)?.previousRuns(1, new Date(endMs))[0]?.getTime() ?? null
    }
    case 'workday':
      return firstOf(
        workdays(rule, timeZone, calendar, monthAt(untilMs, timeZone), -1),
        (ms) => ms <= untilMs,
      )
  }
}

/** Every moment after `sinceMs` until `untilMs`, so many at most. */
export function momentsBetween(table: Timetable, sinceMs: number, untilMs: number, limit: number): number[] {
  const found: number[] = []
  for (let ms = nextMoment(table, sinceMs); ms !== null && ms <= untilMs; ms = nextMoment(table, ms)) {
    found.push(ms)
    if (found.length === limit) break
  }
  return found
}

const monthAt = (ms: number, timeZone: string): Day => firstOfMonth(dayInZone(ms, timeZone))

function* workdays(
  { nth, time }: Extract<ScheduleRule, { kind: 'workday' }>,
  timeZone: string,
  calendar: WorkCalendar,
  month: Day,
  step: 1 | -1,
): Generator<number> {
  for (let i = 0; i < MONTHS_AHEAD; i += 1) {
    const day = nthWorkday(addMonths(month, i * step), nth, calendar)
    if (day !== null) yield instantAt(day, time, timeZone)
  }
}

function firstOf(moments: Iterable<number>, isIt: (ms: number) => boolean): number | null {
  for (const ms of moments) if (isIt(ms)) return ms
  return null
}

const LATE_MS = 5 * MINUTE_MS

/** The program was off, or the machine asleep. */
export const isLate = (dueAtMs: number, startedAtMs: number): boolean => startedAtMs - dueAtMs > LATE_MS
