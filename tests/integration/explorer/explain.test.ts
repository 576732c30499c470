import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ViewSpecInput } from '#shared/contract/costs.ts'
import { day, daysOf } from '#shared/lib/day.ts'
import { fileLine } from '#tests/support/parcels.ts'
import { femtos, type Opened, openExplorer, sum, text } from './open.ts'

let open: Opened
beforeEach(async () => {
  open = await openExplorer()
})
afterEach(() => open.close())

const october = ['2026-10-01', '2026-10-10'] as const
const november = ['2026-11-01', '2026-11-10'] as const
/** Ten days against the ten days before them. */
const view: ViewSpecInput = {
  period: { from: day('2026-11-01'), to: day('2026-11-10') },
  comparison: 'previous',
  groupBy: ['service'],
}
const lastDays = ['2026-10-22', '2026-10-31'] as const

type Thing = { service?: string; resource?: string; currency?: 'RUB' | 'USD'; category?: 'Credit' }
type Daily = { cost: string; list?: string; quantity?: string }

/** A line a day. */
const daily = (
  { service = 'VM', resource = 'r1', currency = 'RUB', category }: Thing,
  [from, to]: readonly [string, string],
  of: Daily | ((on: string) => Daily),
) =>
  daysOf(day(from), day(to)).map((on) => {
    const { cost, list = cost, quantity } = typeof of === 'function' ? of(on) : of
    return fileLine({
      day: on,
      femtos: femtos(cost),
      key: {
        service,
        resourceRef: resource,
        resourceName: `Сервер ${resource}`,
        sku: `${service} sku`,
        consumedUnit: 'Hours',
        currency,
        ...(category ? { chargeCategory: category } : {}),
      },
      more: { list: femtos(list), quantity: quantity === undefined ? null : femtos(quantity) },
    })
  })

const short = ({ effects }: ReturnType<Opened['explain']>) =>
  effects.map(({ kind, amount, items }) => [kind, amount, items[0]?.since ?? null])

test('March rose by 212: prices of disks from the 9th, new servers, and what was deleted', () => {
  open.bill([
    ...daily({ service: 'Диски' }, lastDays, { cost: '100', quantity: '10' }),
    ...daily({ service: 'Диски' }, november, (on) => ({
      cost: on < '2026-11-09' ? '100' : '170',
      quantity: '10',
    })),
    ...daily({ resource: 'new' }, ['2026-11-04', '2026-11-10'], { cost: '13', quantity: '24' }),
    ...daily({ resource: 'old' }, ['2026-10-22', '2026-10-25'], { cost: '6', quantity: '24' }),
    ...daily({ resource: 'same' }, lastDays, { cost: '50', quantity: '24' }),
    ...daily({ resource: 'same' }, november, { cost: '50', quantity: '24' }),
  ])
  const answer = open.explain(view)
  expect(answer).toMatchObject({ unit: 'RUB', before: '1524', after: '1731' })
  expect(short(answer)).toEqual([
    ['price', '140', '2026-11-09'],
    ['new', '91', '2026-11-04'],
    ['gone', '-24', '2026-10-26'],
  ])
  expect(answer.effects[0]?.items[0]).toMatchObject({
    keys: ['Диски'],
    from: '10',
    to: '11.4',
    unit: 'Hours',
  })
})

test('more of it is volume, told with how much there was; a smaller share of the list is a discount', () => {
  open.bill([
    ...daily({ service: 'S3' }, lastDays, { cost: '10', quantity: '100' }),
    ...daily({ service: 'S3' }, november, (on) =>
      on < '2026-11-06' ? { cost: '10', quantity: '100' } : { cost: '30', quantity: '300' },
    ),
    ...daily({ service: 'VM' }, lastDays, { cost: '100', list: '100', quantity: '24' }),
    ...daily({ service: 'VM' }, november, (on) => ({
      cost: on < '2026-11-03' ? '100' : '80',
      list: '100',
      quantity: '24',
    })),
  ])
  const answer = open.explain(view)
  expect(short(answer)).toEqual([
    ['discount', '-160', '2026-11-03'],
    ['volume', '100', '2026-11-06'],
  ])
  expect(answer.effects[1]?.items[0]).toMatchObject({ from: '1000', to: '2000', unit: 'Hours' })
  expect(answer.effects[0]?.items[0]).toMatchObject({ from: '0', to: '0.16', unit: null })
})

