import { expect, test } from 'vitest'
import { factorOn, multiplied } from '#main/core/explorer/factors.ts'
import { usualTerms, vatFactors } from '#main/core/explorer/vat.ts'
import { day } from '#shared/lib/day.ts'

const on = (terms: Parameters<typeof vatFactors>[0], mode: Parameters<typeof vatFactors>[1], at: string) => {
  const { up, down } = factorOn(vatFactors(terms, mode), day(at))
  return `${up}/${down}`
}

test('a bill with the tax in it is taken apart by the rate of the day', () => {
  const terms = { isIncluded: true, scheme: 'general' } as const
  expect(
    ['2018-12-31', '2019-01-01', '2025-12-31', '2026-01-01'].map((at) => on(terms, 'without', at)),
  ).toEqual(['100/118', '100/120', '100/120', '100/122'])
  expect(vatFactors(terms, 'with')).toEqual([])
  expect(vatFactors(terms, 'asBilled')).toEqual([])
})

test('a bill without it gets it added, and is left alone without', () => {
  const terms = { isIncluded: false, scheme: 'usn5' } as const
  expect(on(terms, 'with', '2026-03-01')).toBe('105/100')
  expect(on({ ...terms, scheme: 'usn7' }, 'with', '2026-03-01')).toBe('107/100')
  expect(vatFactors(terms, 'without')).toEqual([])
})

test('small payers had no tax before 2025, the exempt never have', () => {
  expect(on({ isIncluded: true, scheme: 'usn5' }, 'without', '2024-12-31')).toBe('100/100')
  expect(vatFactors({ isIncluded: false, scheme: 'none' }, 'with')).toEqual([])
})

test('Russian clouds are taken to bill with the tax, foreign ones without any', () => {
  expect(usualTerms('selectel')).toEqual({ isIncluded: true, scheme: 'general' })
  expect(usualTerms('aws')).toEqual({ isIncluded: false, scheme: 'none' })
})

test('a rate and the tax hold together, each from its own day on, and alike neighbours are one', () => {
  const [a, b, c] = [day('2026-01-01'), day('2026-01-05'), day('2026-01-09')]
  const rates = [
    { from: a, factor: { up: 80n, down: 1n } },
    { from: c, factor: { up: 90n, down: 1n } },
  ]
  const tax = [
    { from: b, factor: { up: 122n, down: 100n } },
    { from: c, factor: { up: 244n, down: 200n } },
  ]
  expect(multiplied(rates, tax)).toEqual([
    { from: a, factor: { up: 80n, down: 1n } },
    { from: b, factor: { up: 488n, down: 5n } },
    { from: c, factor: { up: 549n, down: 5n } },
  ])
  expect(multiplied(rates, [])).toEqual(rates)
})
