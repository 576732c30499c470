import { describe, expect, it } from 'vitest'
import { actOf, type PayableAct } from '#main/core/acts/match-payment.ts'

describe('the act of a payment', () => {
  const act = (id: string, number: string, total = 1220n): PayableAct => ({
    ...{ id, number, total, open: total, currency: 'RUB' },
    supplier: { name: 'ООО «Облако-пример»', inn: '7700000001' },
  })
  const pay = (purpose: string, acts: PayableAct[], amount = 1220n, inn: string | null = '7700000001') =>
    actOf({ payee: { name: 'ООО "Облако-пример"', inn }, amount, currency: 'RUB', purpose }, acts)

  it('is named by a short number only where something announces it', () => {
    expect(pay('Оплата по акту № 7', [act('a', '7', 5n), act('b', '8', 6n)])).toEqual({
      actId: 'a',
      matchedBy: 'number',
    })
    expect(pay('Оплата 7 числа', [act('a', '7', 5n), act('b', '8', 6n)])).toBeNull()
    expect(pay('Доплата УПД-2026/10', [act('a', 'УПД-2026/10', 5n)])).toMatchObject({ matchedBy: 'number' })
  })

  it('of two with one number is the one of that sum', () => {
    expect(pay('счет 15', [act('a', '15', 5n), act('b', '15')])).toEqual({ actId: 'b', matchedBy: 'number' })
    expect(pay('счет 15', [act('a', '15'), act('b', '15')])).toBeNull()
  })

  it('is never another company’s', () => {
    expect(pay('Оплата по акту № 7', [act('a', '7')], 1220n, '7700000099')).toBeNull()
    expect(pay('Оплата по акту № 7', [act('a', '7')], 1220n, null)).toMatchObject({ actId: 'a' })
  })
})
