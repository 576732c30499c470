import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liveParcels, type Told } from '#main/core/ledger/precedence.ts'

/** The same said as a story: each parcel in its turn takes the place of those before it, or stands beside them. */
function told(parcels: readonly Told[]): number[] {
  let live: number[] = []
  for (const { parcelId, mode } of parcels.toSorted((a, b) => a.turn - b.turn))
    live = mode === 'replace' ? [parcelId] : [...live, parcelId]
  return live.sort((a, b) => a - b)
}

const history = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 8 })
  .chain((turns) =>
    fc.tuple(
      ...turns.map((turn) => fc.record({ turn: fc.constant(turn), mode: fc.constantFrom('replace', 'add') })),
    ),
  )
  .map((all) =>
    all.map(({ turn, mode }, at): Told => ({ parcelId: at + 1, turn, mode: mode as Told['mode'] })),
  )

test('what counts for a day is the last parcel that replaces and those added after it', () => {
  fc.assert(
    fc.property(history, (all) => {
      expect(liveParcels(all).sort((a, b) => a - b)).toEqual(told(all))
    }),
    { numRuns: 5000 },
  )
})

test('a parcel that is taken back leaves things as if it had never come', () => {
  fc.assert(
    fc.property(history, fc.nat(), (all, pick) => {
      const without = all.filter((_, at) => at !== pick % Math.max(1, all.length))
      expect(liveParcels(without).sort((a, b) => a - b)).toEqual(told(without))
    }),
    { numRuns: 2000 },
  )
})
