import { afterEach, beforeEach, expect, it } from 'vitest'
import { putActRate } from '#main/store/repos/act-rates.repo.ts'
import { type Day, day, daysOf } from '#shared/lib/day.ts'
import { fileLine } from '#tests/support/parcels.ts'
import { causesOf, femtos, type Opened, openClosing, sumOf } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openClosing()
})
afterEach(() => at.close())

const line = (
  on: string,
  amount: string,
  more: Parameters<typeof fileLine>[0]['key'] = {},
  connectionId = 'c1',
) => fileLine({ connectionId, day: on, femtos: femtos(amount), key: more })

it('a correction dated the 31st and the rounding of many lines explain an act that is 1 204,18 higher', () => {
  const days = daysOf('2026-10-01' as Day, '2026-10-31' as Day)
  at.bill(days.flatMap((on) => Array.from({ length: 30 }, () => line(on, '122'))))
  const detail = 31 * 30 * 122
  at.act({
    total: `${detail + 1204}.18`,
    vat: '20677.15',
    lines: [
      { name: 'Услуги облачной платформы', total: `${detail + 4}.18`, vat: '20460.75' },
      { name: 'Корректировка за октябрь', total: '1200', vat: '216.4' },
    ],
  })
  const { difference, isEqual, causes } = at.ladder()
  expect({ difference, isEqual }).toEqual({ difference: '1204.18', isEqual: false })
  expect(causes.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['correction', '1200'],
    ['rounding', '4.18'],
  ])
  expect(causes[0]).toMatchObject({
    facts: { what: 'line', day: '2026-10-31', name: 'Корректировка за октябрь' },
    lines: [{ day: '2026-10-31', name: 'Корректировка за октябрь', amount: '1200' }],
    linesTotal: 1,
  })
})

it('a few kopecks are rounding, and no difference to speak of', () => {
  at.billMonth('122')
  at.act({ total: '3782.07', vat: '682.01' })
  expect(at.ladder()).toMatchObject({
    ...{ difference: '0.07', isEqual: true },
    causes: [{ kind: 'rounding', amount: '0.07', facts: { lines: 32 } }],
  })
})

it('more than what rounding each line and its tax can make is not rounding', () => {
  at.billMonth('122')
  // 32 lines at 1.11 kopecks.
  at.act({ total: '3782.36', vat: '682' })
  expect(causesOf(at.ladder())).toEqual({ unexplained: '0.36' })
})

it('a correction document counts by its own sums, and is told where the detail lacks it', () => {
  at.billMonth('122')
  const act = at.act({ total: '3782', vat: '682' })
  at.act({ kind: 'correction', number: 'К-1', day: '2026-11-10', total: '-610', vat: '-110' })
  expect(at.ladder()).toMatchObject({
    ...{ difference: '-610', act: { total: '3172' } },
    causes: [
      { kind: 'correction', amount: '-610', facts: { what: 'act', number: 'К-1', day: '2026-11-10' } },
    ],
  })
  expect(at.get().acts.map(({ id }) => id)).toContain(act)
})

it('a grant that the act does not know explains an act that is higher', () => {
  at.billMonth('122')
  at.bill([line('2026-10-20', '-610', { chargeCategory: 'Credit', chargeDescription: 'Грант' })])
  at.act({ total: '3782', vat: '682' })
  expect(at.ladder().causes).toMatchObject([
    {
      kind: 'grant',
      amount: '610',
      facts: { what: 'credits' },
      lines: [{ day: '2026-10-20', name: 'Грант', amount: '-610' }],
    },
  ])
})

it('a grant that only the act has explains one that is lower', () => {
  at.billMonth('122')
  at.act({
    ...{ total: '3172', vat: '572' },
    lines: [
      { name: 'Услуги', total: '3782', vat: '682' },
      { name: 'Грант на первый месяц', total: '-610', vat: '-110' },
    ],
  })
  expect(causesOf(at.ladder())).toEqual({ grant: '-610' })
})

it('Yandex keeps a grant beside the line: an act without it is told by that', () => {
  const grant = fileLine({
    ...{ connectionId: 'c2', day: '2026-10-02', femtos: femtos('100'), key: { provider: 'yandex' } },
    more: {
      list: femtos('344'),
      detail: {
        ...{ invoiceId: null, invoiceDetailId: null, billingPeriodStart: null, billingPeriodEnd: null },
        ...{ listUnitPrice: null, contractedUnitPrice: null, pricingCurrencyListUnitPrice: null },
        ...{ pricingCurrencyContractedUnitPrice: null, pricingCurrencyEffectiveCost: null },
        extra: { x_MonetaryGrantCredit: '-122' },
      },
    },
  })
  at.bill([grant])
  at.act({ connectionId: 'c2', total: '222', vat: '40.03' })
  expect(at.ladder('2026-10', 'c2').causes).toMatchObject([
    { kind: 'grant', amount: '122', facts: { what: 'credits' } },
  ])
})

it('an act that counts days by UTC lacks the first three hours of Moscow and has those after the month', () => {
  const hourly = (on: string, hour: number, amount: string) =>
    fileLine({
      ...{ connectionId: 'c1', day: on, femtos: femtos(amount) },
      // Moscow's midnight is three hours before that of UTC.
      more: { startSecond: (hour - 3) * 3600, seconds: 3600 },
    })
  at.billMonth('122')
  at.bill([hourly('2026-10-01', 1, '50'), hourly('2026-11-01', 2, '80')])
  at.act({ total: '3862', vat: '696.43' })
  expect(at.ladder()).toMatchObject({
    difference: '30',
    causes: [{ kind: 'dayBorder', amount: '30', facts: { what: 'hours', hours: 3, zone: 'UTC' } }],
  })
})

