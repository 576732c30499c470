import { expect, test } from 'vitest'
import { againstName, periodName } from '#main/core/report/period-name.ts'
import { day } from '#shared/lib/day.ts'

const range = (from: string, to: string) => ({ from: day(from), to: day(to) })

test.each([
  ['2026-10-01', '2026-10-31', 'октябрь 2026', 'October 2026', 'к октябрю 2026'],
  ['2024-02-01', '2024-02-29', 'февраль 2024', 'February 2024', 'к февралю 2024'],
  ['2026-01-01', '2026-03-31', 'I кв. 2026', 'Q1 2026', 'к I кв. 2026'],
  ['2026-10-01', '2026-12-31', 'IV кв. 2026', 'Q4 2026', 'к IV кв. 2026'],
  ['2026-07-01', '2026-12-31', 'II полугодие 2026', 'H2 2026', 'к II полугодию 2026'],
  ['2026-01-01', '2026-12-31', '2026 год', '2026', 'к 2026 году'],
  ['2026-02-01', '2026-04-30', 'февраль–апрель 2026', 'February–April 2026', 'к периоду февраль–апрель 2026'],
  [
    '2025-11-01',
    '2026-01-31',
    'ноябрь 2025 – январь 2026',
    'November 2025 – January 2026',
    'к периоду ноябрь 2025 – январь 2026',
  ],
  ['2026-11-01', '2026-11-15', '1–15 ноября 2026', '1–15 November 2026', 'к периоду 1–15 ноября 2026'],
  [
    '2026-10-15',
    '2026-11-14',
    '15 октября – 14 ноября 2026',
    '15 October – 14 November 2026',
    'к периоду 15 октября – 14 ноября 2026',
  ],
  [
    '2025-12-20',
    '2026-01-10',
    '20 декабря 2025 – 10 января 2026',
    '20 December 2025 – 10 January 2026',
    'к периоду 20 декабря 2025 – 10 января 2026',
  ],
  ['2026-11-15', '2026-11-15', '15 ноября 2026', '15 November 2026', 'к периоду 15 ноября 2026'],
])('%s to %s', (from, to, russian, english, against) => {
  expect(periodName(range(from, to), 'ru')).toBe(russian)
  expect(periodName(range(from, to), 'en')).toBe(english)
  expect(againstName(range(from, to), 'ru')).toBe(against)
  expect(againstName(range(from, to), 'en')).toBe(`against ${english}`)
})
