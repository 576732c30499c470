import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ladderOf, withTax } from '#main/core/reconciliation/ladder.ts'
import { day } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'

const femtos = (text: string): bigint => parseDecimal(text) ?? 0n
const at = (on: string, billed: string, list = billed) => ({
  day: day(on),
  billed: femtos(billed),
  list: femtos(list),
})
const general = { isIncluded: true, scheme: 'general' } as const

it('adds days of one rate up exactly and rounds once', () => {
  const days = Array.from({ length: 3 }, (_, i) => at(`2026-01-0${i + 1}`, '0.333'))
  expect(ladderOf(days, general, 2)).toMatchObject({
    without: femtos('0.82'),
    vatTotal: femtos('0.18'),
    withVat: femtos('1'),
  })
})

it('takes each day at its own rate over the border of a year', () => {
  const ladder = ladderOf([at('2025-12-31', '120'), at('2026-01-01', '122')], general, 2)
  expect(ladder.vat).toEqual([
    { rate: '20', base: femtos('100'), amount: femtos('20') },
    { rate: '22', base: femtos('100'), amount: femtos('22') },
  ])
  expect(ladder.withVat).toBe(femtos('242'))
})

it.each([
  ['usn5', '105', '5', '5'],
  ['usn7', '107', '7', '7'],
  ['none', '100', 'none', '0'],
] as const)('%s', (scheme, billed, rate, amount) => {
  expect(ladderOf([at('2026-02-01', billed)], { isIncluded: true, scheme }, 2).vat).toEqual([
    { rate, base: femtos('100'), amount: femtos(amount) },
  ])
})

it('puts the tax on what has none', () => {
  const terms = { isIncluded: false, scheme: 'general' } as const
  expect(ladderOf([at('2026-02-01', '100.005')], terms, 2)).toMatchObject({
    ...{ without: femtos('100.01'), vatTotal: femtos('22'), withVat: femtos('122.01') },
  })
  expect(withTax(femtos('100'), day('2026-02-01'), terms)).toBe(femtos('122'))
  expect(withTax(femtos('100'), day('2026-02-01'), general)).toBe(femtos('100'))
})

it('each step follows from those above it, whatever is billed', () => {
  const amount = fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n })
  const on = fc.constantFrom(day('2025-12-30'), day('2025-12-31'), day('2026-01-01'))
  fc.assert(
    fc.property(fc.array(fc.tuple(on, amount, amount)), fc.boolean(), (days, isIncluded) => {
      const ladder = ladderOf(
        days.map(([on, billed, list]) => ({ day: on, billed, list })),
        { isIncluded, scheme: 'general' },
        2,
      )
      expect(ladder.accrued + ladder.discounts).toBe(ladder.without)
      expect(ladder.without + ladder.vatTotal).toBe(ladder.withVat)
      expect(ladder.vat.reduce((sum, part) => sum + part.base + part.amount, 0n)).toBe(ladder.withVat)
      const step = 10n ** 13n
      for (const sum of [ladder.accrued, ladder.without, ladder.vatTotal, ladder.withVat])
        expect(sum % step).toBe(0n)
    }),
  )
})
