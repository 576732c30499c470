import { describe, expect, it } from 'vitest'
import type { ActDocument } from '#main/core/acts/document.ts'
import { accountOf } from '#main/core/acts/match-account.ts'
import { day } from '#shared/lib/day.ts'

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
