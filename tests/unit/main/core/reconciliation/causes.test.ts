import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Candidate, roundingLimitOf, splitDifference } from '#main/core/reconciliation/causes.ts'
import type { Day } from '#shared/lib/day.ts'

const KOPECK = 10n ** 13n
const kopecks = (count: number): bigint => BigInt(count) * KOPECK

const candidate = (amount: bigint, more: Partial<Candidate> = {}): Candidate => ({
  ...{ kind: 'correction', amount, isSure: true, facts: {}, lines: [], linesTotal: 0 },
  ...more,
})
const split = (difference: bigint, candidates: Candidate[], more = {}) =>
  splitDifference({
    ...{ difference, candidates, roundingLimit: kopecks(5), roundedLines: 10, missing: null },
    ...more,
  }).map(({ kind, amount }) => [kind, amount / KOPECK])

it('parts add up to the difference, whatever there is to explain it', () => {
  const sum = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n })
  const any = fc.record({
    kind: fc.constantFrom('grant', 'correction', 'lateRows'),
    amount: sum,
    isSure: fc.boolean(),
    group: fc.constantFrom('a', 'b'),
  })
  fc.assert(
    fc.property(
      sum,
      fc.array(any, { maxLength: 14 }),
      fc.bigInt({ min: 0n, max: 1000n }),
      (difference, some, limit) => {
        const causes = splitDifference({
          difference: difference * KOPECK,
          candidates: some.map((one) =>
            candidate(one.amount * KOPECK, one.isSure ? { ...one, amount: one.amount * KOPECK } : {}),
          ),
          roundingLimit: limit * KOPECK,
          roundedLines: 1,
          missing: { days: ['2026-10-01' as Day], expected: limit * KOPECK },
        })
        expect(causes.reduce((total, { amount }) => total + amount, 0n)).toBe(difference * KOPECK)
        expect(new Set(causes.map(({ kind }) => kind)).size).toBe(causes.length)
      },
    ),
  )
})

it('nothing explains no difference', () => {
  expect(split(0n, [candidate(kopecks(100))])).toEqual([])
})

it('what documents say goes before what rounding could be', () => {
  expect(split(kopecks(1004), [candidate(kopecks(1000))])).toEqual([
    ['correction', 1000n],
    ['rounding', 4n],
  ])
  expect(split(kopecks(1004), [candidate(kopecks(1000))], { roundingLimit: kopecks(5000) })).toEqual([
    ['correction', 1000n],
    ['rounding', 4n],
  ])
})

it('rounding is half a kopeck a line at most, with a tax half a kopeck for either and the tax of the former', () => {
  expect(roundingLimitOf(10, 2, null)).toBe(kopecks(5))
  expect(roundingLimitOf(100, 2, 22n)).toBe(kopecks(111))
  expect(split(kopecks(5), [])).toEqual([['rounding', 5n]])
  expect(split(kopecks(6), [])).toEqual([['unexplained', 6n]])
})

it('a coincidence of sums counts only where it closes the difference', () => {
  const hours = candidate(kopecks(300), { kind: 'dayBorder', isSure: false })
  expect(split(kopecks(302), [hours])).toEqual([
    ['dayBorder', 300n],
    ['rounding', 2n],
  ])
  expect(split(kopecks(400), [hours])).toEqual([['unexplained', 400n]])
})

it('the same money is not told twice', () => {
  const late = [100, 90].map((count) => candidate(kopecks(count), { kind: 'lateRows', group: 'late' }))
  expect(split(kopecks(190), late)).toEqual([
    ['lateRows', 100n],
    ['unexplained', 90n],
  ])
})

it('missing days take what they could cost, and never make an act smaller', () => {
  const days = ['2026-10-01', '2026-10-02'] as Day[]
  const missing = { days, expected: kopecks(100) }
  expect(split(kopecks(150), [], { missing })).toEqual([['missingFile', 150n]])
  expect(split(kopecks(500), [], { missing })).toEqual([
    ['missingFile', 100n],
    ['unexplained', 400n],
  ])
  expect(split(kopecks(-150), [], { missing })).toEqual([['unexplained', -150n]])
  expect(split(kopecks(900), [], { missing: { days, expected: null } })).toEqual([['missingFile', 900n]])
})
