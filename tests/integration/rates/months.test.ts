import { afterEach, beforeEach, expect, it } from 'vitest'
import { convertSums } from '#main/queries/converted.ts'
import { listMonths } from '#main/queries/months.query.ts'
import { sumsOfMonth } from '#main/queries/months-sums.ts'
import { listRates } from '#main/queries/rates.query.ts'
import { day } from '#shared/lib/day.ts'
import { type Opened, openRates } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openRates()
  at.charge('2026-10-12', 'USD', '10')
  at.charge('2026-11-02', 'USD', '10')
})
afterEach(() => at.close())

const RATES =
  'дата;валюта;курс\n30.09.2026;USD;79,5\n10.10.2026;USD;80\n24.10.2026;USD;82\n31.10.2026;USD;83\n'
const code = (expected: string, details?: object) =>
  expect.objectContaining({ code: expected, ...(details ? { details } : {}) })

const load = (text: string) => at.rates.load(at.session, at.give(text))
const close = (month = '2026-10') => at.months.close(at.session, at.scope, { month, note: 'акты подписаны' })
const inRoubles = (month = '2026-10') =>
  convertSums(at.scope, sumsOfMonth(at.scope, month), 'RUB').billed?.amount ?? null
const october = () => listMonths(at.scope).items.find(({ month }) => month === '2026-10')

it('a closed month stands, whatever is loaded, entered or chosen later', async () => {
  await load(RATES)
  close()
  expect(inRoubles()).toBe('800')
  at.ports.clock.advance(1000)

  const later = RATES.replace(';80\n', ';95\n')
  expect(await load(`${later}02.11.2026;USD;84\n`)).toMatchObject({ added: 1, changed: 0, frozen: 1 })
  const mine = { currency: 'USD', day: day('2026-10-12') } as const
  expect(() => at.rates.update(at.session, { ...mine, nominal: 1, value: '99', note: null })).toThrow(
    code('rates.frozen', { month: '2026-10' }),
  )
  expect(() => at.rates.remove(at.session, mine)).toThrow(code('rates.frozen'))
  const act = { connectionId: 'c1', month: '2026-10', currency: 'USD', nominal: 1, note: null } as const
  expect(() => at.rates.updateAct(at.session, { ...act, value: '99' })).toThrow(code('rates.frozen'))
  at.rates.updateRule(at.session, { rule: 'month' })

  expect(inRoubles()).toBe('800')
  expect(convertSums(at.scope, sumsOfMonth(at.scope, '2026-10'), 'RUB')).toMatchObject({
    rule: 'month',
    closedMonths: [{ month: '2026-10', rule: 'day' }],
  })
  expect(listRates(at.scope, { month: '2026-10' })).toMatchObject({ isClosed: true })
})

it('a rate that belongs to the month before may change, and the closed month stands still', async () => {
  at.charge('2026-10-03', 'USD', '1')
  await load(RATES)
  close()
  expect(await load(RATES.replace('79,5', '10'))).toMatchObject({ changed: 1, frozen: 0 })
  expect(inRoubles()).toBe('879.5')
})

it('rates of acts are kept with the month', async () => {
  await load(RATES)
  at.rates.updateRule(at.session, { rule: 'act' })
  const act = { connectionId: 'c1', month: '2026-10', currency: 'USD', nominal: 1, value: '81', note: null }
  at.rates.updateAct(at.session, act as never)
  close()
  expect(inRoubles()).toBe('810')
})

it('opened again with a reason it takes the rates of today, and both stay on record', async () => {
  await load(RATES)
  close()
  at.ports.clock.advance(1000)
  at.months.reopen(at.session, { month: '2026-10', reason: 'пришёл исправленный акт' })
  await load(RATES.replace(';80\n', ';95\n'))
  expect(inRoubles()).toBe('950')
  expect(october()).toMatchObject({
    isClosed: false,
    closings: [
      { closedBy: 'Анна', note: 'акты подписаны', reopenedBy: 'Анна', reason: 'пришёл исправленный акт' },
    ],
  })
  close()
  expect(october()).toMatchObject({ isClosed: true, rule: 'day', closings: [{ reopenedAtMs: null }, {}] })
})

it('a month is closed once, and only when it is over where the organisation is', async () => {
  await load(RATES)
  expect(() => close('2026-11')).toThrow(code('month.notOver', { month: '2026-11' }))
  close()
  expect(() => close()).toThrow(code('month.closed'))
  expect(() => at.months.reopen(at.session, { month: '2026-09', reason: 'ошибка' })).toThrow(
    code('month.notClosed', { month: '2026-09' }),
  )
  at.ports.clock.set('2026-11-30T21:30:00Z')
  at.rates.update(at.session, {
    currency: 'USD',
    day: day('2026-11-02'),
    nominal: 1,
    value: '84',
    note: null,
  })
  close('2026-11')
  expect(inRoubles('2026-11')).toBe('840')
})

it('a month that cannot be summed up cannot be closed', async () => {
  expect(() => close()).toThrow(
    code('rates.missing', { currencies: 'USD', from: '2026-10-12', to: '2026-10-12' }),
  )
  expect(october()).toMatchObject({ isOver: true, isClosed: false, closings: [] })
  expect(listMonths(at.scope).items.map(({ month, isOver }) => [month, isOver])).toEqual([
    ['2026-11', false],
    ['2026-10', true],
  ])
})
