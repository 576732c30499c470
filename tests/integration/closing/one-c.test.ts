import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CallInput } from '#shared/contract/index.ts'
import { oneC } from '#shared/contract/one-c.ts'
import { fileLine } from '#tests/support/parcels.ts'
import { readBook } from '#tests/support/read-sheets.ts'
import { femtos, type Opened, openClosing, sumOf } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openClosing()
  at.bill(
    [
      ['Серверы', '100'],
      ['Базы данных', '200'],
      ['Хранилище', '33.33'],
    ].map(([service = '', amount = '']) =>
      fileLine({ day: '2026-10-05', femtos: femtos(amount), key: { service } }),
    ),
  )
})
afterEach(() => at.close())

const update = (input: CallInput<'oneC.updateMapping'>) =>
  at.oneC.update(at.session, oneC['oneC.updateMapping'].input.parse(input))
const code = (expected: string, details?: object) =>
  expect.objectContaining({ code: expected, ...(details ? { details } : {}) })
const selectel = { connectionId: 'c1', counterparty: 'ООО "Селектел"', contract: 'Д-17', item: '' }

async function written(format: 'xlsx' | 'txt'): Promise<{ path: string }> {
  const { id } = await at.oneC.startExport(at.session, { month: '2026-10', format })
  for (;;) {
    const { items } = await at.exports.list(at.session)
    const own = items.find((item) => item.id === id)
    if (own?.status === 'failed') throw new Error(JSON.stringify(own.problem))
    if (own?.status === 'done') break
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { path: join(at.ports.paths.exportsFolder, `${id}.${format}`) }
}

it('has one posting a line of the act, called as the act calls it unless somebody says otherwise', () => {
  at.act({
    ...{ number: 'А-7', total: '610', vat: '110' },
    lines: [
      { name: 'Услуги', total: '366', vat: '66' },
      { name: 'Домены', total: '244', vat: '44' },
    ],
  })
  update({ account: selectel })
  const { items, totals, unmapped } = at.postings()
  expect(items.map(({ item, without, rate, vat, total }) => [item, without, rate, vat, total])).toEqual([
    ['Услуги', '300', '22', '66', '366'],
    ['Домены', '200', '22', '44', '244'],
  ])
  expect(items[0]).toMatchObject({
    counterparty: 'ООО "Селектел"',
    contract: 'Д-17',
    costAccount: '26',
    number: 'А-7',
  })
  expect({ totals, unmapped }).toEqual({
    totals: [{ actId: 'act1', number: 'А-7', total: '610', isEqual: true }],
    unmapped: [],
  })
  update({ defaults: { costAccount: '44.01', item: 'Облачные услуги', article: 'ИТ', project: '' } })
  expect(at.postings().items[1]).toMatchObject({
    item: 'Облачные услуги',
    costAccount: '44.01',
    article: 'ИТ',
  })
})

it('is split by what each service costs, and the sums stay those of the act to the kopeck', () => {
  at.act({ total: '1000.01', vat: '180.33' })
  expect(at.mapping().accounts[0]).toMatchObject({ supplier: 'ООО «Облако»', counterparty: '' })
  update({ account: selectel, splitBy: 'service' })
  expect(at.postings().unmapped.map(({ kind, name }) => [kind, name])).toEqual([
    ['part', 'Базы данных'],
    ['part', 'Серверы'],
    ['part', 'Хранилище'],
  ])
  for (const key of ['Базы данных', 'Серверы', 'Хранилище'])
    update({ part: { key, department: `Отдел: ${key}`, costAccount: '20.01', article: '', project: '' } })
  const { items, totals, unmapped } = at.postings()
  expect(unmapped).toEqual([])
  expect(totals).toMatchObject([{ isEqual: true }])
  expect(items.map(({ department, without, vat, total }) => [department, without, vat, total])).toEqual([
    ['Отдел: Базы данных', '491.81', '108.2', '600.01'],
    ['Отдел: Серверы', '245.91', '54.1', '300.01'],
    ['Отдел: Хранилище', '81.96', '18.03', '99.99'],
  ])
  expect(sumOf(items.map(({ total }) => total))).toBe('1000.01')
  expect(at.mapping().parts.map(({ key, isMapped }) => [key, isMapped])).toEqual([
    ['Базы данных', true],
    ['Серверы', true],
    ['Хранилище', true],
  ])
})

it('lines that are split together are called by their document, each rate by itself', () => {
  at.act({
    ...{ number: 'А-9', total: '732', vat: '122', rate: 'mixed' },
    lines: [
      { name: 'Серверы', total: '366', vat: '66', rate: '22' },
      { name: 'Диски', total: '244', vat: '44', rate: '22' },
      { name: 'Серверы за декабрь', total: '122', vat: '12', rate: '10' },
    ],
  })
  update({ account: selectel, splitBy: 'chargeCategory' })
  expect(at.postings().items.map(({ item, rate, vat, total }) => [item, rate, vat, total])).toEqual([
    ['Услуги по документу № А-9', '22', '110', '610'],
    ['Услуги по документу № А-9', '10', '12', '122'],
  ])
})

it('a correction is split like its act, below zero', () => {
  at.act({ kind: 'correction', total: '-100.01', vat: '-18.03' })
  update({ account: selectel, splitBy: 'service' })
  const { items, totals } = at.postings()
  expect(totals).toMatchObject([{ isEqual: true, total: '-100.01' }])
  expect(items.every(({ total }) => total.startsWith('-'))).toBe(true)
})

it('what has no mapping is named, and nothing is written before it has one', async () => {
  await expect(at.oneC.startExport(at.session, { month: '2026-10', format: 'xlsx' })).rejects.toThrow(
    code('oneC.noActs', { month: '2026-10' }),
  )
  at.act({ total: '122', vat: '22' })
  const stranger = at.act({ connectionId: null, total: '5', number: 'Ч-1' })
  expect(at.postings().unmapped).toEqual([
    { kind: 'act', key: stranger, name: 'Ч-1' },
    { kind: 'account', key: 'c1', name: 'c1' },
  ])
  await expect(at.oneC.startExport(at.session, { month: '2026-10', format: 'xlsx' })).rejects.toThrow(
    code('oneC.unmapped', { count: 2 }),
  )
})

it('a number that is no account of costs is refused', () => {
  for (const account of ['99', '26.', 'двадцать шесть', '44.01.02.03'])
    expect(() => update({ defaults: { costAccount: account, item: '', article: '', project: '' } })).toThrow(
      code('oneC.badAccount', { account }),
    )
  expect(() => update({ account: { ...selectel, connectionId: 'c9' } })).toThrow(code('connection.notFound'))
})

it('writes a table with the columns of 1C and nothing below them', async () => {
  at.act({ number: 'А-7', total: '122', vat: '22' })
  update({ account: selectel })
  const { path } = await written('xlsx')
  const [sheet] = await readBook(path)
  expect(sheet?.rows.slice(0, 1)).toEqual([
    [
      ...[
        'Контрагент',
        'Договор',
        'Дата',
        'Номер',
        'Номенклатура',
        'Сумма без НДС',
        'Ставка НДС',
        'НДС',
        'Всего',
      ],
      ...['Счет затрат', 'Подразделение', 'Статья затрат', 'Проект'],
    ],
  ])
  expect(sheet?.rows).toHaveLength(2)
})

it('writes text in windows-1251 with tabs, commas and the days as they are written in Russia', async () => {
  at.act({ number: 'А-7', total: '1220.5', vat: '220.09' })
  update({ account: selectel })
  const { path } = await written('txt')
  const text = new TextDecoder('windows-1251').decode(readFileSync(path))
  const lines = text.split('\r\n')
  expect(lines[1]?.split('\t')).toEqual([
    ...['ООО "Селектел"', 'Д-17', '31.10.2026', 'А-7', 'А-7', '1000,41', '22%', '220,09', '1220,50'],
    ...['26', '', '', ''],
  ])
  expect(lines[2]).toBe('')
})
