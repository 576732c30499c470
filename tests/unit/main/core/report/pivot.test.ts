import { expect, test } from 'vitest'
import { pivotOf } from '#main/core/report/pivot.ts'

const cell = (name: string, column: string, amount: string) => ({ names: [name], column, amount })

test('lines and columns go from the largest on; what has no costs stays empty', () => {
  expect(pivotOf([cell('a', 'x', '1.5'), cell('b', 'x', '2'), cell('b', 'y', '0.25')], 5)).toEqual({
    columns: [
      { name: 'x', count: 1 },
      { name: 'y', count: 1 },
    ],
    lines: [
      { names: ['b'], amounts: ['2', '0.25'], total: '2.25' },
      { names: ['a'], amounts: ['1.5', null], total: '1.5' },
    ],
  })
})

test('columns that have no place stand together, so that each line is its sum', () => {
  const cells = Array.from({ length: 6 }, (_, at) => cell('a', `c${at}`, String(at + 1)))
  expect(pivotOf([...cells, cell('b', 'c5', '10')], 2)).toEqual({
    columns: [
      { name: 'c5', count: 1 },
      { name: 'c4', count: 1 },
      { name: null, count: 4 },
    ],
    lines: [
      { names: ['a'], amounts: ['6', '5', '10'], total: '21' },
      { names: ['b'], amounts: ['10', null, null], total: '10' },
    ],
  })
})

test('one column more than there is room for stands apart: together with nobody it would be itself', () => {
  expect(
    pivotOf([cell('a', 'x', '3'), cell('a', 'y', '2'), cell('a', 'z', '1')], 2).columns.map(
      ({ name }) => name,
    ),
  ).toEqual(['x', 'y', 'z'])
})
