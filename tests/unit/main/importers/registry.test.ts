import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { csvOf, focusRow } from '#tests/support/imports.ts'
import { look, readLines, readToEnd } from '#tests/support/read-delivery.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const write = (content: string | Uint8Array, name = 'файл.csv'): string => {
  const path = join(tempFolder(), name)
  writeFileSync(path, content)
  return path
}

const header = 'Дата;Проект;Сервис;ID ресурса;Стоимость, ₽'
const vk = (...rows: string[]): string => [header, ...rows, ''].join('\n')
const row = (date: string, cost: string): string => `${date};Магазин;Серверы;aaaa-1;${cost}`

describe('what a file is, whatever it is called', () => {
  test.each([
    ['текст.parquet', vk(row('01.03.2026', '1,50')), 'csv'],
    ['сжатый.csv', gzipSync(vk(row('01.03.2026', '1,50'))), 'csv'],
  ])('%s is read by its bytes', async (name, content, format) => {
    const { reading, sum } = await readLines(write(content, name))
    expect(reading.format).toBe(format)
    expect(sum('billed')).toBe('1.5')
  })

  test.each([
    [
      'отчёт.xls',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      'import.wrongKind',
      'xls',
    ],
    ['страница.xls', '<html><table><tr><td>a</td></tr></table></html>', 'import.wrongKind', 'html'],
    ['акт.pdf', '%PDF-1.7\n', 'import.wrongKind', 'pdf'],
    ['ответ.csv', '{"rows": [1]}', 'import.wrongKind', 'json'],
    [
      'картинка.csv',
      gzipSync(Uint8Array.from([0x89, 0x50, 0, 1, 2, 3, 0, 7])),
      'import.wrongKind',
      'gzip, binary',
    ],
    ['пустой.csv', '', 'import.empty', undefined],
    ['шапка.csv', `${header}\n`, 'import.headerOnly', undefined],
  ])('%s is refused: it is none', async (name, content, code, kind) => {
    const details = kind === undefined ? { name } : { name, kind }
    await expect(look(write(content, name))).rejects.toMatchObject({ code, details })
  })

  test('a folder is no file, and what is gone is gone', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'май'))
    await expect(look(join(folder, 'май'))).rejects.toMatchObject({ code: 'import.isFolder' })
    await expect(look(join(folder, 'нет.csv'))).rejects.toMatchObject({ code: 'import.fileGone' })
  })
})

describe('what a file does not decide is asked', () => {
  test('the order of day and month, where every date fits both; not where one further down decides', async () => {
    const open = write(vk(row('03/04/2026', '1,50'), row('05/04/2026', '1,50')))
    const asked = await look(open)
    expect([asked.kind, asked.reading.questions]).toEqual(['asking', ['dateOrder']])
    const answered = await readLines(open, { answers: { dateOrder: 'monthFirst' } })
    expect(new Date(answered.lines[0]?.startMs ?? 0).toISOString()).toBe('2026-03-03T21:00:00.000Z')
    const many = Array.from({ length: 3000 }, () => row('03/04/2026', '1,50'))
    const decided = await look(write(vk(...many, row('30/04/2026', '1,50'))))
    expect([decided.kind, decided.reading.dateOrder]).toEqual(['understood', 'dayFirst'])
  })

  test('the decimal sign, where every amount could be thousands', async () => {
    const open = write(vk(row('01.03.2026', '1,234'), row('02.03.2026', '5,678')))
    expect((await look(open)).reading.questions).toEqual(['decimal'])
    expect((await readLines(open, { answers: { decimal: ',' } })).sum('billed')).toBe('6.912')
    expect((await readLines(open, { answers: { decimal: '.' } })).sum('billed')).toBe('6912')
  })

  test('whose charges they are, where FOCUS lacks the columns', async () => {
    const { BillingAccountId, ProviderName, PublisherName, InvoiceIssuerName, ...cells } = focusRow()
    const open = write(csvOf([cells]))
    expect((await look(open)).reading.questions).toEqual(['account', 'provider'])
    const { lines } = await readLines(open, { answers: { account: 'hoster-1', provider: 'gcp' } })
    expect(lines[0]?.key).toMatchObject({ billingAccount: 'hoster-1', provider: 'gcp' })
  })

  test('the currency, where nothing says it', async () => {
    const open = write(vk(row('01.03.2026', '1,50')).replace(', ₽', ''))
    expect((await look(open)).reading.questions).toEqual(['currency'])
    expect((await readLines(open, { answers: { currency: 'KZT' } })).lines[0]?.key.currency).toBe('KZT')
  })
})

