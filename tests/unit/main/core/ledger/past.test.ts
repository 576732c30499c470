import { expect, test } from 'vitest'
import { changedSince, countedAt, dayOf, type PastParcel } from '#main/core/ledger/past.ts'
import { day } from '#shared/lib/day.ts'

const parcel = (id: number, more: Partial<PastParcel> = {}): PastParcel => ({
  id,
  turn: id,
  mode: 'replace',
  committedAtMs: id * 10,
  withdrawnAtMs: null,
  ...more,
})
const on = (parcelId: number, of: string) => ({ parcelId, connectionId: 'c1', day: day(of) })

test('a delivery counts from the moment it is committed until it is withdrawn', () => {
  const one = parcel(1, { withdrawnAtMs: 50 })
  expect([9, 10, 49, 50].map((atMs) => countedAt(one, { atMs }))).toEqual([false, true, true, false])
})

test('of two that were committed in one moment the later one came later', () => {
  const [one, other] = [parcel(1, { committedAtMs: 5 }), parcel(2, { committedAtMs: 5 })]
  expect([one, other].map((each) => countedAt(each, { atMs: 5, beforeTurn: 2 }))).toEqual([true, false])
})

test('days that the same delivery tells of then and now are no change', () => {
  const days = [on(1, '2026-11-01'), on(1, '2026-11-02'), on(2, '2026-11-02')]
  const { months, covered } = changedSince([parcel(1), parcel(2)], days, { atMs: 15 })
  expect(months).toEqual([
    { parcelId: 1, connectionId: 'c1', month: '2026-11', before: 0b10, after: 0 },
    { parcelId: 2, connectionId: 'c1', month: '2026-11', before: 0, after: 0b10 },
  ])
  expect([...covered.before]).toEqual([dayOf('c1', day('2026-11-01')), dayOf('c1', day('2026-11-02'))])
  expect(covered.after.size).toBe(2)
})

test('what was withdrawn since counted then, and the API counts in its place now', () => {
  const { months, covered } = changedSince([parcel(1, { withdrawnAtMs: 20 })], [on(1, '2026-11-30')], {
    atMs: 15,
  })
  expect(months).toEqual([{ parcelId: 1, connectionId: 'c1', month: '2026-11', before: 2 ** 29, after: 0 }])
  expect([covered.before.size, covered.after.size]).toEqual([1, 0])
})
