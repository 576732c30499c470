import { afterEach, beforeEach, expect, it } from 'vitest'
import { getChart } from '#main/queries/explorer-chart.query.ts'
import { viewSpec } from '#shared/contract/costs.ts'
import { day } from '#shared/lib/day.ts'
import { fileLine } from '#tests/support/parcels.ts'
import { femtos, type Opened, openClosing, sumOf } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openClosing()
})
afterEach(() => at.close())

it('takes the tax out of a bill that has it, and puts it on one that has none', () => {
  at.billMonth('122')
  at.billMonth('10', { connectionId: 'c3', provider: 'aws', currency: 'USD' })
  expect(at.ladder()).toMatchObject({
    ...{ accrued: '3100', discounts: '0', without: '3100', vatTotal: '682', withVat: '3782' },
    ...{ vat: [{ rate: '22', base: '3100', amount: '682' }], currency: 'RUB' },
  })
  expect(at.ladder('2026-10', 'c3')).toMatchObject({
    ...{ without: '310', vat: [{ rate: 'none', base: '310', amount: '0' }], withVat: '310', currency: 'USD' },
  })
})

it('takes the rate of the day of the charge: 20 % in December 2025, 22 % in January 2026', () => {
  at.billMonth('120', { month: '2025-12' })
  at.billMonth('122', { month: '2026-01' })
  expect(at.ladder('2025-12').vat).toEqual([{ rate: '20', base: '3100', amount: '620' }])
  expect(at.ladder('2026-01').vat).toEqual([{ rate: '22', base: '3100', amount: '682' }])
})

it('shows discounts and grants between the list and what was billed, without the tax', () => {
  const line = fileLine({ day: '2026-10-05', femtos: femtos('610') })
  at.bill([{ ...line, list: femtos('1220') }])
  expect(at.ladder()).toMatchObject({ accrued: '1000', discounts: '-500', without: '500', withVat: '610' })
})

it('adds up to what the explorer shows of the month, to the kopeck', () => {
  at.billMonth('121.99')
  at.billMonth('77.15', { connectionId: 'c2', provider: 'yandex' })
  const spec = viewSpec.parse({
    period: { from: day('2026-10-01'), to: day('2026-10-31') },
    vat: 'with',
    groupBy: [],
    comparison: 'none',
  })
  const { sections } = getChart(at.scope(), { spec })
  expect(sumOf(at.list().items.map(({ withVat }) => withVat))).toBe(sections[0]?.total.total)
})

it('an account with documents and no detail, and one with detail and no documents, stand there too', () => {
  at.act({ connectionId: 'c2', total: '500', vat: '90.16' })
  at.billMonth('122')
  const { items } = at.list()
  expect(items.map(({ connectionId, withVat, difference }) => [connectionId, withVat, difference])).toEqual([
    ['c1', '3782', null],
    ['c2', '0', '500'],
  ])
  expect(items[1]?.causes).toMatchObject([{ kind: 'missingFile', amount: '500', facts: { days: 31 } }])
})

it('several documents of a month stand together, and so does what was paid for them', () => {
  at.billMonth('122')
  const first = at.act({ number: 'А-1', total: '2000', vat: '360.66' })
  const second = at.act({ number: 'А-2', total: '1782', vat: '321.34', day: '2026-11-01' })
  at.pay(first, '2000')
  at.pay(second, '500.5')
  expect(at.ladder()).toMatchObject({
    act: { ids: [first, second], numbers: ['А-1', 'А-2'], day: '2026-11-01', total: '3782', vat: '682' },
    ...{ difference: '0', isEqual: true, causes: [], paid: '2500.5' },
  })
  expect(at.get().payments).toHaveLength(2)
  expect(at.get().acts.map(({ number }) => number)).toEqual(['А-1', 'А-2'])
})

it('a document that nobody knows an account for is counted apart', () => {
  at.act({ connectionId: null, total: '10' })
  expect(at.list()).toMatchObject({ items: [], unknownActs: 1, isClosed: false })
})

it('an account in two currencies has a ladder of each, and the document goes to its own', () => {
  at.billMonth('122')
  at.bill([fileLine({ day: '2026-10-03', femtos: femtos('5'), key: { currency: 'USD' } })])
  at.act({ total: '3782', vat: '682' })
  expect(at.list().items.map(({ currency, act }) => [currency, act?.total ?? null])).toEqual([
    ['RUB', '3782'],
    ['USD', null],
  ])
})

it('another organisation sees none of it', () => {
  at.billMonth('122')
  expect(at.list('2026-10', at.scope('w2')).items).toEqual([])
})
