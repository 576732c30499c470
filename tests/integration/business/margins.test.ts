import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listTerms } from '#main/queries/client-terms.query.ts'
import { exportMargins } from '#main/services/export/margins-export.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { costLine } from '#tests/support/store-rows.ts'
import { type Opened, openBusiness, parsed } from './open.ts'

let at: Opened
let tagId: string
beforeEach(async () => {
  at = await openBusiness()
  tagId = at.addTag({ Альфа: 'ООО «Альфа»', Бета: 'Бета', Гамма: 'Гамма' })
})
afterEach(() => at.close())

const RANGE = { from: day('2026-03-01'), to: day('2026-04-30') }
const line = (on: string, service: string, amount: string, list = amount) => ({
  ...costLine({ day: on, service, femtos: parseDecimal(amount) ?? 0n }),
  list: parseDecimal(list) ?? 0n,
})
const none = { percent: null, price: null, currency: null }
const terms = (part: string, fromDay: string, over: Partial<CallInput<'business.putTerms'>>) =>
  at.setTerms({ tagId, part, fromDay: day(fromDay), kind: 'markup', ...none, ...over })
const ask = (over: Partial<CallInput<'business.listMargins'>> = {}) =>
  at.margins({ tagId, ...RANGE, ...over })
const figuresOf = (result: ReturnType<typeof ask>) =>
  result.items.map(({ part, cost, price, margin, unpriced, gap }) => [
    part,
    cost,
    price,
    margin,
    unpriced,
    gap,
  ])

it('a client pays by its terms, each day by those in force, to the kopeck', async () => {
  at.charge([
    line('2026-03-09', 'Альфа', '100.005'),
    line('2026-03-10', 'Альфа', '200.001'),
    line('2026-04-05', 'Альфа', '300'),
    line('2026-03-20', 'Бета', '70', '100'),
    line('2026-04-20', 'Бета', '70', '100'),
    line('2026-04-01', 'Гамма', '5'),
    line('2026-04-02', 'Прочее', '11'),
  ])
  terms('ООО «Альфа»', '2026-01-01', { percent: '10' })
  terms('ООО «Альфа»', '2026-03-10', { percent: '50' })
  terms('Бета', '2026-01-01', { kind: 'discount', percent: '10' })
  terms('Гамма', '2026-04-11', { kind: 'fixed', price: '3000', currency: 'RUB' })
  const result = ask()
  expect(figuresOf(result)).toEqual([
    ['ООО «Альфа»', '600.006', '860.01', '260.004', '0', null],
    ['Бета', '140', '180', '40', '0', null],
    [null, '11', null, null, '11', 'nobody'],
    ['Гамма', '5', '2000', '2000', '5', 'noTerms'],
  ])
  expect(
    result.items[0]?.months.map(({ month, cost, price, marginRatio }) => [month, cost, price, marginRatio]),
  ).toEqual([
    ['2026-03', '300.006', '410.01', '0.268296'],
    ['2026-04', '300', '450', '0.333333'],
  ])
  expect(result.items[0]?.terms).toEqual({ fromDay: '2026-03-10', kind: 'markup', ...none, percent: '50' })
  expect(result.totals).toMatchObject({
    cost: '756.006',
    price: '3040.01',
    unpriced: '16',
    margin: '2300.004',
  })
})

it('days are those of the question: half a month is half of its fixed price', () => {
  at.charge([line('2026-04-01', 'Гамма', '5')])
  terms('Гамма', '2026-01-01', { kind: 'fixed', price: '3000', currency: 'RUB' })
  expect(figuresOf(ask({ from: day('2026-04-01'), to: day('2026-04-15') }))).toEqual([
    ['Гамма', '5', '1500', '1495', '0', null],
  ])
  expect(figuresOf(ask({ from: day('2026-02-15'), to: day('2026-02-28') }))).toEqual([
    ['Гамма', '0', '1500', '1500', '0', null],
  ])
})

it('a price in another currency is none, and is said to be', () => {
  at.charge([line('2026-04-01', 'Гамма', '5')])
  terms('Гамма', '2026-01-01', { kind: 'fixed', price: '30', currency: 'USD' })
  expect(figuresOf(ask())).toEqual([['Гамма', '5', null, null, '5', 'otherCurrency']])
})

