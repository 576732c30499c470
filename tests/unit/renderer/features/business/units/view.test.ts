import { expect, test } from 'vitest'
import {
  binKind,
  extremesOf,
  isOfMonths,
  knownOf,
  lastKnown,
  namedServices,
  type UnitBin,
} from '#renderer/features/business/units/view.ts'
import { day } from '#shared/lib/day.ts'

const bin = (from: string, to: string, unitCost: string | null = null): UnitBin => ({
  from: day(from),
  to: day(to),
  cost: '1',
  units: '1',
  unitCost,
  gap: unitCost === null ? 'partlyKnown' : null,
})

test('figures come from the periods that have a unit cost', () => {
  const bins = [
    bin('2026-01-01', '2026-01-31', '9.5'),
    bin('2026-02-01', '2026-02-28', '10.25'),
    bin('2026-03-01', '2026-03-19'),
  ]
  expect(knownOf(bins)).toBe(2)
  expect(lastKnown(bins)?.from).toBe('2026-02-01')
  expect(extremesOf(bins)).toEqual({ least: '9.5', most: '10.25' })
  expect(extremesOf(bins.slice(2))).toBeNull()
})

test('a whole month is called by its name, a cut one by its days', () => {
  expect(binKind(bin('2026-02-01', '2026-02-28'))).toBe('month')
  expect(binKind(bin('2026-02-01', '2026-02-27'))).toBe('range')
  expect(binKind(bin('2026-02-01', '2026-02-01'))).toBe('day')
  expect(isOfMonths(bin('2026-02-01', '2026-02-19'))).toBe(true)
  expect(isOfMonths(bin('2026-02-02', '2026-02-08'))).toBe(false)
})

test('the largest changes of either sign are named, the others are one figure that adds up', () => {
  const services = ['5', '4', '3', '0.5', '0.25', '-1', '-2', '-6'].map((amount) => ({
    label: amount,
    amount,
  }))
  const { named, rest } = namedServices(services)
  expect(named.map(({ amount }) => amount)).toEqual(['-6', '5', '4', '3', '-2', '-1'])
  expect(rest).toEqual({ count: 2, amount: '0.75' })
  expect(namedServices(services.slice(0, 3)).rest).toBeNull()
})
