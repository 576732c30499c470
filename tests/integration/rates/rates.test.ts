import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { convertSums } from '#main/queries/converted.ts'
import { sumsOfMonth } from '#main/queries/months-sums.ts'
import { listRates } from '#main/queries/rates.query.ts'
import { day } from '#shared/lib/day.ts'
import { dailyXml, in1251, rangeXml } from '#tests/fakes/bank.ts'
import { type Opened, openRates } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openRates()
})
afterEach(() => at.close())

const OCTOBER = 'дата;валюта;номинал;курс\n30.09.2026;USD;1;79,5\n10.10.2026;USD;1;80\n24.10.2026;USD;1;82\n'

const code = (expected: string, details?: object) =>
  expect.objectContaining({ code: expected, ...(details ? { details } : {}) })

const october = (currencies?: 'USD'[]) =>
  listRates(at.scope, { month: '2026-10', ...(currencies ? { currencies } : {}) })

const holding = () =>
  Object.fromEntries(
    october(['USD']).days.map(({ day: on, rates: [rate] }) => [on.slice(8), rate?.value ?? null]),
  )

describe('a file of rates', () => {
  it('gives each day of the month the rate that holds, with what it came from', async () => {
    expect(await at.rates.load(at.session, at.give(OCTOBER))).toEqual({
      added: 3,
      changed: 0,
      frozen: 0,
      from: '2026-09-30',
      to: '2026-10-24',
      currencies: ['USD'],
      unknown: [],
    })
    expect(holding()).toMatchObject({ '01': '79.5', '09': '79.5', '10': '80', '23': '80', '31': '82' })
    const { days, months, cbr } = october(['USD'])
    expect(days[0]?.rates[0]).toMatchObject({
      day: '2026-09-30',
      source: 'cbr',
      note: 'rates.csv',
      by: 'Анна',
    })
    expect(months).toEqual([{ currency: 'USD', nominal: 1, average: '80.3709677419', missingDays: 0 }])
    expect(cbr).toEqual({ from: '2026-09-30', to: '2026-10-24' })
  })

  it('read again changes nothing; a corrected one changes what differs', async () => {
    await at.rates.load(at.session, at.give(OCTOBER))
    expect(await at.rates.load(at.session, at.give(OCTOBER))).toMatchObject({ added: 0, changed: 0 })
    const corrected = OCTOBER.replace(';80\n', ';80,5\n')
    expect(await at.rates.load(at.session, at.give(corrected))).toMatchObject({ added: 0, changed: 1 })
    expect(holding()).toMatchObject({ '09': '79.5', '10': '80.5' })
  })

  it('may be the Bank’s own: a day of all currencies or a range of one', async () => {
    const daily = at.give(in1251(dailyXml('30.10.2026')), 'daily.xml')
    expect(await at.rates.load(at.session, daily)).toMatchObject({ added: 3, unknown: ['XDR'] })
    const range = at.give(in1251(rangeXml('R01375', [['02.10.2026', '11,5']])), 'range.xml')
    expect(await at.rates.load(at.session, range)).toMatchObject({ added: 1, currencies: ['CNY'] })
    expect(october().known).toEqual(['CNY', 'KZT', 'SAR', 'USD'])
  })

  it('that cannot be read to its end leaves everything as it was', async () => {
    const broken = at.give(`${OCTOBER}31.10.2026;USD;1;восемьдесят`)
    await expect(at.rates.load(at.session, broken)).rejects.toEqual(
      code('rates.badRow', { line: 5, text: '31.10.2026;USD;1;восемьдесят' }),
    )
    const twice = at.give(`${OCTOBER}24.10.2026;USD;1;83`)
    await expect(at.rates.load(at.session, twice)).rejects.toEqual(
      code('rates.contradictory', { currency: 'USD', day: '2026-10-24' }),
    )
    await expect(at.rates.load(at.session, at.give('PK\u0003\u0004'))).rejects.toEqual(code('rates.notRates'))
    await expect(at.rates.load(at.session, at.give(''))).rejects.toEqual(
      code('import.empty', { name: 'rates.csv' }),
    )
    await expect(at.rates.load(at.session, 'no-such-token-at-all')).rejects.toEqual(code('import.noFile'))
    expect(october().known).toEqual([])
  })

  it('of one organisation says nothing to another', async () => {
    await at.rates.load(at.session, at.give(OCTOBER))
    const theirs = listRates(at.otherScope, { month: '2026-10', currencies: ['USD'] })
    expect(theirs.known).toEqual([])
    expect(theirs.days.every(({ rates }) => rates[0] === null)).toBe(true)
  })
})

