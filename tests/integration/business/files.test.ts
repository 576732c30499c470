import { existsSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listSeries, listValues } from '#main/queries/business-series.query.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'
import { costLine } from '#tests/support/store-rows.ts'
import { encoded1251 } from './encoded.ts'
import { type Opened, openBusiness } from './open.ts'

let at: Opened
let count = 0
beforeEach(async () => {
  at = await openBusiness()
})
afterEach(() => at.close())

type Series = Partial<CallInput<'business.addSeries'>>

/** A series of its own for every file, so that no test stands on another. */
function look(bytes: string | Uint8Array, series: Series = {}, fileName = 'orders.csv') {
  count += 1
  const id = at.addSeries({ name: `Заказы ${count}`, ...series })
  const token = at.give(bytes, fileName)
  return { id, token, read: () => at.service.readFile(at.scope, { id, token }) }
}

const valuesOf = async (bytes: string | Uint8Array, series: Series = {}, fileName?: string) => {
  const { values, refused } = await look(bytes, series, fileName).read()
  return { values: values.map((one) => [one.day, one.value]), refused }
}

const THREE_MONTHS = [
  ['2026-01-01', '1200.5'],
  ['2026-02-01', '1300'],
  ['2026-03-01', '0'],
]

it.each([
  [
    'months as ISO, a semicolon and a decimal comma',
    'Месяц;Заказы\r\n2026-01;1200,5\r\n2026-02;1300\r\n2026-03;0\r\n',
  ],
  [
    'days with dots, groups of thousands',
    'Дата;Значение\n01.01.2026;1 200,5\n01.02.2026;1 300,0\n01.03.2026;0\n',
  ],
  ['the last days of months', 'date,value\n2026-01-31,1200.5\n2026-02-28,1300\n2026-03-31,0\n'],
  ['months in words, tabs', 'Период\tКол-во\nянв. 2026\t1200,5\nфевраль 2026 г.\t1300\nмарт 2026\t0\n'],
  ['months as a spreadsheet shows them', 'Период;Заказы\nянв.26;1200,5\nфев.26;1300\nмар.26;0\n'],
  ['months in figures, values first', 'Значение;Месяц\n1200,5;01.2026\n1300;02.2026\n0;03.2026\n'],
  ['no header', '2026-01;1200,5\n2026-02;1300\n2026-03;0\n'],
  [
    'a title above, a mark of order',
    '\ufeffОтчёт о заказах\n\nМесяц;Заказы\n2026-01;1200,5\n2026-02;1300\n2026-03;0\n',
  ],
])('%s', async (_, text) => {
  expect(await valuesOf(text)).toEqual({ values: THREE_MONTHS, refused: [] })
})

it('windows-1251 is read as such', async () => {
  const text = 'Месяц;Заказы\nянварь 2026;1200,5\nфевраль 2026;1300\nмарт 2026;0\n'
  expect(await valuesOf(encoded1251(text))).toEqual({ values: THREE_MONTHS, refused: [] })
})

it('a workbook has dates and numbers, or texts that stand for them', async () => {
  const rows = [
    ['Месяц', 'Заказы'],
    [new Date(Date.UTC(2026, 0, 1)), 1200.5],
    [new Date(Date.UTC(2026, 1, 1)), '1 300'],
    ['мар. 2026', 0],
  ]
  const book = await writeXlsx({ sheets: [{ name: 'Лист1', rows }] })
  expect(await valuesOf(book, {}, 'orders.xlsx')).toEqual({ values: THREE_MONTHS, refused: [] })
})

it('counts that look like days of a spreadsheet are counts', async () => {
  const text = 'Месяц;Клиенты\n2026-01;45000\n2026-02;45100\n'
  expect((await valuesOf(text)).values).toEqual([
    ['2026-01-01', '45000'],
    ['2026-02-01', '45100'],
  ])
})

it('a division of a spreadsheet is rounded to six places', async () => {
  expect((await valuesOf('day,value\n2026-01,0.33333333333\n')).values).toEqual([['2026-01-01', '0.333333']])
})

