import { expect, test } from 'vitest'
import {
  closedMonths,
  directionOf,
  hasBefore,
  sumsByCurrency,
  sumsOfFiles,
} from '#renderer/features/data/sums.ts'
import type { ImportDifference, SummaryView } from '#shared/contract/imports.ts'
import { day } from '#shared/lib/day.ts'

type Account = SummaryView['accounts'][number]

const account = (over: Partial<Account>): Account => ({
  provider: 'aws',
  accountRef: '1',
  accountName: null,
  connectionId: null,
  currency: 'RUB',
  from: day('2026-10-01'),
  to: day('2026-10-31'),
  lines: 1,
  billed: '0.1',
  effective: '0.1',
  ...over,
})

test('accounts add up exactly, and currencies stay apart', () => {
  const sums = sumsByCurrency([
    account({ billed: '0.1' }),
    account({ accountRef: '2', billed: '0.2', effective: '0.000000000000001' }),
    account({ accountRef: '3', currency: 'USD', billed: '5' }),
  ])
  expect(sums).toEqual([
    { currency: 'USD', lines: 1, billed: '5', effective: '0.1' },
    { currency: 'RUB', lines: 2, billed: '0.3', effective: '0.100000000000001' },
  ])
})

test('a change points where it goes', () => {
  expect(['-0.00', '12', '-3'].map(directionOf)).toEqual(['flat', 'up', 'down'])
})

const difference = (over: Partial<ImportDifference>): ImportDifference => ({
  provider: 'aws',
  accountRef: '1',
  month: '2026-09',
  currency: 'RUB',
  days: 30,
  kind: 'new',
  before: null,
  isFromApi: false,
  after: { lines: 1, billed: '1', effective: '1' },
  change: '1',
  isClosed: false,
  ...over,
})

test('only what is there already can be added to', () => {
  expect(hasBefore([difference({})])).toBe(false)
  expect(hasBefore([difference({ before: { lines: 2, billed: '0', effective: '0' } })])).toBe(true)
})

test('closed months are warned of where something changes', () => {
  const months = closedMonths([
    difference({ month: '2026-09', isClosed: true, kind: 'changed' }),
    difference({ month: '2026-08', isClosed: true, kind: 'new' }),
    difference({ month: '2026-07', isClosed: true, kind: 'same' }),
    difference({ month: '2026-10' }),
  ])
  expect(months).toEqual(['2026-08', '2026-09'])
})

test('files add up exactly, each currency by itself', () => {
  expect(
    sumsOfFiles([
      { totals: [{ currency: 'RUB', billed: '0.1' }] },
      {
        totals: [
          { currency: 'RUB', billed: '0.2' },
          { currency: 'USD', billed: '-1' },
        ],
      },
    ]),
  ).toEqual([
    { currency: 'RUB', billed: '0.3' },
    { currency: 'USD', billed: '-1' },
  ])
})