it('lines that came after the day of the act are late', () => {
  at.billMonth('122')
  at.act({ total: '3782', vat: '682' })
  at.bill([line('2026-10-30', '244', { service: 'Трафик' })], Date.parse('2026-11-05T10:00:00Z'))
  expect(at.ladder()).toMatchObject({
    difference: '-244',
    causes: [
      {
        ...{ kind: 'lateRows', amount: '-244', facts: { since: 'act', day: '2026-10-31' } },
        lines: [{ day: '2026-10-30', amount: '244' }],
      },
    ],
  })
})

it('lines that came after the month was closed are late too', () => {
  at.billMonth('122')
  at.act({ total: '3782', vat: '682', day: '2026-11-20' })
  at.closeMonth()
  at.ports.clock.advance(60_000)
  at.bill([line('2026-10-30', '244')], at.ports.clock.nowMs())
  expect(at.ladder().causes).toMatchObject([{ kind: 'lateRows', amount: '-244', facts: { since: 'close' } }])
})

it('days without data explain an act that is higher', () => {
  const days = daysOf('2026-10-01' as Day, '2026-10-31' as Day).filter(
    (on) => on < '2026-10-12' || on > '2026-10-14',
  )
  at.bill(days.map((on) => line(on, '122')))
  at.bill([line('2026-11-01', '1')])
  at.act({ total: '3782', vat: '682' })
  expect(at.ladder().causes).toMatchObject([
    {
      kind: 'missingFile',
      amount: '366',
      facts: { days: 3, from: '2026-10-12', to: '2026-10-14' },
      linesTotal: 3,
    },
  ])
})

it('an act at the rate of last year is told by its tax', () => {
  at.billMonth('100', { connectionId: 'c3', provider: 'aws' })
  at.act({ connectionId: 'c3', total: '3720', vat: '620', rate: '20' })
  expect(at.ladder('2026-10', 'c3')).toMatchObject({
    difference: '620',
    causes: [{ kind: 'wrongVat', amount: '620', facts: { rate: '20', usual: 'none' } }],
  })
})

it('another rate within the same total is told as well: the tax to deduct differs', () => {
  at.billMonth('122')
  at.act({ total: '3782', vat: '630.33', rate: '20' })
  expect(at.ladder()).toMatchObject({
    ...{ difference: '0', isEqual: false },
    causes: [{ kind: 'wrongVat', amount: '0', facts: { rate: '20', usual: '22', isInside: 1 } }],
  })
})

it('one act for December at 20 % and January at 22 % shows what is not of the month', () => {
  at.billMonth('122', { month: '2026-01' })
  at.billMonth('120', { month: '2025-12' })
  at.act({
    ...{ month: '2026-01', day: '2026-01-31', total: '7502', vat: '1302', rate: 'mixed' },
    lines: [
      { name: 'Услуги за декабрь 2025', total: '3720', vat: '620', rate: '20' },
      { name: 'Услуги за январь 2026', total: '3782', vat: '682', rate: '22' },
    ],
  })
  const { difference, causes } = at.ladder('2026-01')
  expect(difference).toBe('3720')
  expect(causes[0]).toMatchObject({
    ...{ kind: 'correction', amount: '3720' },
    lines: [{ name: 'Услуги за декабрь 2025' }],
  })
  expect(at.ladder('2025-12')).toMatchObject({ act: null, difference: null, causes: [] })
})

it('an act in roubles at another rate than the reports use', () => {
  for (const from of ['2026-10-01', '2026-10-15', '2026-10-29']) at.rate('USD', from, '80')
  at.billMonth('10', { connectionId: 'c3', provider: 'aws', currency: 'USD' })
  at.act({ connectionId: 'c3', currency: 'RUB', total: '25420', rate: 'none', lines: [] })
  at.write((db) =>
    putActRate(db, {
      ...{ workspaceId: 'w1', connectionId: 'c3', month: '2026-10', currency: 'USD' },
      ...{ nominal: 1, value: '82', userId: null, atMs: 1, note: null },
    }),
  )
  expect(at.ladder('2026-10', 'c3')).toMatchObject({
    ...{ currency: 'USD', act: { total: '317.75' }, difference: '7.75' },
    causes: [{ kind: 'currencyRate', amount: '7.75', facts: { what: 'act', rate: '82', used: '80' } }],
  })
})

it('an act in a currency without a rate is told, and is compared with nothing', () => {
  at.billMonth('10', { connectionId: 'c3', provider: 'aws', currency: 'USD' })
  at.act({ connectionId: 'c3', currency: 'RUB', total: '25420', rate: 'none' })
  expect(at.ladder('2026-10', 'c3')).toMatchObject({ act: null, difference: null, lacksRate: 'RUB' })
})

it('the parts add up to the difference whatever comes together', () => {
  at.billMonth('121.9933')
  at.bill([line('2026-10-20', '-61.007', { chargeCategory: 'Credit' })])
  at.bill([line('2026-10-30', '24.4')], Date.parse('2026-11-05T10:00:00Z'))
  at.act({
    ...{ total: '5111.11', vat: '921.68' },
    lines: [
      { name: 'Услуги', total: '4911.11', vat: '885.61' },
      { name: 'Перерасчёт', total: '200', vat: '36.07' },
    ],
  })
  const { difference, causes } = at.ladder()
  expect(sumOf(causes.map(({ amount }) => amount))).toBe(difference)
  expect(day('2026-10-31')).toBe(at.ladder().act?.day)
})
