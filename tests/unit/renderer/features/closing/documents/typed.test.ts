import { expect, it } from 'vitest'
import { otherTotal, readTypedSum, sumsFrom, usualRate } from '#renderer/features/closing/documents/typed.ts'
import { isPayable, isStatement, monthsBefore, paidState } from '#renderer/features/closing/documents/view.ts'
import type { ActView, PaymentView } from '#shared/contract/acts.ts'
import { day } from '#shared/lib/day.ts'

it.each([
  ['1 220,00', '1220.00'],
  ['−122', '-122'],
  ['12,5 ₽', '12.5'],
  ['12,345', null],
  ['тысяча', null],
  ['', null],
])('«%s» is read as %s', (typed, read) => {
  expect(readTypedSum(typed)).toBe(read)
})

it('the tax and the total follow from the sum and the rate, to the kopeck', () => {
  expect(sumsFrom('1000', '22')).toEqual({ vat: '220', total: '1220' })
  expect(sumsFrom('0.05', '20')).toEqual({ vat: '0.01', total: '0.06' })
  expect(sumsFrom('100', 'none')).toEqual({ vat: '0', total: '100' })
  expect(sumsFrom('100', 'mixed')).toBeNull()
})

it('sums that make another total say which', () => {
  expect(otherTotal('1000.00', '220', '1220')).toBeNull()
  expect(otherTotal('1000', '220', '1221')).toBe('1220')
})

it('the usual rate is the law’s of that month', () => {
  expect(['2018-12', '2025-12', '2026-01'].map(usualRate)).toEqual(['18', '20', '22'])
})

const act = (over: Partial<ActView>) =>
  ({ kind: 'act', total: '100', paid: '0', countedAsId: null, currency: 'RUB', ...over }) as ActView

it.each([
  ['0', 'none', '0'],
  ['40', 'part', '40'],
  ['100', 'full', '100'],
  ['130', 'over', '30'],
])('an act for 100 of which %s is paid: %s', (paid, state, amount) => {
  expect(paidState(act({ paid }))).toEqual({ state, amount })
})

it('nobody pays a correction or an invoice beside its act', () => {
  expect(paidState(act({ kind: 'correction' })).state).toBe('inOther')
  expect(paidState(act({ countedAsId: 'a' })).state).toBe('inOther')
})

it('a payment may be put to an unpaid document of the same company, or of one without a number', () => {
  const payment = { payee: { name: 'А', inn: '7700000001' }, currency: 'RUB' } as PaymentView
  const of = (inn: string | null) => act({ supplier: { name: 'Б', inn, kpp: null } })
  const paid = { ...of('7700000001'), paid: '100' }
  const all = [of('7700000001'), of(null), of('7700000002'), paid]
  expect(all.map((one) => isPayable(one, payment))).toEqual([true, true, false, false])
})

it('months run back from the document’s own; a statement is told by its name', () => {
  expect(monthsBefore(day('2026-01-15'), 3)).toEqual(['2026-01', '2025-12', '2025-11'])
  expect([isStatement('kl_to_1c.TXT'), isStatement('упд.xml')]).toEqual([true, false])
})
