import { expect, test } from 'vitest'
import { withoutGone } from '#main/core/explorer/known.ts'
import type { CostCondition, CostDimension } from '#shared/contract/costs.ts'

const is = (dimension: CostDimension, ...values: string[]): CostCondition => ({ dimension, op: 'is', values })
const known = {
  isThere: (dimension: CostDimension) => !dimension.startsWith('tag:'),
  hasValue: (_: CostDimension, value: string) => value !== 'lost',
}

test('a dimension that is gone leaves groups and conditions, and is told once', () => {
  const { spec, problems } = withoutGone(
    {
      groupBy: ['tag:team', 'service', 'service'],
      where: [[is('tag:team', 'web'), is('region', 'ru-1')], [is('tag:team', 'shop')]],
    },
    known,
  )
  expect(spec).toEqual({ groupBy: ['service'], where: [[is('region', 'ru-1')]] })
  expect(problems).toEqual([{ code: 'dimension.gone', subject: 'tag:team' }])
})

test('a value that is gone stays in its condition, and is told', () => {
  const where = [[is('connection', 'lost', 'c1')]]
  const { spec, problems } = withoutGone({ groupBy: [], where }, known)
  expect(spec.where).toEqual(where)
  expect(problems).toEqual([{ code: 'values.gone', subject: 'lost' }])
})
