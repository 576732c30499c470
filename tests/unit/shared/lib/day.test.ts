import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  type Day,
  day,
  dayInZone,
  daysBetween,
  daysInMonth,
  daysOf,
  firstOfMonth,
  firstOfQuarter,
  isDay,
  isTimeZone,
  lastOfMonth,
  weekdayOf,
} from '#shared/lib/day.ts'

const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1990-01-01'), n))

test('a day is four, two and two digits of a date that exists', () => {
  for (const text of ['2026-02-28', '2024-02-29', '1999-12-31']) expect(isDay(text)).toBe(true)
  const bad = [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
    '2026-04-31',
    '26-01-01',
  ]
  for (const text of bad) {
    expect(isDay(text)).toBe(false)
    expect(() => day(text)).toThrow(RangeError)
  }
})

test('going forth and back is where one was, and the distance is the steps', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (from, count) => {
      const to = addDays(from, count)
      expect(addDays(to, -count)).toBe(from)
      expect(daysBetween(from, to)).toBe(count)
      expect(isDay(to)).toBe(true)
      expect(to > from).toBe(count > 0)
    }),
  )
})

test('a range holds each of its days once, both ends too, and nothing when it ends before it begins', () => {
  expect(daysOf(day('2026-02-27'), day('2026-03-02'))).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
    '2026-03-02',
  ])
  expect(daysOf(day('2026-03-02'), day('2026-03-01'))).toEqual([])
})

test('weeks begin on Monday and go on without a gap', () => {
  expect(weekdayOf(day('2026-11-20'))).toBe(5)
  expect(weekdayOf(day('2026-11-22'))).toBe(7)
  fc.assert(
    fc.property(days, (d) => {
      expect(weekdayOf(addDays(d, 1))).toBe((weekdayOf(d) % 7) + 1)
    }),
  )
})

test('months know their ends, leap years too', () => {
  const cases: [string, number][] = [
    ['2026-02-10', 28],
    ['2024-02-10', 29],
    ['2000-02-10', 29],
    ['2100-02-10', 28],
    ['2026-11-20', 30],
    ['2026-12-31', 31],
  ]
  for (const [text, length] of cases) {
    expect(daysInMonth(day(text))).toBe(length)
    expect(lastOfMonth(day(text))).toBe(`${text.slice(0, 8)}${length}`)
    expect(firstOfMonth(day(text))).toBe(`${text.slice(0, 8)}01`)
  }
})

test('adding months keeps the day, or takes the last one of a shorter month', () => {
  const cases: [string, number, string][] = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-20', 2, '2027-01-20'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-31', 12, '2027-12-31'],
  ]
  for (const [from, count, to] of cases) expect(addMonths(day(from), count)).toBe(to)
})

test('a quarter begins in January, April, July or October', () => {
  fc.assert(
    fc.property(days, (d) => {
      const first = firstOfQuarter(d)
      expect(['01', '04', '07', '10']).toContain(first.slice(5, 7))
      expect(first <= d && d < addMonths(first, 3)).toBe(true)
    }),
  )
})

test('the same instant is another day in another zone', () => {
  const ms = Date.parse('2026-11-20T21:30:00Z')
  const cases: [string, Day][] = [
    ['UTC', day('2026-11-20')],
    ['Europe/Moscow', day('2026-11-21')],
    ['Asia/Vladivostok', day('2026-11-21')],
    ['America/New_York', day('2026-11-20')],
  ]
  for (const [zone, expected] of cases) expect(dayInZone(ms, zone)).toBe(expected)
})

test('a time zone is known by name only', () => {
  expect(isTimeZone('Europe/Moscow')).toBe(true)
  expect(isTimeZone('Europe/Nowhere')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})
