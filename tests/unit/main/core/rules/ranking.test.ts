import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinCompared, leadingKeys, topMovers, topSpenders } from '#main/core/rules/ranking.ts'

const entries = joinCompared(
  new Map([
    ['a', 10n],
    ['b', 30n],
    ['c', -5n],
    ['d', 30n],
  ]),
  new Map([
    ['a', 10n],
    ['b', 10n],
    ['e', 25n],
  ]),
)

describe('ranking', () => {
  it('puts the largest first, equal amounts by key, and what costs nothing nowhere', () => {
    expect(topSpenders(entries, 10).items.map((e) => e.key)).toEqual(['b', 'd', 'a', 'c'])
  })

  it('puts the greatest changes first, up or down, and drops what stayed', () => {
    expect(topMovers(entries, 10).map((e) => e.key)).toEqual(['d', 'e', 'b', 'c'])
  })

  it('loses nothing between the items and the rest', () => {
    const amounts = fc.dictionary(fc.string(), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }))
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 1, max: 9 }), (now, before, limit) => {
        const all = joinCompared(new Map(Object.entries(now)), new Map(Object.entries(before)))
        const { items, rest } = topSpenders(all, limit)
        const total = Object.values(now).reduce((a, b) => a + b, 0n)
        expect(items.reduce((a, e) => a + e.femtos, rest)).toBe(total)
        expect(items.length).toBeLessThanOrEqual(limit)
      }),
    )
  })
})

describe('the keys worth a colour', () => {
  const many = new Map(Array.from({ length: 10 }, (_, i): [string, bigint] => [`k${i}`, BigInt(100 - i)]))

  it('are all of them while they fit', () => {
    expect(leadingKeys(new Map([...many].slice(0, 8)), 8)).toMatchObject({ hasRest: false })
  })

  it('are the largest when they do not', () => {
    const { keys, hasRest } = leadingKeys(many, 8)
    expect(keys).toEqual(['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7'])
    expect(hasRest).toBe(true)
  })

  it('never hold the key of the rest beside the rest', () => {
    const { keys } = leadingKeys(new Map([...many, ['other', 1000n]]), 8)
    expect(keys).toHaveLength(8)
    expect(keys).not.toContain('other')
  })
})