it('says line by line what it does not take, and why', async () => {
  const text = [
    'Дата;Заказы',
    '01.01.2026;100',
    '01.01.2026;120',
    'вчера;5',
    '01.02.2026;много',
    '01.03.2026;-4',
    '15.04.2026;7',
    '01.05.2026;',
    'Итого;100',
    '',
  ].join('\n')
  const { values, refused } = await look(text).read()
  expect(values).toEqual([{ day: '2026-01-01', part: null, value: '100' }])
  expect(refused).toEqual([
    { line: 3, text: '01.01.2026;120', reason: 'twice' },
    { line: 4, text: 'вчера;5', reason: 'day' },
    { line: 5, text: '01.02.2026;много', reason: 'value' },
    { line: 6, text: '01.03.2026;-4', reason: 'negative' },
    { line: 7, text: '15.04.2026;7', reason: 'step' },
    { line: 9, text: 'Итого;100', reason: 'day' },
  ])
})

it('a month is no day of a series that goes by days', async () => {
  const { refused } = await look('day,value\n2026-01,5\n2026-01-02,6\n', { step: 'day' }).read()
  expect(refused).toEqual([{ line: 2, text: '2026-01,5', reason: 'step' }])
})

it('parts stand in a column of their own, or each has its own', async () => {
  const byPart = { tagId: at.addTag({ Диски: 'Ромашка' }) }
  at.charge([costLine({ service: 'Диски', femtos: 1n })])
  const long = 'Клиент;Месяц;Заказы\nРомашка;2026-01;5\n;2026-01;6\nВасилёк;2026-01;7\n'
  const { values, refused, columns, newParts } = await look(long, byPart).read()
  expect(columns).toEqual({ day: 'Месяц', values: ['Заказы'], part: 'Клиент' })
  expect(values.map(({ part, value }) => [part, value])).toEqual([
    ['Ромашка', '5'],
    ['Василёк', '7'],
  ])
  expect(refused).toEqual([{ line: 3, text: ';2026-01;6', reason: 'part' }])
  expect(newParts).toEqual(['Василёк'])

  const wide = await look('Месяц;Ромашка;Василёк\n2026-01;5;7\n2026-02;;8\n', byPart).read()
  expect(wide.columns).toEqual({ day: 'Месяц', values: ['Ромашка', 'Василёк'], part: null })
  expect(wide.values.map(({ day, part, value }) => [day, part, value])).toEqual([
    ['2026-01-01', 'Ромашка', '5'],
    ['2026-01-01', 'Василёк', '7'],
    ['2026-02-01', 'Василёк', '8'],
  ])
})

it('a preview keeps nothing; loading keeps what it showed, and lets go of the file', async () => {
  const { id, token, read } = look('day,value\n2026-01,5\n2026-02,6\nx,7\n')
  at.put(id, { '2026-01-01': '5', '2026-02-01': '1' })
  expect(await read()).toMatchObject({
    changes: { added: 0, changed: 1, same: 1 },
    from: '2026-01-01',
    to: '2026-02-01',
    refusedLines: 1,
  })
  const range = { from: day('2026-01-01'), to: day('2026-12-31') }
  expect(listValues(at.scope, { id, ...range }).items.map(({ value }) => value)).toEqual(['5', '1'])
  const { path } = at.inbox.find(token) ?? { path: '' }
  expect(await at.service.loadValues(at.session, { id, token })).toEqual({ put: 2, refused: 1 })
  expect(listValues(at.scope, { id, ...range }).items.map(({ value }) => value)).toEqual(['5', '6'])
  expect(existsSync(path)).toBe(true)
  await expect(read()).rejects.toMatchObject({ code: 'import.noFile' })
})

it.each([
  ['a file without anything', '', 'import.empty'],
  ['a header alone', 'Месяц;Заказы\n', 'import.headerOnly'],
  ['a page', '<!doctype html><html></html>', 'import.wrongKind'],
  ['a table without days', 'Имя;Заказы\nАльфа;5\nБета;6\n', 'series.badFile'],
  ['a table without numbers', 'Дата;Имя\n2026-01;Альфа\n2026-02;Бета\n', 'series.badFile'],
])('%s is refused', async (_, text, code) => {
  const { read } = look(text)
  await expect(read()).rejects.toMatchObject({ code })
  expect(listSeries(at.scope).items.at(-1)?.values).toBe(0)
})
