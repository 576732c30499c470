import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BUYER, CLOUD, octoberUpd, ukdXml, updXml, windows1251 } from '#tests/support/documents.ts'
import { type Opened, openActs } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openActs()
})
afterEach(() => at.shut())

const SELECTEL = { name: 'ООО «Селектел»', inn: '7700000003', kpp: '770001001' }
const YANDEX = { name: 'ООО "Яндекс.Облако"', inn: '7700000004', kpp: '770001001' }

it('a document of the only account of its provider is placed in its month, with its lines', async () => {
  const [item] = await at.load(updXml(octoberUpd({ supplier: YANDEX })))
  expect(item).toMatchObject({ status: 'added', problem: null })
  const { act, lines } = at.act(item?.actId ?? '')
  expect(act).toMatchObject({
    kind: 'upd',
    number: '1001',
    day: '2026-10-31',
    month: '2026-10',
    connectionId: 'yandex-1',
    supplier: YANDEX,
    buyer: { name: BUYER.name, inn: BUYER.inn },
    currency: 'RUB',
    without: '1000',
    rate: '22',
    vat: '220',
    total: '1220',
    source: 'xml',
    byName: 'Анна',
    doubts: [],
    paid: '0',
  })
  expect(lines.map(({ name, total }) => [name, total])).toEqual([
    ['Облачные серверы за октябрь 2026 г.', '976'],
    ['Хранение данных за октябрь 2026 г.', '244'],
  ])
})

it('windows-1251 is read as it is declared', async () => {
  const xml = updXml(octoberUpd({ encoding: 'windows-1251' }))
  const [item] = await at.load(windows1251(xml))
  expect(at.act(item?.actId ?? '').act.supplier.name).toBe(CLOUD.name)
})

it('of several accounts it is the one whose number it names, else the one whose bill comes near', async () => {
  const named = octoberUpd({ supplier: SELECTEL, number: '1' })
  named.lines[0] = { ...named.lines[0], name: 'Услуги, account of selectel-2' } as (typeof named.lines)[0]
  at.charge('2026-10-10', '1215', 'selectel-1')
  at.charge('2026-10-10', '5000', 'selectel-2')
  await at.load(updXml(named), updXml(octoberUpd({ supplier: SELECTEL, number: '2' })))
  expect(at.list('2026-10').map(({ number, connectionId }) => [number, connectionId])).toEqual([
    ['2', 'selectel-1'],
    ['1', 'selectel-2'],
  ])
})

it('nobody’s document waits for a person, who says it once for the supplier', async () => {
  const [first] = await at.load(
    updXml(octoberUpd()),
    updXml(octoberUpd({ number: '1002', day: '30.11.2026', total: '1220.00' })),
  )
  expect(at.list().every(({ connectionId }) => connectionId === null)).toBe(true)
  at.acts.update(at.session, { id: first?.actId ?? '', connectionId: 'selectel-2', isForSupplier: true })
  await at.load(updXml(octoberUpd({ number: '1003' })))
  expect(at.list().map(({ number, connectionId }) => [number, connectionId])).toEqual([
    ['1001', 'selectel-2'],
    ['1003', 'selectel-2'],
    ['1002', 'selectel-2'],
  ])
})

it('the same document is taken in once, whatever file it comes in; other sums need a person', async () => {
  const xml = updXml(octoberUpd())
  const again = updXml(octoberUpd()).replace('Пример 1.0', 'Пример 1.1')
  const other = updXml(octoberUpd({ total: '1221.00', vat: '221.00' }))
  const items = await at.load(xml, xml, again, other)
  expect(items.map(({ status }) => status)).toEqual(['added', 'same', 'same', 'failed'])
  expect(items[3]?.problem).toEqual({
    code: 'act.otherSums',
    details: { number: '1001', day: '2026-10-31', total: '1220' },
  })
  expect(at.list()).toHaveLength(1)
})

