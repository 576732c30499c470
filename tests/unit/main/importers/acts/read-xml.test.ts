import { expect, it } from 'vitest'
import { readXmlAct } from '#main/importers/acts/read-xml.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { octoberUpd, ukdXml, updXml } from '#tests/support/documents.ts'

const read = (text: string) => readXmlAct(text, 'документ.xml')
const UNIT = 10n ** 15n
const UKD = ukdXml({
  number: 'К-1',
  day: '10.11.2026',
  corrects: '1001',
  name: 'Серверы',
  before: ['800.00', '176.00', '976.00'],
  after: ['700.00', '154.00', '854.00'],
})

it('sums, lines, sides and rates of a УПД', () => {
  expect(read(updXml(octoberUpd()))).toMatchObject({
    kind: 'upd',
    number: '1001',
    day: '2026-10-31',
    supplier: { name: 'ООО «Облако-пример»', inn: '7700000001', kpp: '770001001' },
    buyer: { inn: '7700000002' },
    currency: 'RUB',
    without: 1000n * UNIT,
    rate: '22',
    vat: 220n * UNIT,
    total: 1220n * UNIT,
    lines: [
      {
        name: 'Облачные серверы за октябрь 2026 г.',
        quantity: '1',
        unit: 'шт',
        rate: '22',
        total: 976n * UNIT,
      },
      { total: 244n * UNIT },
    ],
    corrects: null,
  })
})

it.each([
  ['СЧФ', 'invoice'],
  ['СЧФДОП', 'upd'],
  ['ДОП', 'act'],
])('the function %s makes it %s', (func, kind) => {
  expect(read(updXml(octoberUpd({ func }))).kind).toBe(kind)
})

it('quotes in names, a sole trader, no totals and no tax', () => {
  const lines = [{ name: 'Услуга "А & Б"', without: '500.00', rate: 'без НДС', vat: null, total: '500.00' }]
  const text = updXml(octoberUpd({ lines, without: '500.00', vat: null, total: '500.00' }))
    .replace(
      /<СвПрод>.*?<\/СвПрод>/,
      '<СвПрод><ИдСв><СвИП ИННФЛ="770000000012"><ФИО Фамилия="Иванов" Имя="Пётр"/></СвИП></ИдСв></СвПрод>',
    )
    .replace(/<ВсегоОпл.*<\/ВсегоОпл>/, '')
  expect(read(text)).toMatchObject({
    supplier: { name: 'ИП Иванов Пётр', inn: '770000000012', kpp: null },
    lines: [{ name: 'Услуга "А & Б"', rate: 'none', vat: 0n }],
    rate: 'none',
    vat: 0n,
    total: 500n * UNIT,
  })
})

it('values as elements instead of attributes are read too', () => {
  const text = updXml(octoberUpd()).replace(
    /<СвСчФакт НомерДок="1001" ДатаДок="31.10.2026">/,
    '<СвСчФакт><НомерДок>1001</НомерДок><ДатаДок>31.10.2026</ДатаДок>',
  )
  expect(read(text)).toMatchObject({ number: '1001', day: '2026-10-31' })
})

it('the days of the service come from the transfer', () => {
  const text = updXml(octoberUpd({ transfer: ' ДатаНач="01.10.2026" ДатаОкон="31.10.2026"' }))
  expect(read(text).period).toEqual({ from: '2026-10-01', to: '2026-10-31' })
})

it('lines of two rates make a mixed document', () => {
  const lines = [
    { name: 'До', without: '100.00', rate: '20/120', vat: '20.00', total: '120.00' },
    { name: 'После', without: '100.00', rate: '22%', vat: '22.00', total: '122.00' },
  ]
  const found = read(updXml(octoberUpd({ lines, without: '200.00', vat: '42.00', total: '242.00' })))
  expect(found).toMatchObject({ rate: 'mixed', lines: [{ rate: '20' }, { rate: '22' }] })
})

it('УКД is the change of its lines', () => {
  expect(read(UKD)).toMatchObject({
    kind: 'correction',
    number: 'К-1',
    without: -100n * UNIT,
    vat: -22n * UNIT,
    total: -122n * UNIT,
    corrects: { number: '1001', isWhole: false },
  })
})

it('5.02 is read, older formats are named', () => {
  expect(read(updXml(octoberUpd({ version: '5.02' }))).number).toBe('1001')
  expect(() => read(updXml(octoberUpd({ version: '5.01' })))).toThrow(
    expect.objectContaining({ code: 'act.oldFormat', details: { version: '5.01', name: 'документ.xml' } }),
  )
})

it.each([
  ['УПД', updXml(octoberUpd())],
  ['УКД', UKD],
])('%s cut anywhere is refused in words and never breaks the reader', (_, text) => {
  // Whatever follows the last tag is only an end of line.
  for (let end = 0; end < text.trimEnd().length; end += 7) {
    let error: unknown
    try {
      read(text.slice(0, end))
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).code).toMatch(/^act\.(badXml|notAnAct)$/)
  }
})

it.each(['НомерДок="1001"', 'ДатаДок="31.10.2026"', 'КодОКВ="643"', 'СтТовУчНал="976.00"', 'НалСт="22%"'])(
  'without %s it is read or refused in words',
  (attribute) => {
    try {
      read(updXml(octoberUpd()).replaceAll(attribute, ''))
    } catch (error) {
      expect(error).toMatchObject({ code: 'act.notAnAct' })
    }
  },
)
