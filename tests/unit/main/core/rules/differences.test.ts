import { expect, test } from 'vitest'
import type { FlatState } from '#main/core/model/resource.ts'
import { money } from '#main/core/money/money.ts'
import { dailyCostOf, differenceOf } from '#main/core/rules/differences.ts'

const price = (amount: string, period = 'day', currency = 'RUB') => ({ price: { amount, currency, period } })
const server = (over: FlatState = {}): FlatState => ({
  name: 'web',
  type: 'server',
  status: 'running',
  'attributes.vcpu': 4,
  ...price('100'),
  ...over,
})

test('what was not there is added with all that it costs, what is not there any more takes it away', () => {
  expect(differenceOf(null, server())).toEqual({
    kinds: ['added'],
    before: null,
    after: money('100', 'RUB'),
    change: money('100', 'RUB'),
    fields: [],
  })
  expect(differenceOf(server(), null)).toEqual({
    kinds: ['gone'],
    before: money('100', 'RUB'),
    after: null,
    change: money('-100', 'RUB'),
    fields: [],
  })
})

test('nothing differs between equal records, nor between two absences', () => {
  expect(differenceOf(server(), server())).toBeNull()
  expect(differenceOf(null, null)).toBeNull()
})

test.each([
  ['dearer', server(price('120')), ['dearer'], '20'],
  ['cheaper', server(price('99.99')), ['cheaper'], '-0.01'],
  ['resized at the same price', server({ 'attributes.vcpu': 8 }), ['resized'], '0'],
  ['dearer and resized', server({ ...price('200'), 'attributes.ramGb': 32 }), ['dearer', 'resized'], '100'],
  ['grown by a volume', server({ 'attributes.volumes': [{ externalId: 'v' }] }), ['resized'], '0'],
  ['stopped', server({ status: 'stopped' }), ['other'], '0'],
  [
    'cheaper, stopped and tagged',
    server({ ...price('1'), status: 'stopped', 'tags.a': 'b' }),
    ['cheaper', 'other'],
    '-99',
  ],
  ['told by the month at the same cost', server(price('3000', 'month')), ['other'], '0'],
  ['renamed', server({ name: 'db' }), ['other'], '0'],
] as const)('a resource is %s', (_, after, kinds, change) => {
  const found = differenceOf(server(), after)
  expect(found?.kinds).toEqual(kinds)
  expect(found?.change).toEqual(money(change, 'RUB'))
})

test('amounts of two currencies are not compared', () => {
  const found = differenceOf(server(), server(price('2', 'day', 'USD')))
  expect(found).toMatchObject({ kinds: ['other'], change: null })
  expect(found?.before).toEqual(money('100', 'RUB'))
  expect(found?.after).toEqual(money('2', 'USD'))
})

test('a price that appears or is lost counts whole', () => {
  const { price: _, ...free } = server()
  expect(differenceOf(free, server())).toMatchObject({ kinds: ['dearer'], change: money('100', 'RUB') })
  expect(differenceOf(server(), free)).toMatchObject({ kinds: ['cheaper'], change: money('-100', 'RUB') })
  expect(differenceOf(null, free)).toMatchObject({ kinds: ['added'], change: null })
})

test.each([
  [{ amount: '30', currency: 'RUB', period: 'month' }, '1'],
  [{ amount: '0.5', currency: 'RUB', period: 'hour' }, '12'],
  [{ amount: '365', currency: 'RUB', period: 'year' }, '1'],
])('the price %j costs %s a day', (value, daily) => {
  expect(dailyCostOf({ price: value })).toEqual(money(daily, 'RUB'))
})

test.each([
  null,
  'much',
  {},
  { amount: 10, currency: 'RUB', period: 'day' },
  { amount: 'NaN', currency: 'RUB', period: 'day' },
  { amount: '10', currency: 'XXX', period: 'day' },
  { amount: '10', currency: 'RUB', period: 'fortnight' },
])('what is no price costs nothing that could be told: %j', (value) => {
  expect(dailyCostOf({ price: value })).toBeNull()
})
