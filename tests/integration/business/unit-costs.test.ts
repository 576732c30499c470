import { Decimal } from 'decimal.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import { addDays, type Day, day, daysOf } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { costLine } from '#tests/support/store-rows.ts'
import { type Opened, openBusiness } from './open.ts'

const Exact = Decimal.clone({ precision: 80 })

let at: Opened
beforeEach(async () => {
  at = await openBusiness()
})
afterEach(() => at.close())

const line = (on: string, amount: string, service = 'Диски', connectionId = 'c1') =>
  costLine({ connectionId, day: on, service, femtos: parseDecimal(amount) ?? 0n })

/** One charge a month, from January to October, and one that says that bills have come up to yesterday. */
const chargeMonths = (amount: (month: number) => string): void =>
  at.charge([
    ...Array.from({ length: 10 }, (_, m) => line(`2026-${String(m + 1).padStart(2, '0')}-15`, amount(m + 1))),
    line('2026-01-01', '0.000001'),
    line('2026-11-19', '1'),
  ])

type Bins = CallOutput<'business.getUnitCosts'>['bins']
const RANGE = { from: day('2026-01-01'), to: day('2026-10-31') }
const ask = (seriesId: string, over: Partial<CallInput<'business.getUnitCosts'>> = {}) =>
  at.unitCosts({ seriesId, ...RANGE, granularity: 'month', ...over })
const shown = (bins: Bins) =>
  bins.map(({ from, units, unitCost, gap }) => [from.slice(0, 7), units, unitCost, gap])

describe('a month without a cost of one unit says why', () => {
  it('gaps, zeros and months that the bills do not tell whole are never divided by', async () => {
    chargeMonths((month) => String(month * 100))
    const id = at.addSeries()
    at.put(id, {
      '2026-01-01': '10',
      '2026-02-01': '0',
      '2026-04-01': '30',
      '2026-05-01': '40',
      '2026-11-01': '50',
    })
    const { bins, mean, dataThrough } = ask(id, { to: day('2026-12-31') })
    expect(shown(bins)).toEqual([
      ['2026-01', '10', '10', null],
      ['2026-02', '0', null, 'zeroUnits'],
      ['2026-03', null, null, 'noValues'],
      ['2026-04', '30', '13.333333', null],
      ['2026-05', '40', '12.5', null],
      ...['06', '07', '08', '09', '10'].map((month) => [`2026-${month}`, null, null, 'noValues']),
      ['2026-11', '50', null, 'partlyKnown'],
      ['2026-12', null, null, 'noValues'],
    ])
    expect(dataThrough).toBe('2026-11-19')
    // (100.000001 + 400 + 500) / 80
    expect(mean).toBe('12.5')
  })

  it('a month of days has to know every day', async () => {
    chargeMonths(() => '300')
    const id = at.addSeries({ step: 'day' })
    const days = daysOf(day('2026-03-01'), day('2026-03-31'))
    at.put(id, Object.fromEntries(days.map((one) => [one, '2'])))
    at.put(id, { '2026-04-03': '5' })
    const { bins } = ask(id, { from: day('2026-03-01'), to: day('2026-04-30') })
    expect(shown(bins)).toEqual([
      ['2026-03', '62', '4.83871', null],
      ['2026-04', '5', null, 'partlyKnown'],
    ])
    at.put(id, { '2026-03-31': null })
    expect(shown(ask(id, { from: day('2026-03-01'), to: day('2026-03-31') }).bins)).toEqual([
      ['2026-03', '60', null, 'partlyKnown'],
    ])
  })

  it('where nothing was spent there is no cost to share out', async () => {
    at.charge([line('2026-01-01', '5'), line('2026-11-19', '1')])
    const id = at.addSeries()
    at.put(id, { '2026-03-01': '10' })
    expect(shown(ask(id, { from: day('2026-03-01'), to: day('2026-03-31') }).bins)).toEqual([
      ['2026-03', '10', null, 'noCost'],
    ])
  })
})

it('a month’s customers are not asked about its days or weeks', async () => {
  chargeMonths(() => '10')
  const id = at.addSeries({ kind: 'stock', unit: 'клиент' })
  at.put(id, { '2026-01-01': '100', '2026-02-01': '110', '2026-03-01': '121' })
  expect(ask(id, { granularity: 'day' }).granularity).toBe('month')
  const { bins } = ask(id, { granularity: 'quarter', to: day('2026-03-31') })
  // A quarter's customers are the mean of its months: 331 / 3; 30.000001 × 3 / 331.
  expect(bins.map(({ units, unitCost }) => [units, unitCost])).toEqual([['110.333333', '0.271903']])
})

