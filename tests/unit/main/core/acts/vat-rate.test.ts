import { expect, it } from 'vitest'
import { generalRateOn, rateOf, readVatRate } from '#main/core/acts/vat-rate.ts'
import { day } from '#shared/lib/day.ts'

it.each([
  ['20%', '20'],
  ['22 %', '22'],
  ['20/120', '20'],
  ['22/122', '22'],
  ['18', '18'],
  ['0%', '0'],
  ['5%', '5'],
  ['7/107', '7'],
  ['без НДС', 'none'],
  ['НДС исчисляется налоговым агентом', 'none'],
  ['21%', null],
  ['20/122', null],
  ['', null],
])('«%s» is %s', (text, rate) => {
  expect(readVatRate(text)).toBe(rate)
})

it('the general rate follows the law', () => {
  expect(['2018-12-31', '2025-12-31', '2026-01-01'].map((on) => generalRateOn(day(on)))).toEqual([
    '18',
    '20',
    '22',
  ])
})

it('sums alone tell the rate that fits them', () => {
  const sums = (without: bigint, vat: bigint) => ({ without: without * 10n ** 13n, vat: vat * 10n ** 13n })
  expect(rateOf([], sums(100_000n, 22_001n))).toBe('22')
  expect(rateOf([], sums(100_000n, 0n))).toBe('none')
  expect(rateOf([], sums(100_000n, 21_000n))).toBe('mixed')
})
