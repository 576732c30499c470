import { expect, test } from 'vitest'
import { type CostCondition, type CostWhere, whereValue } from '#shared/contract/costs.ts'
import { bothOf, groupWhere } from '#shared/lib/group-where.ts'

const is = (dimension: CostCondition['dimension'], ...values: string[]): CostCondition => ({
  dimension,
  op: 'is',
  values,
})
const shop: CostWhere = [[is('project', 'shop')]]

test('a group is its keys; what lacks the attribute is empty', () => {
  const where = groupWhere(
    ['service', 'tag:team', 'virtual:v1', 'level:h1:2'],
    ['VM', null, 'Отдел', null],
    [],
  )
  expect(where).toEqual([
    [
      is('service', 'VM'),
      { dimension: 'tag:team', op: 'empty', values: [] },
      is('virtual:v1', 'Отдел'),
      { dimension: 'level:h1:2', op: 'empty', values: [] },
    ],
  ])
  expect(whereValue.parse(where)).toEqual(where)
})

test('the keys hold with each alternative of the filter', () => {
  const either: CostWhere = [[is('project', 'shop')], [is('region', 'ru-1'), is('zone', 'a')]]
  expect(groupWhere(['service'], ['VM'], either)).toEqual([
    [is('project', 'shop'), is('service', 'VM')],
    [is('region', 'ru-1'), is('zone', 'a'), is('service', 'VM')],
  ])
})

test('without dimensions the group is everything that the filter keeps', () => {
  expect(groupWhere([], [], shop)).toEqual(shop)
  expect(groupWhere([], [], [])).toEqual([])
})

test('a key that is filtered by already is not said twice', () => {
  expect(groupWhere(['project'], ['shop'], shop)).toEqual(shop)
})

test('two filters together are each way of meeting the one with each of meeting the other', () => {
  const other: CostWhere = [[is('region', 'ru-1')], [is('region', 'ru-2')]]
  expect(bothOf(shop, other)).toEqual([
    [is('project', 'shop'), is('region', 'ru-1')],
    [is('project', 'shop'), is('region', 'ru-2')],
  ])
  expect(bothOf([], other)).toEqual(other)
  expect(bothOf(shop, [])).toEqual(shop)
})