test('what is billed without a quantity changed for something else, and a credit is a discount', () => {
  open.bill([
    ...daily({ service: 'Support' }, lastDays, { cost: '10', list: '0' }),
    ...daily({ service: 'Support' }, november, { cost: '12', list: '0' }),
    ...daily({ service: 'Grant', category: 'Credit' }, lastDays, { cost: '-5' }),
    ...daily({ service: 'Grant', category: 'Credit' }, november, { cost: '-9' }),
  ])
  expect(short(open.explain(view)).map(([kind, amount]) => [kind, amount])).toEqual([
    ['discount', '-40'],
    ['other', '20'],
  ])
})

test('in one currency the rate has an effect of its own', () => {
  open.rate('USD', '2026-10-20', '80')
  open.rate('USD', '2026-11-01', '90')
  open.bill([
    ...daily({ currency: 'USD' }, lastDays, { cost: '1', quantity: '24' }),
    ...daily({ currency: 'USD' }, november, { cost: '2', quantity: '48' }),
  ])
  const answer = open.explain({ ...view, currency: 'RUB' })
  expect(answer).toMatchObject({ unit: 'RUB', before: '800', after: '1800' })
  expect(short(answer).map(([kind, amount]) => [kind, amount])).toEqual([
    ['volume', '800'],
    ['rate', '200'],
  ])
  expect(answer.effects[1]?.items[0]).toMatchObject({ from: '80', to: '90' })
  expect(open.explain(view)).toMatchObject({ unit: 'USD', before: '10', after: '20' })
})

test('of one effect the largest groups are named, and all are counted', () => {
  const services = Array.from({ length: 8 }, (_, at) => `s${at}`)
  open.bill([
    ...daily({ service: 'known' }, october, { cost: '1' }),
    ...services.flatMap((service, at) =>
      daily({ service, resource: service }, november, { cost: `${at + 1}` }),
    ),
  ])
  const [effect] = open.explain(view).effects
  expect(effect).toMatchObject({ kind: 'new', amount: '360', groups: 8 })
  expect(effect?.items.map(({ labels, amount }) => [labels[0], amount])).toEqual([
    ['s7', '80'],
    ['s6', '70'],
    ['s5', '60'],
    ['s4', '50'],
    ['s3', '40'],
  ])
})

test('a view of quantities, or without comparison, is explained by what it cost and the days before', () => {
  open.bill([...daily({}, lastDays, { cost: '1' }), ...daily({ resource: 'r2' }, november, { cost: '3' })])
  const answer = open.explain({ ...view, metric: 'quantity', comparison: 'none', groupBy: ['resource'] })
  expect(answer.compared).toEqual({ from: '2026-10-22', to: '2026-10-31' })
  expect(answer.effects.map(({ kind, items }) => [kind, items[0]?.labels[0]])).toEqual([
    ['new', 'Сервер r2'],
    ['gone', 'Сервер r1'],
  ])
})

test('with the tax taken off effects still add up', () => {
  open.bill([
    ...daily({}, lastDays, { cost: '1.01', list: '1.37', quantity: '7' }),
    ...daily({}, november, { cost: '1.13', list: '1.39', quantity: '11' }),
    ...daily({ resource: 'r2' }, november, { cost: '0.07' }),
  ])
  const { before, after, effects } = open.explain({ ...view, vat: 'without' })
  expect(text(sum(effects.map(({ amount }) => amount)))).toBe(text(femtos(after) - femtos(before)))
})
