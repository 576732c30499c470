import { describe, expect, test } from 'vitest'
import {
  isInMonth,
  itemsByDay,
  monthOf,
  moveInCalendar,
  weeksOf,
} from '#renderer/features/reports/schedules/calendar.ts'
import { draftOfRule, ruleOf, ruleWords } from '#renderer/features/reports/schedules/rule.ts'
import { translate } from '#renderer/i18n/translate.ts'
import type { ScheduleRule } from '#shared/contract/reports.ts'
import { day } from '#shared/lib/day.ts'

const words = (rule: ScheduleRule): string =>
  ruleWords(rule, (key, params) => translate('ru', key, params), 'ru')

describe('a rule', () => {
  const rules: [ScheduleRule, string][] = [
    [{ kind: 'workday', nth: 3, time: '09:00' }, '3-й рабочий день месяца, 09:00'],
    [{ kind: 'workday', nth: -1, time: '18:30' }, 'последний рабочий день месяца, 18:30'],
    [{ kind: 'workday', nth: -2, time: '18:30' }, '2-й с конца рабочий день месяца, 18:30'],
    [{ kind: 'cron', pattern: '5 7 * * *' }, 'каждый день в 07:05'],
    [{ kind: 'cron', pattern: '0 9 * * 1-5' }, 'по будням в 09:00'],
    [{ kind: 'cron', pattern: '0 9 * * 1' }, 'каждую неделю: понедельник, 09:00'],
    [{ kind: 'cron', pattern: '0 9 * * 0' }, 'каждую неделю: воскресенье, 09:00'],
    [{ kind: 'cron', pattern: '0 9 15 * *' }, '15-го числа каждого месяца в 09:00'],
    [{ kind: 'cron', pattern: '0 9 1 1,4,7,10 *' }, 'по правилу cron «0 9 1 1,4,7,10 *»'],
    [{ kind: 'close' }, 'после закрытия месяца'],
  ]

  test.each(rules)('%o is said as a person would', (rule, told) => {
    expect(words(rule)).toBe(told)
  })

  test.each(rules)('%o comes out of the form as it went in', (rule) => {
    expect(ruleOf(draftOfRule(rule))).toEqual(rule)
  })

  test('without a time or a pattern there is none', () => {
    expect(ruleOf({ ...draftOfRule(null), time: '' })).toBeNull()
    expect(ruleOf({ ...draftOfRule(null), kind: 'cron', repeat: 'own', pattern: '  ' })).toBeNull()
    expect(ruleOf({ ...draftOfRule(null), kind: 'cron', repeat: 'daily', time: '25:00' })).toBeNull()
  })
})

describe('the calendar', () => {
  test('has whole weeks, Monday first', () => {
    const weeks = weeksOf(day('2026-11-01'))
    expect(weeks).toHaveLength(6)
    expect(weeks[0]?.[0]).toBe('2026-10-26')
    expect(weeks[5]?.[6]).toBe('2026-12-06')
  })

  test('takes any month from the address, and this one for what makes none', () => {
    expect(monthOf('2025-02', day('2026-11-20'))).toBe('2025-02-01')
    expect(monthOf('2025-13', day('2026-11-20'))).toBe('2026-11-01')
    expect(monthOf('', day('2026-11-20'))).toBe('2026-11-01')
  })

  test('is walked by arrows, to the ends of a week and out of the month', () => {
    const at = day('2026-11-29')
    expect(moveInCalendar('ArrowDown', at)).toBe('2026-12-06')
    expect(moveInCalendar('Home', at)).toBe('2026-11-23')
    expect(moveInCalendar('End', at)).toBe(at)
    expect(moveInCalendar('a', at)).toBeNull()
    expect(isInMonth(day('2026-12-06'), day('2026-11-01'))).toBe(false)
  })

  test('has what is due on a day in the order of the clock', () => {
    const item = (atMs: number) => ({
      ...{ scheduleId: String(atMs), name: '', reportName: '', atMs, runId: null },
      ...{ day: day('2026-11-03'), state: 'due' as const },
    })
    expect(
      itemsByDay([item(2), item(1)])
        .get(day('2026-11-03'))
        ?.map(({ atMs }) => atMs),
    ).toEqual([1, 2])
  })
})
