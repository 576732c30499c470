import { expect, test } from 'vitest'
import { day } from '#shared/lib/day.ts'
import {
  formatAge,
  formatDay,
  formatDayRange,
  formatDayShort,
  formatInstant,
  formatMonth,
} from '#shared/lib/format-time.ts'

test('days', () => {
  expect(formatDay(day('2026-01-31'), 'ru')).toBe('31.01.2026')
  expect(formatDay(day('2026-01-31'), 'en')).toBe('31/01/2026')
  expect(formatDayShort(day('2026-01-31'), 'ru')).toBe('31 янв.')
  expect(formatDayShort(day('2026-05-01'), 'ru')).toBe('1 мая')
  expect(formatDayShort(day('2026-01-31'), 'en')).toBe('31 Jan')
  expect(formatMonth(day('2026-11-20'), 'ru')).toBe('ноябрь 2026 г.')
  expect(formatMonth(day('2026-11-20'), 'en')).toBe('November 2026')
})

test('a range says once what its ends share', () => {
  const [first, last] = [day('2026-11-01'), day('2026-11-20')]
  expect(formatDayRange(first, last, 'ru')).toBe('1–20 ноября 2026\u202fг.')
  expect(formatDayRange(first, last, 'en')).toBe('1\u2009–\u200920 November 2026')
  expect(formatDayRange(last, last, 'ru')).toBe('20 ноября 2026 г.')
  expect(formatDayRange(day('2025-12-31'), day('2026-01-02'), 'ru')).toBe(
    '31 декабря 2025\u202fг. – 2 января 2026\u202fг.',
  )
})

test('an instant is told in the time zone asked for', () => {
  const ms = Date.parse('2026-11-20T21:30:00Z')
  expect(formatInstant(ms, 'ru', 'Europe/Moscow')).toBe('21.11.2026, 00:30')
  expect(formatInstant(ms, 'ru', 'UTC')).toBe('20.11.2026, 21:30')
  expect(formatInstant(ms, 'en', 'Asia/Vladivostok')).toBe('21/11/2026, 07:30')
})

test('an age is told in whole units that have passed', () => {
  const now = Date.parse('2026-11-20T12:00:00Z')
  const [second, minute, hour, dayMs] = [1_000, 60_000, 3_600_000, 86_400_000]
  const cases: [number, string, string][] = [
    [0, 'сейчас', 'now'],
    [59 * second, 'сейчас', 'now'],
    [minute, '1 минуту назад', '1 minute ago'],
    [hour - second, '59 минут назад', '59 minutes ago'],
    [3 * hour, '3 часа назад', '3 hours ago'],
    [dayMs - minute, '23 часа назад', '23 hours ago'],
    [30 * hour, '1 день назад', '1 day ago'],
    [5 * dayMs, '5 дней назад', '5 days ago'],
    [59 * dayMs, '1 месяц назад', '1 month ago'],
    [729 * dayMs, '1 год назад', '1 year ago'],
    [-2 * hour, 'через 2 часа', 'in 2 hours'],
  ]
  for (const [age, ru, en] of cases) {
    expect(formatAge(now - age, now, 'ru')).toBe(ru)
    expect(formatAge(now - age, now, 'en')).toBe(en)
  }
})
