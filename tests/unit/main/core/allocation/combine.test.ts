import { describe, expect, test } from 'vitest'
import { byWeights, evenly, mixed, simplest } from '#main/core/allocation/combine.ts'
import { splitExactly, weightOf } from '#main/core/allocation/outcome.ts'
import { type Basis, outcomeOf } from '#main/core/allocation/outcomes.ts'
import { randomNumbers } from '#tests/support/random.ts'

const basis: Basis = {
  ownCosts: () =>
    new Map([
      ['a', 300n],
      ['b', 100n],
      ['refund', -5n],
    ]),
  ownParts: () => ['a', 'b'],
  seriesValues: () =>
    new Map([
      ['a', 0n],
      ['b', 7n],
    ]),
}

describe('shares', () => {
  test('are whole numbers without a common factor, each part once', () => {
    expect(
      simplest([
        { part: 'a', weight: 4n },
        { part: 'b', weight: 6n },
        { part: 'a', weight: 4n },
      ]),
    ).toEqual([
      { part: 'a', weight: 4n },
      { part: 'b', weight: 3n },
    ])
    expect(byWeights(new Map([['a', 0n]]))).toBeNull()
    expect(evenly([])).toBeNull()
  })

  test('mix in proportion: half of a cost by one outcome and half by the other', () => {
    const half = mixed([
      {
        outcome: [
          { part: 'a', weight: 1n },
          { part: 'b', weight: 2n },
        ],
        weight: 1n,
      },
      { outcome: [{ part: 'b', weight: 1n }], weight: 1n },
    ])
    expect(half).toEqual([
      { part: 'a', weight: 1n },
      { part: 'b', weight: 5n },
    ])
  })

  test('follow what parts cost themselves, what a series says, or what is written', () => {
    const metric = (by: { kind: 'cost' } | { kind: 'series'; seriesId: string }, parts: string[] = []) =>
      outcomeOf({ kind: 'metric', by, parts }, basis, 'RUB')
    expect(metric({ kind: 'cost' })).toEqual([
      { part: 'a', weight: 3n },
      { part: 'b', weight: 1n },
    ])
    expect(metric({ kind: 'cost' }, ['b', 'nobody'])).toEqual([{ part: 'b', weight: 1n }])
    expect(metric({ kind: 'cost' }, ['nobody'])).toBeNull()
    expect(metric({ kind: 'series', seriesId: 's' })).toEqual([{ part: 'b', weight: 1n }])
    expect(outcomeOf({ kind: 'even', parts: [] }, basis, 'RUB')).toEqual([
      { part: 'a', weight: 1n },
      { part: 'b', weight: 1n },
    ])
    const percent = {
      kind: 'percent' as const,
      parts: [
        { part: 'a', percent: '12.5' },
        { part: 'b', percent: '87.5' },
      ],
    }
    expect(outcomeOf(percent, basis, 'RUB')).toEqual([
      { part: 'a', weight: 1n },
      { part: 'b', weight: 7n },
    ])
  })

  test('of any amount add up to it, whatever the weights', () => {
    const next = randomNumbers(3)
    for (let run = 0; run < 300; run += 1) {
      const shares = Array.from({ length: 1 + next(7) }, (_, at) => ({
        part: `p${at}`,
        weight: BigInt(1 + next(997)),
      }))
      const femtos = BigInt(next(2 ** 30)) * BigInt(next(2 ** 30)) * (next(2) === 0 ? -1n : 1n)
      const parts = splitExactly(femtos, shares)
      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(femtos)
      const total = weightOf(shares)
      for (const [at, { weight }] of shares.entries()) {
        const off = (parts[at] ?? 0n) * total - femtos * weight
        expect(off < total && -off < total).toBe(true)
      }
    }
  })
})
