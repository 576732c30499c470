import { describe, expect, test } from 'vitest'
import {
  cellKey,
  daysOfPage,
  firstPage,
  footOf,
  isPageOf,
  movePage,
  pastedCells,
  placePasted,
  put,
  rangeOfPage,
  toValues,
} from '#renderer/features/business/series/value-grid.ts'
import { day } from '#shared/lib/day.ts'

test('a page is a year of months or a month of days', () => {
  expect(daysOfPage('month', '2026')).toHaveLength(12)
  expect(daysOfPage('day', '2026-02').at(-1)).toBe('2026-02-28')
  expect(rangeOfPage('month', '2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  expect(movePage('month', '2026', -1)).toBe('2025')
  expect(movePage('day', '2026-12', 1)).toBe('2027-01')
  expect([isPageOf('day', '2026-13'), isPageOf('month', '2026-01'), isPageOf('month', '2026')]).toEqual([
    false,
    false,
    true,
  ])
  expect(firstPage('day', null, day('2026-11-01'))).toBe('2026-10')
  expect(firstPage('month', day('2025-12-01'), day('2026-11-01'))).toBe('2025')
})

describe('edits', () => {
  const kept = new Map([[cellKey(day('2026-01-01'), null), '5']])
  const key = cellKey(day('2026-01-01'), null)

  test('typing what is there already is no change, an emptied cell takes its value away', () => {
    const typed = put(new Map(), kept, [{ key, text: '7' }])
    expect(toValues(typed)).toEqual([{ day: '2026-01-01', part: null, value: '7' }])
    expect(put(typed, kept, [{ key, text: '5,0' }]).size).toBe(0)
    expect(toValues(put(typed, kept, [{ key, text: ' ' }]))).toEqual([
      { day: '2026-01-01', part: null, value: null },
    ])
  })

  test('a part’s name may have spaces', () => {
    const own = cellKey(day('2026-01-01'), 'ООО «Ромашка и Ко»')
    expect(toValues(put(new Map(), kept, [{ key: own, text: '1' }]))[0]?.part).toBe('ООО «Ромашка и Ко»')
  })
})

describe('what a spreadsheet puts on the clipboard', () => {
  const days = daysOfPage('month', '2026')
  const page = { step: 'month' as const, days, parts: ['А', 'Б'] }
  const paste = (text: string, row = 0, column = 0) => {
    const { cells, outside } = placePasted(pastedCells(text), { row, column }, page)
    return { cells: cells.map(({ key, text: value }) => `${key}=${value}`), outside }
  }

  test('goes from the cell at hand on', () => {
    expect(paste('1\t2\r\n3\t4\r\n', 2)).toEqual({
      cells: ['2026-03-01 А=1', '2026-03-01 Б=2', '2026-04-01 А=3', '2026-04-01 Б=4'],
      outside: 0,
    })
  })

  test('says what has no place', () => {
    expect(paste('1\t2\t3\n4\t5\t6', 11)).toEqual({ cells: ['2026-12-01 А=1', '2026-12-01 Б=2'], outside: 4 })
  })

  test('goes to its own days where it names them, wherever it is pasted', () => {
    const dated = 'Месяц\tА\n31.01.2026\t1\n2026-02\t2\n03.2026\t3\n2025-12\t4'
    expect(paste(dated, 7)).toEqual({
      cells: ['2026-01-01 А=1', '2026-02-01 А=2', '2026-03-01 А=3'],
      outside: 1,
    })
  })

  test('has a head that is left out, and empty cells that change nothing', () => {
    expect(paste('А\tБ\n1\t\n\t2')).toEqual({ cells: ['2026-01-01 А=1', '2026-02-01 Б=2'], outside: 0 })
  })
})

test('a column ends with its sum, or with its mean where it does not add up', () => {
  const days = daysOfPage('month', '2026')
  const texts = new Map([
    [cellKey(days[0] ?? day('2026-01-01'), null), '10'],
    [cellKey(days[1] ?? day('2026-02-01'), null), '15,5'],
    [cellKey(days[2] ?? day('2026-03-01'), null), 'x'],
  ])
  const textOf = (key: string): string => texts.get(key) ?? ''
  expect(footOf(days, null, 'flow', textOf)).toBe('25.5')
  expect(footOf(days, null, 'stock', textOf)).toBe('12.75')
  expect(footOf(days, 'А', 'flow', textOf)).toBeNull()
})