it('costs are those of the filter, of one currency, and of the part', async () => {
  const tagId = at.addTag({ Диски: 'Альфа', Сеть: 'Бета' })
  const usd = line('2026-03-03', '7')
  at.charge([
    line('2026-01-01', '1'),
    line('2026-03-02', '100'),
    line('2026-03-02', '60', 'Сеть', 'c2'),
    { ...usd, key: { ...usd.key, currency: 'USD' } },
    line('2026-11-19', '1'),
  ])
  const id = at.addSeries({ tagId })
  at.put(id, { '2026-03-01': '10' }, 'Альфа')
  at.put(id, { '2026-03-01': '30' }, 'Бета')
  const march = { from: day('2026-03-01'), to: day('2026-03-31') }
  const one = (over: object) => ask(id, { ...march, ...over }).bins[0]
  expect(one({})).toMatchObject({ cost: '160', units: '40', unitCost: '4' })
  expect(one({ part: 'Альфа' })).toMatchObject({ cost: '100', units: '10', unitCost: '10' })
  expect(one({ part: 'Бета' })).toMatchObject({ cost: '60', units: '30', unitCost: '2' })
  expect(one({ where: [[{ dimension: 'connection', op: 'is', values: ['c2'] }]] })).toMatchObject({
    cost: '60',
    units: '40',
    unitCost: '1.5',
  })
  expect(ask(id, { ...march, currency: 'USD' })).toMatchObject({
    currency: 'USD',
    currencies: ['RUB', 'USD'],
    bins: [{ cost: '7', units: '40', unitCost: '0.175' }],
  })
})

it('the tax is taken off where the bill has it', () => {
  at.charge([line('2026-01-01', '1'), line('2026-03-02', '122'), line('2026-11-19', '1')])
  const id = at.addSeries()
  at.put(id, { '2026-03-01': '8' })
  const march = { from: day('2026-03-01'), to: day('2026-03-31') }
  expect(ask(id, { ...march, vat: 'without' }).bins[0]).toMatchObject({ cost: '100', unitCost: '12.5' })
  expect(ask(id, { ...march, vat: 'with' }).bins[0]).toMatchObject({ cost: '122', unitCost: '15.25' })
})

it('what moved it adds up: units at the old cost, then the services', async () => {
  at.charge([
    line('2026-01-01', '100'),
    line('2026-01-02', '50', 'Сеть'),
    line('2026-02-01', '160'),
    line('2026-02-02', '50', 'Сеть'),
    line('2026-11-19', '1'),
  ])
  const id = at.addSeries()
  at.put(id, { '2026-01-01': '100', '2026-02-01': '120' })
  const { drivers, trendRatio } = ask(id, { to: day('2026-02-28') })
  expect(drivers).toEqual({
    before: '1.5',
    after: '1.75',
    beforeTo: '2026-01-31',
    afterFrom: '2026-02-01',
    unitsBefore: '100',
    unitsAfter: '120',
    byUnits: '-0.25',
    byCost: '0.5',
    services: [{ label: 'Диски', amount: '0.5' }],
  })
  expect(trendRatio).toBe('0.166667')
})

it('two hundred days of random costs and counts are as a decimal model has them', async () => {
  const next = randomNumbers(5)
  const from = day('2026-03-01')
  const days = daysOf(from, addDays(from, 200))
  const costs = days.map((on) => ({ on, amount: `${next(100_000)}.${String(next(100)).padStart(2, '0')}` }))
  at.charge([...costs.map(({ on, amount }) => line(on, amount)), line('2026-11-19', '1')])
  const id = at.addSeries({ step: 'day' })
  const units = new Map<Day, string>(days.map((on) => [on, String(1 + next(500))]))
  at.put(id, Object.fromEntries(units))
  const last = days.at(-1) as Day
  for (const granularity of ['day', 'week', 'month', 'quarter'] as const) {
    const { bins } = ask(id, { from, to: last, granularity })
    for (const bin of bins) {
      const inBin = (on: Day): boolean => bin.from <= on && on <= bin.to
      const cost = costs
        .filter(({ on }) => inBin(on))
        .reduce((sum, { amount }) => sum.plus(amount), new Exact(0))
      const counted = days.filter(inBin).reduce((sum, on) => sum.plus(units.get(on) ?? 0), new Exact(0))
      expect(bin.cost).toBe(cost.toFixed())
      expect(bin.unitCost).toBe(cost.div(counted).toDecimalPlaces(6, Decimal.ROUND_HALF_EVEN).toFixed())
    }
    expect(bins.reduce((sum, { from: a, to: b }) => sum + daysOf(a, b).length, 0)).toBe(days.length)
  }
})

it('nobody sees the series of another organisation', () => {
  const id = at.service.addSeries(at.other, {
    name: 'Чужие',
    unit: 'заказ',
    step: 'day',
    kind: 'flow',
    role: 'units',
    currency: null,
    tagId: null,
  }).id
  expect(() => ask(id)).toThrow(expect.objectContaining({ code: 'series.notFound' }))
})
