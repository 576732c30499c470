import { describe, expect, it } from 'vitest'
import type { ActDocument } from '#main/core/acts/document.ts'
import { accountOf } from '#main/core/acts/match-account.ts'
import { actOf, type PayableAct } from '#main/core/acts/match-payment.ts'
import { normalName } from '#main/core/acts/names.ts'
import { providerOf } from '#main/core/acts/suppliers.ts'
import { day } from '#shared/lib/day.ts'

describe('names', () => {
  it.each([
    ['ООО «Яндекс.Облако»', 'yandex'],
    ['АО "Селектел"', 'selectel'],
    ['Общество с ограниченной ответственностью "Бегет"', 'beget'],
    ['ООО «ВК»', 'vk'],
    ['ООО «ВК Цифровые технологии»', 'vk'],
    ['ООО «ТаймВэб»', 'timeweb'],
    ['ООО «Яндекс.Такси»', null],
    ['ООО «Бегетов и партнёры»', null],
  ])('%s is of %s', (name, provider) => {
    expect(providerOf(name)).toBe(provider)
  })

  it('forms, quotes and case make no difference', () => {
    expect(normalName('Публичное акционерное общество «Облако — Пример»')).toBe(
      normalName('ПАО "ОБЛАКО ПРИМЕР"'),
    )
  })
})

const document = (over: Partial<ActDocument>): ActDocument => ({
  kind: 'act',
  number: '1',
  day: day('2026-10-31'),
  supplier: { name: 'ООО «Селектел»', inn: '7700000003', kpp: null },
  buyer: null,
  currency: 'RUB',
  lines: [],
  without: 1000n,
  rate: '22',
  vat: 220n,
  total: 1220n,
  period: null,
  corrects: null,
  words: [],
  ...over,
})
const accounts = [
  { id: 'a', provider: 'selectel' as const, ref: '123456' },
  { id: 'b', provider: 'selectel' as const, ref: '1234567' },
  { id: 'c', provider: 'yandex' as const, ref: 'dn2example' },
]
const find = (over: Partial<ActDocument>, said: [string, string][] = [], billed: [string, bigint][] = []) =>
  accountOf(document(over), { accounts, said: new Map(said), billed: new Map(billed) })

describe('the account of a document', () => {
  it('is the one whose whole number it names', () => {
    expect(find({ words: ['Лицевой счёт 1234567'] })).toBe('b')
    expect(find({ words: ['Лицевой счёт 12345678'] })).toBeNull()
  })

  it('is the one that somebody has said, by number or by name', () => {
    expect(find({}, [['7700000003', 'b']])).toBe('b')
    const unnumbered = { supplier: { name: 'АО «Чей-то»', inn: null, kpp: null } }
    expect(find(unnumbered, [['чей то', 'a']])).toBe('a')
    expect(find(unnumbered)).toBeNull()
  })

  it('is the one whose bill comes near, with the tax or without it, and none of two', () => {
    expect(
      find(
        {},
        [],
        [
          ['a', 1200n],
          ['b', 9000n],
        ],
      ),
    ).toBe('a')
    expect(
      find(
        {},
        [],
        [
          ['a', 990n],
          ['b', 9000n],
        ],
      ),
    ).toBe('a')
    expect(
      find(
        {},
        [],
        [
          ['a', 1200n],
          ['b', 1010n],
        ],
      ),
    ).toBeNull()
  })
})

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
