import { expect, test } from 'vitest'
import { partOfDay } from '#main/core/sync/rotation.ts'
import { addDays, day } from '#shared/lib/day.ts'

const things = (count: number) => Array.from({ length: count }, (_, index) => index)

test('what fits into one look is asked about at every look', () => {
  expect(partOfDay(things(10), 10, day('2026-11-20'))).toEqual({ part: things(10), everyDays: 1 })
  expect(partOfDay([], 10, day('2026-11-20'))).toEqual({ part: [], everyDays: 1 })
})

test('of more, everything has its turn once in a round of days, and no day asks too much', () => {
  const seen: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const { part, everyDays } = partOfDay(things(25), 10, addDays(day('2026-11-20'), turn))
    expect(everyDays).toBe(3)
    expect(part.length).toBeLessThanOrEqual(10)
    seen.push(...part)
  }
  expect(seen.toSorted((a, b) => a - b)).toEqual(things(25))
})