it('terms of the same day take the place of the earlier ones; terms can be taken back', () => {
  const first = terms('Бета', '2026-01-01', { percent: '10' })
  const second = terms('Бета', '2026-01-01', { kind: 'discount', percent: '5' })
  expect(second.id).toBe(first.id)
  expect(listTerms(at.scope, tagId).items).toEqual([
    { id: first.id, part: 'Бета', fromDay: '2026-01-01', kind: 'discount', ...none, percent: '5' },
  ])
  expect(() => at.service.removeTerms(at.other, first.id)).toThrow(
    expect.objectContaining({ code: 'terms.notFound' }),
  )
  at.service.removeTerms(at.session, first.id)
  expect(listTerms(at.scope, tagId).items).toEqual([])
})

it.each([
  ['a markup without a percentage', { kind: 'markup' }, 'terms.incomplete'],
  ['a discount of more than everything', { kind: 'discount', percent: '101' }, 'terms.incomplete'],
  ['a fixed price without a currency', { kind: 'fixed', price: '5' }, 'terms.incomplete'],
  ['a tag that is not there', { tagId: 'nobody', percent: '5' }, 'virtualTag.notFound'],
] as const)('%s is refused', (_, over, code) => {
  expect(() => terms('Бета', '2026-01-01', over)).toThrow(expect.objectContaining({ code }))
})

it('a product has what it brought: months that are not told whole have no margin', () => {
  at.charge([
    line('2026-03-05', 'Альфа', '100'),
    line('2026-04-05', 'Альфа', '120'),
    line('2026-04-05', 'Бета', '9'),
  ])
  const revenueId = at.addSeries({ name: 'Выручка', unit: 'рубль', role: 'revenue', currency: 'RUB', tagId })
  at.put(revenueId, { '2026-03-01': '250.5' }, 'ООО «Альфа»')
  at.put(revenueId, { '2026-04-01': '7' }, 'Новый продукт')
  expect(figuresOf(ask({ revenueId }))).toEqual([
    ['ООО «Альфа»', '220', '250.5', '150.5', '120', 'noRevenue'],
    ['Бета', '9', null, null, '9', 'noRevenue'],
    ['Новый продукт', '0', '7', '7', '0', null],
  ])
})

it('a file has the table’s own figures, and its sums are the totals', async () => {
  at.charge([line('2026-03-05', 'Альфа', '100.005'), line('2026-04-05', 'Бета', '9')])
  terms('ООО «Альфа»', '2026-01-01', { percent: '10' })
  const file = (format: 'csv' | 'xlsx', preset: 'excelRu' | 'machine' | 'win1251' = 'excelRu') =>
    exportMargins(
      at.scope,
      parsed('business.exportMargins', { tagId, ...RANGE, format, preset, language: 'ru' }),
    )
  const { data, fileName } = await file('csv')
  expect(fileName).toBe('InfraZen_Маржа клиентов_2026-03-01_2026-04-30.csv')
  expect(data.replace('\ufeff', '').split('\r\n')).toEqual([
    'Клиент;Месяц;Затраты, RUB;По прайсу, RUB;Цена клиенту, RUB;Без цены, RUB;Маржа, RUB;Маржа, % цены;Наценка, % затрат',
    'ООО «Альфа»;01.03.2026;100,005;100,005;110,01;0,00;10,005;9,09;10',
    'ООО «Альфа»;01.04.2026;0,00;0,00;0,00;0,00;0,00;;',
    'Бета;01.03.2026;0,00;0,00;;0,00;;;',
    'Бета;01.04.2026;9,00;9,00;;9,00;;;',
    'Итого;;109,005;109,005;110,01;9,00;10,005;;',
    '',
  ])
  const { data: plain } = await file('csv', 'machine')
  expect(plain).toContain('ООО «Альфа»,2026-03-01,100.005,100.005,110.01')
  const legacy = await file('csv', 'win1251')
  expect(new TextDecoder('windows-1251').decode(Buffer.from(legacy.data, 'base64'))).toContain(
    'ООО «Альфа»;01.03.2026;100,005',
  )
  const book = await readXlsx(Buffer.from((await file('xlsx')).data, 'base64'))
  expect(book.sheets[0]?.rows[1]?.slice(2, 7)).toEqual([100.005, 100.005, 110.01, 0, 10.005])
})