it('two acts of an account in a month both count, and the second is marked', async () => {
  await at.load(
    updXml(octoberUpd({ supplier: YANDEX })),
    updXml(octoberUpd({ supplier: YANDEX, number: '1002', func: 'ДОП' })),
  )
  expect(at.listOf('2026-10').map(({ number, kind, doubts }) => [number, kind, doubts])).toEqual([
    ['1001', 'upd', []],
    ['1002', 'act', ['secondOfMonth']],
  ])
})

it('an invoice beside an act of the same sums does not count again', async () => {
  await at.load(
    updXml(octoberUpd({ supplier: YANDEX, func: 'СЧФ', number: 'С-7' })),
    updXml(octoberUpd({ supplier: YANDEX, func: 'ДОП', number: 'А-7' })),
  )
  const [act] = at.list().filter(({ kind }) => kind === 'act')
  expect(at.list().find(({ kind }) => kind === 'invoice')).toMatchObject({ countedAsId: act?.id, doubts: [] })
  expect(at.listOf('2026-10').map(({ number }) => number)).toEqual(['А-7'])
})

it('УКД counts as the change, in the month of what it corrects', async () => {
  const ukd = ukdXml({
    number: 'К-1',
    day: '10.11.2026',
    corrects: '1001',
    name: 'Облачные серверы',
    before: ['800.00', '176.00', '976.00'],
    after: ['700.00', '154.00', '854.00'],
  })
  const [original, change] = await at.load(updXml(octoberUpd()), ukd)
  expect(at.act(change?.actId ?? '').act).toMatchObject({
    kind: 'correction',
    month: '2026-10',
    without: '-100',
    vat: '-22',
    total: '-122',
    correctsId: original?.actId,
    correctsNumber: '1001',
  })
})

it('УКД that comes first finds what it corrects later', async () => {
  const sums = ['1.00', '0.22', '1.22'] as [string, string, string]
  const ukd = ukdXml({
    number: 'К-1',
    day: '10.11.2026',
    corrects: '1001',
    name: 'х',
    before: sums,
    after: sums,
  })
  const [change] = await at.load(ukd)
  expect(at.act(change?.actId ?? '').act).toMatchObject({ correctsId: null, correctsNumber: '1001' })
  const [original] = await at.load(updXml(octoberUpd()))
  expect(at.act(change?.actId ?? '').act.correctsId).toBe(original?.actId)
})

it('a corrected УПД counts as its difference to the first, and once', async () => {
  const corrected = octoberUpd({
    head: '<ИспрДок НомИспр="1" ДатаИспр="05.11.2026"/>',
    lines: [
      {
        name: 'Облачные серверы за октябрь 2026 г.',
        without: '900.00',
        rate: '22%',
        vat: '198.00',
        total: '1098.00',
      },
      {
        name: 'Хранение данных за октябрь 2026 г.',
        without: '200.00',
        rate: '22%',
        vat: '44.00',
        total: '244.00',
      },
    ],
    without: '1100.00',
    vat: '242.00',
    total: '1342.00',
  })
  const [original, change, again] = await at.load(
    updXml(octoberUpd()),
    updXml(corrected),
    updXml({ ...corrected, encoding: 'utf-8' }),
  )
  expect(again?.status).toBe('same')
  const { act, lines } = at.act(change?.actId ?? '')
  expect(act).toMatchObject({
    kind: 'correction',
    total: '122',
    vat: '22',
    correctsId: original?.actId,
    doubts: [],
  })
  expect(lines).toMatchObject([{ name: 'Облачные серверы за октябрь 2026 г.', total: '122' }])
  expect(at.listOf('2026-10').reduce((sum, { total }) => sum + Number(total), 0)).toBe(1342)
})

const WORKBOOK = [
  ['Акт № ОП-15 от 31.10.2026'],
  ['Исполнитель:', 'ООО "Яндекс.Облако", ИНН 7700000004, КПП 770001001'],
  [],
  ['№', 'Наименование услуг', 'Кол-во', 'Ед.', 'Сумма без НДС', 'НДС', 'Всего с НДС'],
  [1, 'Облачные серверы за октябрь 2026', 1, 'шт', 800.1, 176.02, 976.12],
  [2, 'Хранение за октябрь 2026', 1, 'шт', 199.9, 43.98, 243.88],
  [null, 'Итого', null, null, 1000, 220, 1220],
]

