import { describe, expect, test } from 'vitest'
import {
  type CoverageAccount,
  cellsOf,
  gapsOf,
  lastMonth,
  monthCell,
  moveInCells,
} from '#renderer/features/data/coverage/coverage.ts'
import { daysOfMonth, isSpan, moveSpan } from '#renderer/features/data/months.ts'
import { day } from '#shared/lib/day.ts'

const told = (d: string, from: 'api' | 'file') => ({
  day: day(d),
  lines: 1,
  from,
  importId: null,
  fileName: null,
  atMs: 0,
  billed: [],
  replaced: 0,
})

const account: CoverageAccount = {
  connectionId: 'a',
  name: 'Selectel',
  provider: 'selectel',
  firstDay: day('2026-03-02'),
  lastDay: day('2026-03-06'),
  days: [told('2026-03-02', 'file'), told('2026-03-03', 'api'), told('2026-03-06', 'api')],
  gaps: [{ from: day('2026-03-04'), to: day('2026-03-05') }],
}

describe('a month of an account', () => {
  test('each day is told by a file, by the API, missing, or outside', () => {
    const kinds = cellsOf(account, daysOfMonth('2026-03'))
      .slice(0, 7)
      .map(({ kind }) => kind)
    expect(kinds).toEqual(['outside', 'file', 'api', 'none', 'none', 'api', 'outside'])
  })

  test('its days are counted', () => {
    expect(monthCell(account, '2026-03')).toEqual({ month: '2026-03', days: 31, file: 1, api: 2, gaps: 2 })
    expect(monthCell(account, '2026-02')).toMatchObject({ days: 28, file: 0, api: 0, gaps: 0 })
  })
})

test('gaps of all accounts stand with the latest first, and know whether a sync may help', () => {
  const other: CoverageAccount = {
    ...account,
    connectionId: 'b',
    name: 'AWS',
    days: [told('2026-02-01', 'file')],
    gaps: [{ from: day('2026-02-02'), to: day('2026-02-02') }],
  }
  expect(gapsOf([other, account]).map(({ name, days, isFromApi }) => [name, days, isFromApi])).toEqual([
    ['Selectel', 2, true],
    ['AWS', 1, false],
  ])
})

test('the last month with data is shown first, else the current one', () => {
  expect(lastMonth([account], day('2026-11-20'))).toBe('2026-03')
  expect(lastMonth([], day('2026-11-20'))).toBe('2026-11')
})

test('arrows stay within the grid', () => {
  const size = { rows: 2, columns: 31 }
  expect(moveInCells('ArrowRight', { row: 0, column: 30 }, size)).toEqual({ row: 0, column: 30 })
  expect(moveInCells('ArrowDown', { row: 0, column: 3 }, size)).toEqual({ row: 1, column: 3 })
  expect(moveInCells('Home', { row: 1, column: 3 }, size)).toEqual({ row: 1, column: 0 })
  expect(moveInCells('End', { row: 1, column: 3 }, size)).toEqual({ row: 1, column: 30 })
  expect(moveInCells('a', { row: 1, column: 3 }, size)).toBeNull()
})

test('a span is a month or a year, and moves by itself', () => {
  expect(moveSpan('2026-01', -1)).toBe('2025-12')
  expect(moveSpan('2026', 1)).toBe('2027')
  expect([isSpan('2026-02'), isSpan('2026'), isSpan('2026-13'), isSpan('')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