describe('a rate of one’s own', () => {
  const mine = {
    currency: 'USD',
    day: day('2026-10-12'),
    nominal: 1,
    value: '99.99',
    note: 'по договору',
  } as const

  it('holds for its day before the Bank’s, until it is taken away', async () => {
    await at.rates.load(at.session, at.give(OCTOBER))
    at.rates.update(at.session, mine)
    expect(holding()).toMatchObject({ '11': '80', '12': '99.99', '13': '80' })
    at.rates.remove(at.session, { currency: 'USD', day: mine.day })
    expect(holding()).toMatchObject({ '12': '80' })
    expect(() => at.rates.remove(at.session, { currency: 'USD', day: mine.day })).toThrow(
      code('rates.notFound'),
    )
  })

  it('cannot be one of the rouble', () => {
    expect(() => at.rates.update(at.session, { ...mine, currency: 'RUB' })).toThrow(code('rates.rouble'))
  })
})

describe('an act’s rate', () => {
  const act = { connectionId: 'c1', month: '2026-10', currency: 'USD', nominal: 1, note: null } as const

  it('holds for the account and the month that it was made out for', async () => {
    await at.rates.load(at.session, at.give(OCTOBER))
    at.rates.updateRule(at.session, { rule: 'act' })
    at.rates.updateAct(at.session, { ...act, value: '81.5' })
    at.charge('2026-10-05', 'USD', '10')
    at.charge('2026-10-06', 'USD', '10', 'c2')
    const converted = convertSums(at.scope, sumsOfMonth(at.scope, '2026-10'), 'RUB')
    expect(converted).toMatchObject({ billed: { amount: '1635', currency: 'RUB' }, rule: 'act' })
    expect(converted.rates.map((one) => [one.source, one.value, one.connectionName])).toEqual([
      ['cbr', '82', null],
      ['act', '81.5', 'c1'],
    ])
    expect(october().acts).toEqual([{ ...act, connectionName: 'c1', value: '81.5' }])
    at.rates.updateAct(at.session, { ...act, value: null })
    expect(october().acts).toEqual([])
  })

  it('is refused for an account of another organisation', () => {
    expect(() => at.rates.updateAct(at.other, { ...act, value: '81.5' })).toThrow(code('connection.notFound'))
  })
})

describe('currencies of the ledger', () => {
  it('are wanted as long as something is charged in them', () => {
    expect(october()).toMatchObject({ wanted: [], currencies: ['USD', 'EUR', 'CNY'] })
    at.charge('2026-10-05', 'KZT', '10')
    at.charge('2026-10-05', 'RUB', '10')
    expect(october()).toMatchObject({ wanted: ['KZT'], currencies: ['KZT'] })
  })

  it('never make one figure while a rate is missing, and the days are named', async () => {
    at.charge('2026-10-05', 'USD', '10')
    at.charge('2026-10-05', 'EUR', '10')
    await at.rates.load(at.session, at.give(OCTOBER))
    expect(convertSums(at.scope, sumsOfMonth(at.scope, '2026-10'), 'RUB')).toMatchObject({
      billed: null,
      missing: [{ currency: 'EUR', from: '2026-10-05', to: '2026-10-05' }],
    })
  })
})
