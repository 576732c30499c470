import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byRate, isCostAccount, splitTaxed } from '#main/core/reconciliation/postings.ts'

const KOPECK = 10n ** 13n

it('parts add up to the act by every sum, in whole kopecks, and each total follows from its parts', () => {
  const sum = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
  const weights = fc.array(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), { maxLength: 30 })
  fc.assert(
    fc.property(sum, sum, weights, (without, vat, all) => {
      const parts = splitTaxed(
        { without: without * KOPECK, rate: '22', vat: vat * KOPECK },
        all.map((weight, at) => ({ part: `${at}`, weight })),
        2,
      )
      const total = (of: 'without' | 'vat' | 'total') => parts.reduce((sums, part) => sums + part[of], 0n)
      expect(total('without')).toBe(without * KOPECK)
      expect(total('vat')).toBe(vat * KOPECK)
      expect(total('total')).toBe((without + vat) * KOPECK)
      for (const part of parts) {
        expect(part.total).toBe(part.without + part.vat)
        expect(part.without % KOPECK).toBe(0n)
      }
    }),
  )
})

it('what costs nothing, or brings money back, gets no posting', () => {
  const taxed = { without: 100n * KOPECK, rate: '22', vat: 22n * KOPECK } as const
  const parts = splitTaxed(
    taxed,
    [
      { part: 'a', weight: 3n },
      { part: 'b', weight: 0n },
      { part: 'c', weight: -5n },
      { part: null, weight: 1n },
    ],
    2,
  )
  expect(parts.map(({ part, without, vat }) => [part, without / KOPECK, vat / KOPECK])).toEqual([
    ['a', 75n, 17n],
    [null, 25n, 5n],
  ])
  expect(splitTaxed(taxed, [], 2)).toMatchObject([{ part: null, total: 122n * KOPECK }])
})

it('lines of one rate go together', () => {
  const line = (rate: '20' | '22', without: bigint) => ({ rate, without, vat: 1n })
  expect(byRate([line('22', 1n), line('20', 5n), line('22', 2n)])).toEqual([
    { rate: '22', without: 3n, vat: 2n },
    { rate: '20', without: 5n, vat: 1n },
  ])
})

it('knows an account of costs', () => {
  for (const good of ['20', '20.01', '23', '25', '26', '44.01', '44.1', '91.02', '44.01.1'])
    expect(isCostAccount(good)).toBe(true)
  for (const bad of ['', '10', '60.01', '26.', '26,1', ' 26', '44.001', '2601'])
    expect(isCostAccount(bad)).toBe(false)
})
