import { expect, test } from 'vitest'
import { freeName } from '#renderer/app/free-name.ts'
import { coverageRatio, pointsBetween } from '#renderer/features/allocation/coverage.ts'

test('the coverage told first is that of the largest currency', () => {
  const sums = [
    { currency: 'USD' as const, assigned: '1', total: '10', ratio: '0.1' },
    { currency: 'RUB' as const, assigned: '80', total: '100', ratio: '0.8' },
  ]
  expect(coverageRatio({ sums, resources: 2, resourcesLeft: 1 })).toBe('0.8')
  expect(coverageRatio({ sums: [], resources: 0, resourcesLeft: 0 })).toBeNull()
})

test('a change of coverage is told in points of a hundred', () => {
  expect(pointsBetween('0.74', '0.872')).toBe('+13.2')
  expect(pointsBetween('0.872', '0.74')).toBe('-13.2')
  expect(pointsBetween('0.5', '0.5')).toBeNull()
  expect(pointsBetween(null, '0.5')).toBeNull()
})

test('a copy gets the first name that is free', () => {
  expect(freeName('Отдел', ['Склад'])).toBe('Отдел')
  expect(freeName('Отдел', ['отдел', 'Отдел 2'])).toBe('Отдел 3')
})
