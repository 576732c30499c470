import { expect, test } from 'vitest'
import { conditionOf, parentsOf, treeOf } from '#renderer/features/allocation/showback/view.ts'
import type { ShowbackRow } from '#shared/contract/allocation.ts'

const row = (key: string | null, parentKey: string | null, total: string, depth = 0): ShowbackRow => ({
  key,
  label: key,
  parentKey,
  depth,
  direct: total,
  shared: '0',
  remainder: '0',
  total,
  before: '0',
  changeRatio: null,
  share: null,
  resources: 1,
})
const rows = [
  row('а', null, '10'),
  row('а1', 'а', '3', 1),
  row('а2', 'а', '7', 1),
  row(null, null, '900'),
  row('б', null, '9007199254740993.5'),
]
const shown = (folded: string[], isDescending = true): (string | null)[] =>
  treeOf(rows, new Set(folded), { by: 'total', isDescending }, 'ru').map((line) => line.row.key)

test('rows stand under their parents in the order asked for; what nobody has comes last', () => {
  expect(shown([])).toEqual(['б', 'а', 'а2', 'а1', null])
  expect(shown([], false)).toEqual(['а', 'а1', 'а2', 'б', null])
  expect(shown(['а'])).toEqual(['б', 'а', null])
  expect([...parentsOf(rows)]).toEqual(['а'])
})

test('a row asks for its own costs', () => {
  const [first = row('а', null, '1'), child = first] = rows
  expect(conditionOf({ tagId: 't' }, first)).toEqual({ dimension: 'virtual:t', op: 'is', values: ['а'] })
  expect(conditionOf({ hierarchyId: 'h' }, child)).toEqual({
    dimension: 'level:h:1',
    op: 'is',
    values: ['а1'],
  })
  expect(conditionOf({ hierarchyId: 'h' }, row(null, null, '1'))).toEqual({
    dimension: 'level:h:0',
    op: 'empty',
    values: [],
  })
})
