import { describe, expect, test } from 'vitest'
import { createOrderJudge, readDate } from '#main/importers/detect/date.ts'

const iso = (text: string, order: 'dayFirst' | 'monthFirst' | null = null) => {
  const found = readDate(text, order)
  return found === null ? null : `${new Date(found.ms).toISOString().slice(0, 19)} ${found.grain}`
}

describe('reading dates', () => {
  test.each([
    ['2026-03-14', '2026-03-14T00:00:00 day'],
    ['14.03.2026', '2026-03-14T00:00:00 day'],
    ['4.3.26', '2026-03-04T00:00:00 day'],
    ['14.03.2026 г.', '2026-03-14T00:00:00 day'],
    ['14.03.2026 15:04', '2026-03-14T15:04:00 time'],
    ['2026-03-14 15:04:05', '2026-03-14T15:04:05 time'],
    ['2026-03-14T15:04:05.123Z', '2026-03-14T15:04:05 time'],
    ['2026-03-14T00:00:00+03:00', '2026-03-13T21:00:00 time'],
    ['2026-03-14 15:04:05 UTC', '2026-03-14T15:04:05 time'],
    ['14/03/2026', '2026-03-14T00:00:00 day'],
    ['20260314', '2026-03-14T00:00:00 day'],
    ['14 марта 2026', '2026-03-14T00:00:00 day'],
    ['14 марта 2026 г.', '2026-03-14T00:00:00 day'],
    ['1 мая 2026 года', '2026-05-01T00:00:00 day'],
    ['Март 2026', '2026-03-01T00:00:00 month'],
    ['май 2026 г.', '2026-05-01T00:00:00 month'],
    ['2026-03', '2026-03-01T00:00:00 month'],
    ['46095', '2026-03-14T00:00:00 day'],
    ['46095.5', '2026-03-14T12:00:00 time'],
    ['31.02.2026', null],
    ['2026-13-01', null],
    ['14 мартобря 2026', null],
    ['12.5', null],
    ['', null],
  ])('%j', (text, wanted) => {
    expect(iso(text)).toBe(wanted)
  })

  test('the order decides what a slash parts, and nothing where dots stand', () => {
    expect(iso('03/04/2026', 'dayFirst')).toBe('2026-04-03T00:00:00 day')
    expect(iso('03/04/2026', 'monthFirst')).toBe('2026-03-04T00:00:00 day')
    expect(iso('3/14/2026 3:04 PM', 'monthFirst')).toBe('2026-03-14T15:04:00 time')
    expect(iso('03.04.2026', 'monthFirst')).toBe('2026-04-03T00:00:00 day')
  })
})

describe('the order of day and month', () => {
  const judge = (...values: string[]) => {
    const one = createOrderJudge()
    for (const value of values) one.see(value)
    return one.verdict()
  }
  test('is asked for where every value fits both', () => {
    expect(judge('01/02/2026', '03/04/2026')).toBe('ask')
  })
  test('is told by one value that fits one alone', () => {
    expect(judge('01/02/2026', '13/04/2026')).toBe('dayFirst')
    expect(judge('01/02/2026', '04/13/2026')).toBe('monthFirst')
  })
  test('is asked for where values contradict', () => {
    expect(judge('13/02/2026', '02/13/2026')).toBe('ask')
  })
  test('matters nowhere else', () => {
    expect(judge('2026-03-04', '03.04.2026', '04/04/2026')).toBeNull()
  })
})