test('windows-1251 that begins after a megabyte of ASCII is told by its first letters', async () => {
  const ascii = Array.from({ length: 40_000 }, () => '2026-03-01,shop,Servers,aaaa-1,1.50')
  const head = 'Date,Project,Service,Resource ID,Cost'
  const last = Buffer.from([
    ...Buffer.from('2026-03-01,'),
    0xcc,
    0xe0,
    0xe3,
    0xe0,
    0xe7,
    ...Buffer.from(',Servers,aaaa-1,1.50\n'),
  ])
  const path = write(Buffer.concat([Buffer.from([head, ...ascii, ''].join('\n')), last]))
  const { reading, lines } = await readLines(path, { answers: { currency: 'USD' } })
  expect(reading.encoding).toBe('windows-1251')
  expect(lines.at(-1)?.key.billingAccount).toBe('Магаз')
})

test('a mapping that somebody made for a header goes before what we would make of it', async () => {
  const path = write(vk(row('01.03.2026', '1,50')))
  const columns = { date: 'Дата', cost: 'Стоимость, ₽', service: 'Сервис', account: 'Проект' }
  const spec = {
    provider: 'other',
    account: null,
    currency: 'RUB',
    columns,
    tags: [],
    dateOrder: null,
    decimal: null,
  } as const
  const mappings = [{ id: 3, header: JSON.stringify(header.split(';')), spec: { ...spec, tags: [] } }]
  const found = await readLines(path, { mappings })
  expect([found.source, found.reading.mappingId, found.sum('billed')]).toEqual(['mapped', 3, '1.5'])
  expect((await readLines(path, { mappings, answers: { source: 'vk' } })).source).toBe('vk')
})

describe('rows that are no bills', () => {
  test('rows in = rows kept + rows rejected, each with its reason', async () => {
    const content = vk(
      row('01.03.2026', '1,50'),
      row('32.03.2026', '1,50'),
      row('', '1,50'),
      row('02.03.2026', ''),
      row('02.03.2026', 'много'),
      '02.03.2026;Магазин',
      header,
      row('01.01.1970', '1,50'),
      row('01.01.2099', '1,50'),
      row('03.03.2026', '-2,25'),
      'Итого;;;;-0,75',
    )
    const end = await readToEnd(write(content))
    if (end.status !== 'read') throw new Error(JSON.stringify(end))
    expect([end.rowsIn, end.rowsKept, end.rowsRejected]).toEqual([11, 2, 9])
    expect(end.summary.reasons.map(({ reason, rows }) => `${reason} ${rows}`).sort()).toEqual([
      'badDate 1',
      'badDate 2',
      'badNumber 1',
      'columns 1',
      'noAmount 1',
      'noDate 1',
      'secondHeader 1',
      'totalRow 1',
    ])
    expect(end.summary.doubts).toMatchObject([{ code: 'totalMatches', said: '-0.75' }])
  })

  test('words where amounts should be: the columns are swapped', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `01.03.2026;Магазин;${i},50;aaaa-1;Серверы`)
    expect(await readToEnd(write(vk(...rows)))).toMatchObject({
      status: 'failed',
      code: 'import.swapped',
      details: { column: 'Стоимость, ₽' },
    })
  })

  test('another table under the first one is another file', async () => {
    const content = vk(row('01.03.2026', '1,50'), 'Клиент;Номер счёта;Адрес;Почта;Город', 'a;b;c;d;e')
    expect(await readToEnd(write(content))).toMatchObject({ status: 'failed', code: 'import.twoHeaders' })
  })
})

describe('FOCUS as a spreadsheet saved it', () => {
  const plain = csvOf([
    focusRow({ ChargeDescription: 'Сервер' }),
    focusRow({ ChargeDescription: 'Диск', BilledCost: '0.000001', EffectiveCost: '1234.5' }),
  ])
  const dressed = plain
    .replaceAll(',', ';')
    .replace('0.000001', '0,000001')
    .replace('1234.5', '1 234,5')
    .replaceAll('10.5', '10,5')
    .replaceAll('2026-10-05T00:00:00Z', '05.10.2026')
    .replaceAll('2026-10-06T00:00:00Z', '06.10.2026 0:00:00')

  test('decimal commas, Russian dates and lines of title give the same lines', async () => {
    const expected = await readLines(write(plain))
    const found = await readLines(write(`Отчёт\n\n${dressed}`))
    expect(found.reading).toMatchObject({ separator: ';', decimal: ',' })
    const without = ({ detail: _, ...line }: (typeof found.lines)[number]) => line
    expect(found.lines.map(without)).toEqual(expected.lines.map(without))
  })

  test('UTF-16 goes the quick way too', async () => {
    const bytes = Buffer.from(`\ufeff${plain}`, 'utf16le')
    const end = await readToEnd(write(bytes))
    expect(end).toMatchObject({ status: 'read', rowsKept: 2 })
  })
})
