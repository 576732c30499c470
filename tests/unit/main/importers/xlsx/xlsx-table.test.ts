import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { isDateFormat, numberText } from '#main/importers/xlsx/number-text.ts'
import { look, readLines, readToEnd } from '#tests/support/read-delivery.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { sheetXml, workbookOf, zipOf } from '#tests/support/zip-file.ts'

const MARCH_1 = 46082

const write = (bytes: Uint8Array, name = 'отчёт.xlsx'): string => {
  const path = join(tempFolder(), name)
  writeFileSync(path, bytes)
  return path
}

const vkRows = [
  ['Детализация расходов за март 2026'],
  [null],
  ['Дата', 'Проект', 'Сервис', 'ID ресурса', 'Параметр', 'Количество', 'Стоимость, ₽'],
  [
    { date: MARCH_1 },
    'Магазин',
    'Облачные вычисления',
    'aaaa-1',
    'vCPU',
    { raw: '48' },
    { raw: '1234.5599999999999' },
  ],
  [{ date: MARCH_1 }, null, 'Облачные вычисления', 'aaaa-1', 'RAM', { raw: '96' }, { raw: '0.1' }],
  [{ date: MARCH_1 + 1 }, null, 'Объектное хранилище', 'bucket', 'Объём', { raw: '1E-3' }, '1 000,25'],
  ['Итого', null, null, null, null, null, { raw: '2234.91' }],
] as const
const merges = '<mergeCells count="2"><mergeCell ref="A1:G1"/><mergeCell ref="B4:B6"/></mergeCells>'

describe('sheets', () => {
  test('a report with a title, merged cells, dates and a total', async () => {
    const path = write(
      workbookOf([
        {
          name: 'Скрытый',
          xml: sheetXml([
            ['a', 'b'],
            ['c', 'd'],
          ]),
          state: 'hidden',
        },
        { name: 'Пустой', xml: sheetXml([]) },
        { name: 'Март', xml: sheetXml(vkRows, merges) },
      ]),
    )
    const { source, reading, lines, rejected, totals, sum } = await readLines(path)
    expect(source).toBe('vk')
    expect(reading).toMatchObject({ format: 'xlsx', sheet: 'Март' })
    expect(lines.map(({ billed }) => billed)).toEqual(['1234.56', '0.1', '1000.25'])
    expect(lines.map(({ key }) => key.billingAccount)).toEqual(['Магазин', 'Магазин', 'Магазин'])
    expect(lines.map(({ startMs }) => new Date(startMs).toISOString().slice(0, 10))).toEqual([
      '2026-02-28',
      '2026-02-28',
      '2026-03-01',
    ])
    expect([rejected, totals, sum('billed')]).toEqual([[], ['2234.91'], '2234.91'])
  })

  test('what a library wrote, with shared strings', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Лист1',
          rows: [
            ['Дата', 'Логин', 'Операция', 'Сумма'],
            [new Date('2026-03-01T00:00:00Z'), 'fakeuser', 'Списание за услугу: Хостинг', 12.5],
            [new Date('2026-03-02T00:00:00Z'), 'fakeuser', 'Списание за услугу: Хостинг', 12.55],
          ],
        },
      ],
    })
    const { source, sum } = await readLines(write(bytes, 'beget.xlsx'))
    expect(source).toBe('beget')
    expect(sum('billed')).toBe('25.05')
  })

  test('a wrong ending is no hindrance', async () => {
    const path = write(workbookOf([{ name: 'Март', xml: sheetXml(vkRows, merges) }]), 'report.csv')
    expect((await look(path)).reading.format).toBe('xlsx')
  })

  test('a merged amount is said once', async () => {
    const rows = [
      vkRows[2],
      vkRows[3],
      [{ date: MARCH_1 }, 'Магазин', 'Сеть', 'ip', 'IP', { raw: '1' }, null],
    ] as const
    const xml = sheetXml(rows, '<mergeCells><mergeCell ref="G2:G3"/></mergeCells>')
    const { lines, rejected } = await readLines(write(workbookOf([{ name: 'a', xml }])))
    expect(lines).toHaveLength(1)
    expect(rejected).toMatchObject([{ reason: 'noAmount', line: 3 }])
  })
})

describe('archives that are no good', () => {
  const bomb = Buffer.alloc(60 * 1024 * 1024, 0x20)

  test.each([
    [
      'a document of words',
      zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
      'import.wrongKind',
      { kind: 'docx' },
    ],
    ['an archive of tables', zipOf([{ name: 'a.csv', content: 'a,b' }]), 'import.wrongKind', { kind: 'zip' }],
    [
      'a book that was cut',
      workbookOf([{ name: 'a', xml: sheetXml(vkRows) }]).subarray(0, 700),
      'import.badZip',
      {},
    ],
    ['a book of no sheets', workbookOf([]), 'import.badZip', {}],
    ['a header alone', workbookOf([{ name: 'a', xml: sheetXml([vkRows[2]]) }]), 'import.headerOnly', {}],
    ['nothing at all', workbookOf([{ name: 'a', xml: sheetXml([]) }]), 'import.empty', {}],
    [
      'a document type',
      workbookOf([{ name: 'a', xml: '<!DOCTYPE x [<!ENTITY a "b">]>' }]),
      'import.badZip',
      {},
    ],
  ])('%s', async (_what, bytes, code, details) => {
    await expect(look(write(bytes))).rejects.toMatchObject({ code, details })
  })

  test('a bomb that tells its size is refused by what it tells', async () => {
    const said = [{ name: 'xl/worksheets/sheet2.xml', content: 'x', saidSize: 2_000_000_000 }]
    const bytes = workbookOf([{ name: 'a', xml: sheetXml(vkRows) }], [], said)
    await expect(look(write(bytes))).rejects.toMatchObject({ code: 'import.bomb' })
  })

  test('a bomb that lies about its size is refused while it unfolds', async () => {
    const bytes = zipOf([
      {
        name: 'xl/workbook.xml',
        content: '<workbook><sheets><sheet name="a" r:id="i"/></sheets></workbook>',
      },
      { name: 'xl/_rels/workbook.xml.rels', content: '<R><Relationship Id="i" Target="s.xml"/></R>' },
      { name: 'xl/s.xml', content: bomb, saidSize: 100 },
    ])
    expect(await readToEnd(write(bytes))).toMatchObject({ status: 'failed', code: 'import.bomb' })
  })
})

test('sixteen and seventeen digits are what Excel shows of a double; more are kept', () => {
  expect(numberText('1234.5599999999999')).toBe('1234.56')
  expect(numberText('0.10000000000000001')).toBe('0.1')
  expect(numberText('12345678901234567.891')).toBe('12345678901234567.891')
  expect(numberText('1234.56')).toBe('1234.56')
})

test('formats of dates are told from formats of money', () => {
  expect(isDateFormat(14, undefined)).toBe(true)
  expect(isDateFormat(164, 'dd.mm.yyyy')).toBe(true)
  expect(isDateFormat(164, '[$-419]d mmmm yyyy;@')).toBe(true)
  expect(isDateFormat(164, '#,##0.00\\ "руб. за день"')).toBe(false)
  expect(isDateFormat(164, '[Red]0.00')).toBe(false)
  expect(isDateFormat(0, undefined)).toBe(false)
})
