import { describe, expect, test } from 'vitest'
import { unitsByBin } from '#main/core/business/bin-units.ts'
import { byPart, gapsOf, isOnStep, type Point } from '#main/core/business/series.ts'
import { day } from '#shared/lib/day.ts'

const at = (on: string, femtos: bigint, part: string | null = null): Point => ({ day: day(on), part, femtos })
const bin = (from: string, to: string) => ({ from: day(from), to: day(to) })
const MARCH = bin('2026-03-01', '2026-03-31')

const daily = { step: 'day', kind: 'flow' } as const
const monthly = { step: 'month', kind: 'flow' } as const

describe('a flow', () => {
  test('adds up over the days of a bin', () => {
    const unitsOf = unitsByBin(daily, byPart([at('2026-03-01', 2n), at('2026-03-02', 3n)]))
    expect(unitsOf(bin('2026-03-01', '2026-03-02'))).toEqual({
      up: 5n,
      down: 1n,
      isKnown: true,
      isWhole: true,
    })
  })

  test('is half known where a day is missing, and where it begins amid the bin', () => {
    const unitsOf = unitsByBin(daily, byPart([at('2026-03-02', 2n), at('2026-03-04', 3n)]))
    expect(unitsOf(bin('2026-03-02', '2026-03-04'))).toMatchObject({ up: 5n, isKnown: true, isWhole: false })
    expect(unitsOf(bin('2026-03-01', '2026-03-02'))).toMatchObject({ up: 2n, isKnown: true, isWhole: false })
    expect(unitsOf(bin('2026-03-05', '2026-03-06'))).toMatchObject({ isKnown: false, isWhole: false })
  })

  test('told by months says nothing of a part of a month', () => {
    const unitsOf = unitsByBin(monthly, byPart([at('2026-03-01', 7n), at('2026-04-01', 8n)]))
    expect(unitsOf(MARCH)).toMatchObject({ up: 7n, isWhole: true })
    expect(unitsOf(bin('2026-03-01', '2026-04-30'))).toMatchObject({ up: 15n, isWhole: true })
    expect(unitsOf(bin('2026-03-02', '2026-03-31'))).toMatchObject({ isWhole: false })
    expect(unitsOf(bin('2026-03-01', '2026-03-30'))).toMatchObject({ isWhole: false })
  })
})

test('a stock has the mean of its days or months', () => {
  const customers = { step: 'month', kind: 'stock' } as const
  const points = [at('2026-01-01', 100n), at('2026-02-01', 110n), at('2026-03-01', 121n)]
  const unitsOf = unitsByBin(customers, byPart(points))
  expect(unitsOf(bin('2026-01-01', '2026-03-31'))).toEqual({
    up: 331n,
    down: 3n,
    isKnown: true,
    isWhole: true,
  })
})

test('a part that has not begun is none of it, one that stopped without a zero is missing', () => {
  const points = [
    at('2026-01-01', 10n, 'Альфа'),
    at('2026-02-01', 11n, 'Альфа'),
    at('2026-03-01', 12n, 'Альфа'),
    at('2026-02-01', 5n, 'Бета'),
  ]
  const unitsOf = unitsByBin(monthly, byPart(points))
  expect(unitsOf(bin('2026-01-01', '2026-01-31'))).toMatchObject({ up: 10n, isWhole: true })
  expect(unitsOf(bin('2026-02-01', '2026-02-28'))).toMatchObject({ up: 16n, isWhole: true })
  expect(unitsOf(MARCH)).toMatchObject({ up: 12n, isWhole: false })
})

test('without values nothing is known', () => {
  expect(unitsByBin(daily, new Map())(MARCH)).toEqual({ up: 0n, down: 1n, isKnown: false, isWhole: false })
})

test('gaps are what lies between the first and the last value of a part', () => {
  const points = [
    at('2026-01-01', 1n, 'Альфа'),
    at('2026-04-01', 1n, 'Альфа'),
    at('2026-05-01', 0n, 'Альфа'),
    at('2026-03-01', 1n, 'Бета'),
  ]
  expect(gapsOf('month', points)).toEqual([{ part: 'Альфа', from: '2026-02-01', to: '2026-03-31' }])
  expect(gapsOf('day', [at('2026-02-27', 1n), at('2026-03-02', 1n)])).toEqual([
    { part: null, from: '2026-02-28', to: '2026-03-01' },
  ])
})

test('a month stands under its first day', () => {
  expect(isOnStep('month', day('2026-03-01'))).toBe(true)
  expect(isOnStep('month', day('2026-03-02'))).toBe(false)
  expect(isOnStep('day', day('2026-03-02'))).toBe(true)
})