it('an act in a workbook is read as a printed one', async () => {
  const [item] = await at.load(await writeXlsx({ sheets: [{ name: 'Акт', rows: WORKBOOK }] }))
  expect(item).toMatchObject({ status: 'added', problem: null })
  const { act, lines } = at.act(item?.actId ?? '')
  expect(act).toMatchObject({
    ...{ kind: 'act', number: 'ОП-15', day: '2026-10-31', month: '2026-10', source: 'xlsx' },
    ...{ connectionId: 'yandex-1', without: '1000', vat: '220', total: '1220', rate: '22', doubts: [] },
  })
  expect(lines.map(({ total }) => total)).toEqual(['976.12', '243.88'])
})

it('a workbook without an act, and one that is damaged, are refused in words', async () => {
  const plain = await writeXlsx({ sheets: [{ name: 'Лист', rows: [['Список'], ['яблоки', 5]] }] })
  const [none, cut] = await at.load(plain, plain.subarray(0, plain.length - 200))
  expect(none?.problem?.code).toBe('act.notAnAct')
  expect(cut?.problem?.code).toBe('act.notReadable')
})

it.each([
  ['broken XML', updXml(octoberUpd()).replace('</ТаблСчФакт>', ''), 'act.badXml', { line: 14 }],
  ['the format before', updXml(octoberUpd({ version: '5.01' })), 'act.oldFormat', { version: '5.01' }],
  ['another XML', '<?xml version="1.0"?><Счёт><Номер>1</Номер></Счёт>', 'act.notAnAct', {}],
  ['text', 'просто письмо', 'act.notAnAct', {}],
  ['nothing', '', 'import.empty', {}],
  ['no sound UTF-8', windows1251(updXml(octoberUpd())), 'act.notReadable', {}],
  ['an unknown currency', updXml(octoberUpd({ currency: '999' })), 'act.notAnAct', {}],
])('%s is refused with a sentence', async (_, text, code, details) => {
  const [item] = await at.load(text)
  expect(item).toMatchObject({ status: 'failed', actId: null, problem: { code, details } })
  expect(at.list()).toEqual([])
})

it('a bad file among good ones keeps none of them back', async () => {
  const items = await at.load(updXml(octoberUpd()), 'рубашка', updXml(octoberUpd({ number: '1002' })))
  expect(items.map(({ status }) => status)).toEqual(['added', 'failed', 'added'])
})

it('sums and taxes that do not follow, and a buyer that nobody knows, are noted and not refused', async () => {
  const other = { ...BUYER, name: 'ООО «Василёк-пример»', inn: '7700000009' }
  await at.load(
    updXml(octoberUpd()),
    updXml(octoberUpd({ number: '2', total: '1220.01' })),
    updXml(octoberUpd({ number: '3', vat: '230.00', total: '1230.00' })),
    updXml(octoberUpd({ number: '4', buyer: other })),
    updXml(
      octoberUpd({
        number: '5',
        lines: [
          {
            name: 'Услуги за октябрь 2026',
            without: '1000.00',
            rate: '20%',
            vat: '200.00',
            total: '1200.00',
          },
        ],
        vat: '200.00',
        total: '1200.00',
      }),
    ),
    updXml(
      octoberUpd({
        number: '6',
        lines: [{ name: 'Услуги', without: '1000.00', rate: '22%', vat: '221.00', total: '1221.00' }],
        vat: '221.00',
        total: '1221.00',
        day: '05.11.2026',
      }),
    ),
  )
  expect(Object.fromEntries(at.list().map(({ number, doubts }) => [number, doubts]))).toEqual({
    '1001': [],
    '2': ['sumsDiffer'],
    '3': ['sumsDiffer'],
    '4': ['buyerUnknown'],
    '5': ['rateOfDay'],
    '6': ['vatDiffers', 'monthGuessed'],
  })
  expect(at.list().find(({ number }) => number === '6')?.month).toBe('2026-10')
})
