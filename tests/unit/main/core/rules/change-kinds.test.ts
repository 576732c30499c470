import { expect, test } from 'vitest'
import { changeKindOf, fieldChanges, textOf } from '#main/core/rules/change-kinds.ts'

test.each([
  ['price', 'cost'],
  ['price.currency', 'cost'],
  ['status', 'status'],
  ['marks', 'status'],
  ['tags.env', 'tags'],
  ['attributes.vcpu', 'configuration'],
  ['name', 'configuration'],
  ['owner', 'configuration'],
] as const)('a change of %s is news of the %s', (field, kind) => {
  expect(changeKindOf(field)).toBe(kind)
})

test('fields are told with what they were and what they became, costs first and tags last', () => {
  const before = {
    name: 'web',
    status: 'running',
    price: { amount: '3000', currency: 'RUB', period: 'month' },
    'attributes.vcpu': 4,
    'attributes.addresses': ['10.0.0.1', '10.0.0.2'],
    'tags.env': 'dev',
  }
  const after = {
    name: 'web',
    status: 'stopped',
    price: { amount: '3500.5', currency: 'RUB', period: 'month' },
    'attributes.vcpu': 8,
    'attributes.addresses': ['10.0.0.1'],
    'tags.team': 'core',
  }
  expect(fieldChanges(before, after)).toEqual([
    { field: 'price', kind: 'cost', before: '3000', after: '3500.5' },
    { field: 'status', kind: 'status', before: 'running', after: 'stopped' },
    {
      field: 'attributes.addresses',
      kind: 'configuration',
      before: '10.0.0.1, 10.0.0.2',
      after: '10.0.0.1',
    },
    { field: 'attributes.vcpu', kind: 'configuration', before: '4', after: '8' },
    { field: 'tags.env', kind: 'tags', before: 'dev', after: null },
    { field: 'tags.team', kind: 'tags', before: null, after: 'core' },
  ])
})

test('a price in another currency or for another period says so', () => {
  const price = { amount: '10', currency: 'RUB', period: 'day' }
  const dollars = { amount: '10', currency: 'USD', period: 'month' }
  expect(fieldChanges({ price }, { price: dollars })).toEqual([
    { field: 'price.currency', kind: 'cost', before: 'RUB', after: 'USD' },
    { field: 'price.period', kind: 'cost', before: 'day', after: 'month' },
  ])
  expect(fieldChanges({}, { price }).map(({ field }) => field)).toEqual([
    'price',
    'price.currency',
    'price.period',
  ])
})

test('what is equal in another order of its keys has not changed', () => {
  const [a, b] = [
    { 'attributes.os': { name: 'Debian', version: 12 } },
    { 'attributes.os': { version: 12, name: 'Debian' } },
  ]
  expect(fieldChanges(a, b)).toEqual([])
})

test.each([
  [null, null],
  [undefined, null],
  ['', ''],
  [0.5, '0.5'],
  [true, 'true'],
  [[], ''],
  [['a', 1, null], 'a, 1, '],
  [{ a: 1, b: null }, 'a: 1, b: —'],
  [{ name: 'data', sizeGb: 100, kind: 'fast' }, 'data: 100'],
  [[{ name: 'boot', sizeGb: null }], 'boot'],
])('%j reads as %j', (value, text) => {
  expect(textOf(value)).toBe(text)
})
