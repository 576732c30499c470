import { describe, expect, it } from 'vitest'
import { lastMoment, momentsBetween, nextMoment, type Timetable } from '#main/core/rules/timetable.ts'
import { workCalendar } from '#main/core/rules/workdays.ts'
import type { ScheduleRule } from '#shared/contract/reports.ts'

const calendar = workCalendar(new Map())
const table = (rule: ScheduleRule, timeZone = 'Europe/Moscow'): Timetable => ({ rule, timeZone, calendar })
const at = (iso: string): number => Date.parse(iso)
const told = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

const third = table({ kind: 'workday', nth: 3, time: '09:00' })
const last = table({ kind: 'workday', nth: -1, time: '18:30' })
const daily = table({ kind: 'cron', pattern: '0 9 * * *' })

describe('when a report is due', () => {
  it.each([
    ['the third day of work', third, '2026-11-20T09:00:00Z', '2026-12-03T06:00:00.000Z'],
    ['the same month, while it is ahead', third, '2026-12-03T05:59:59Z', '2026-12-03T06:00:00.000Z'],
    ['the next month, once it has been', third, '2026-12-03T06:00:00Z', '2027-01-13T06:00:00.000Z'],
    ['the last day of work', last, '2026-12-01T00:00:00Z', '2026-12-30T15:30:00.000Z'],
    ['a calendar pattern', daily, '2026-11-20T06:00:00Z', '2026-11-21T06:00:00.000Z'],
  ])('finds %s', (_, timetable, since, wanted) => {
    expect(told(nextMoment(timetable, at(since)))).toBe(wanted)
  })

  it.each([
    ['a pattern, at its very minute', daily, '2026-11-20T06:00:00Z', '2026-11-20T06:00:00.000Z'],
    ['a pattern, just before', daily, '2026-11-20T05:59:59Z', '2026-11-19T06:00:00.000Z'],
    ['a day of work, months later', third, '2026-12-02T00:00:00Z', '2026-11-05T06:00:00.000Z'],
  ])('finds the last of %s', (_, timetable, until, wanted) => {
    expect(told(lastMoment(timetable, 0, at(until)))).toBe(wanted)
  })

  it('owes nothing before it was made', () => {
    expect(lastMoment(daily, at('2026-11-20T06:00:00Z'), at('2026-11-20T20:00:00Z'))).toBeNull()
  })

  it('keeps to the hour of the zone when its clocks change', () => {
    const berlin = table({ kind: 'workday', nth: 1, time: '09:00' }, 'Europe/Berlin')
    expect(
      momentsBetween(berlin, at('2026-09-30T00:00:00Z'), at('2026-12-01T23:00:00Z'), 9).map(told),
    ).toEqual(['2026-10-01T07:00:00.000Z', '2026-11-02T08:00:00.000Z', '2026-12-01T08:00:00.000Z'])
  })

  it('comes once where clocks jump over its hour', () => {
    const cron = table({ kind: 'cron', pattern: '30 2 14 3 *' }, 'America/New_York')
    expect(momentsBetween(cron, at('2027-03-13T00:00:00Z'), at('2027-03-16T00:00:00Z'), 9)).toHaveLength(1)
  })

  it.each([
    ['a day that no month has', table({ kind: 'cron', pattern: '0 9 31 2 *' })],
    ['nonsense', table({ kind: 'cron', pattern: 'каждый день' })],
    ['a zone that is none', table({ kind: 'cron', pattern: '0 9 * * *' }, 'Mars/Olympus')],
    ['the close of a month', table({ kind: 'close' })],
  ])('never comes: %s', (_, timetable) => {
    expect(nextMoment(timetable, at('2026-11-20T09:00:00Z'))).toBeNull()
    expect(lastMoment(timetable, 0, at('2026-11-20T09:00:00Z'))).toBeNull()
  })
})
