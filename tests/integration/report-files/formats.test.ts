import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { DocTable, ReportDocument } from '#main/core/report/document.ts'
import { writeReportFiles } from '#main/services/report-files/write-report-files.ts'
import { writeXlsx } from '#main/services/report-files/xlsx.ts'
import { type ReportFormat, reportSpec } from '#shared/contract/report-spec.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { formatMoney } from '#shared/lib/format-money.ts'
import { readBook, readCsvRows } from '#tests/support/read-sheets.ts'
import { brief, documentOf, longTable, serviceColumns, tableOf } from '#tests/support/report-documents.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const { signal } = new AbortController()
const spec = reportSpec.parse({
  title: 'Отчёт',
  csvPreset: 'machine',
  blocks: [{ id: 'a', kind: 'pageBreak' }],
})

const write = (document: ReportDocument, formats: ReportFormat[], folder = tempFolder()) =>
  writeReportFiles({
    document,
    spec,
    formats,
    folder,
    baseName: 'brief',
    signal,
    focus: async () => undefined,
  })

const tablesOf = (document: ReportDocument): DocTable[] =>
  document.blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'chart' ? [block.table] : []))

const plain = (text: string): string => formatDecimal(parseDecimal(text) ?? -1n)
const squeezed = (text: string): string => text.replace(/\s/g, '')

test('paper, sheet, table and the file for machines hold the same figures', async () => {
  const document = brief()
  const files = await write(document, ['pdf', 'xlsx', 'csv', 'json'])
  const [pdf, xlsx, csv1, csv2, csv3, json] = files
  expect(files.map(({ format }) => format)).toEqual(['pdf', 'xlsx', 'csv', 'csv', 'csv', 'json'])

  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(pdf?.path ?? ''))), {
    mergePages: true,
  })
  const paper = squeezed(text)
  const sheets = await readBook(xlsx?.path ?? '')
  const told = JSON.parse(readFileSync(json?.path ?? '', 'utf8'))
  const toldTables = told.blocks.filter((block: { rows?: unknown }) => block.rows)

  for (const [at, table] of tablesOf(document).entries()) {
    const rows = [...table.rows()]
    const sheet = sheets[at + 1]?.rows ?? []
    const csv = readCsvRows(readFileSync([csv1, csv2, csv3][at]?.path ?? '', 'utf8'), ',')
    const csvRows = rows.filter(({ role }) => role === undefined)
    for (const [column, { kind }] of table.columns.entries()) {
      if (kind !== 'money') continue
      const figures = rows.map(({ cells }) => cells[column] ?? null)
      const known = figures.filter((figure) => figure !== null).map(plain)
      const inSheet = sheet
        .map((cells) => cells[column] ?? '')
        .filter((cell) => /^-?\d+(\.\d+)?$/.test(cell))
        .map(plain)
      expect(inSheet.slice(0, known.length)).toEqual(known)
      const total = table.total?.cells[column]
      if (total) expect(inSheet.at(-1)).toBe(plain(total))
      expect(csv.slice(1).map((cells) => cells[column] ?? '')).toEqual(
        csvRows.map(({ cells }) => cells[column] ?? '').map((cell) => (cell === '' ? '' : padded(cell))),
      )
      expect(toldTables[at].rows.map(({ cells }: { cells: string[] }) => cells[column])).toEqual(figures)
      // Paper prints a chart as a picture.
      if (at === 0) continue
      for (const figure of [...known, ...(total ? [total] : [])])
        expect(paper).toContain(squeezed(formatMoney({ amount: figure, currency: 'RUB' }, 'ru')))
    }
  }
  expect(paper).toContain(told.checksum.slice(0, 16))
})

const padded = (amount: string): string => {
  const [whole, places = ''] = amount.split('.')
  return `${whole}.${places.padEnd(2, '0')}`
}

test('the same report twice is the same files, byte by byte', async () => {
  const formats: ReportFormat[] = ['pdf', 'xlsx', 'csv', 'json', 'png', 'svg']
  const [first, second] = [await write(brief(), formats), await write(brief(), formats)]
  expect(second.map(({ name, sha256 }) => ({ name, sha256 }))).toEqual(
    first.map(({ name, sha256 }) => ({ name, sha256 })),
  )
})

const partsOf = async (document: ReportDocument, rowsOfSheet?: number): Promise<Record<string, string>> => {
  const path = join(tempFolder(), 'book.xlsx')
  await writeXlsx(document, path, 'abc', signal, rowsOfSheet)
  const parts = unzipSync(readFileSync(path))
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  )
}

const costs = (amounts: readonly string[], facts: Partial<DocTable>): DocTable =>
  tableOf(
    serviceColumns.slice(0, 2),
    amounts.map((amount, i) => ({ cells: [`Служба ${i}`, amount] })),
    facts,
  )

const inTable = (table: DocTable, title = 'Таблица'): ReportDocument =>
  documentOf([{ kind: 'table', id: 't', title, table }])

test('a sum is a formula with its value; heads are frozen, filtered and printed on every page', async () => {
  const total = { cells: ['Итого', '6.6'] }
  const parts = await partsOf(inTable(costs(['1.1', '2.2', '3.3'], { total })))
  const sheet = parts['xl/worksheets/sheet2.xml'] ?? ''
  expect(sheet).toContain('<f>SUBTOTAL(109,B4:B6)</f><v>6.6</v>')
  expect(sheet).toContain('<pane ySplit="3" topLeftCell="A4"')
  expect(sheet).toContain('<autoFilter ref="A3:B6"/>')
  expect(sheet).toContain('fitToWidth="1"')
  const book = parts['xl/workbook.xml'] ?? ''
  expect(book).toContain("'Таблица'!$3:$3")
  expect(book).toContain("'Таблица'!$A$3:$B$6")
  expect(parts['xl/styles.xml']).toContain('#,##0.00 &quot;₽&quot;')
})

test('what a limit leaves out is a row, so that the formula comes to the total', async () => {
  const parts = await partsOf(inTable(costs(['1.1', '2.2'], { left: 5, total: { cells: ['Итого', '10'] } })))
  const sheet = parts['xl/worksheets/sheet2.xml'] ?? ''
  expect(sheet).toContain('Остальные строки: 5')
  expect(sheet).toContain('<v>6.7</v>')
  expect(sheet).toContain('<f>SUBTOTAL(109,B4:B6)</f><v>10</v>')
})

test('a total that the rows do not come to stays a figure', async () => {
  const parts = await partsOf(inTable(costs(['1.1', '2.2'], { total: { cells: ['Итого', '99'] } })))
  const sheet = parts['xl/worksheets/sheet2.xml'] ?? ''
  expect(sheet).not.toContain('SUBTOTAL')
  expect(sheet).toContain('<v>99</v>')
})

test('sums among the rows are formulas of their part and are not added twice', async () => {
  const table = tableOf(
    serviceColumns.slice(0, 2),
    [
      { cells: ['Диски', null], role: 'head' },
      { cells: ['a', '1'] },
      { cells: ['b', '2'] },
      { cells: ['Итого диски', '3'], role: 'sum' },
      { cells: ['c', '4'] },
      { cells: ['d', '5'] },
      { cells: ['Итого сеть', '9'], role: 'sum' },
    ],
    { total: { cells: ['Всего', '12'] } },
  )
  const sheet = (await partsOf(inTable(table)))['xl/worksheets/sheet2.xml'] ?? ''
  expect(sheet).toContain('<f>SUBTOTAL(109,B4:B6)</f><v>3</v>')
  expect(sheet).toContain('<f>SUBTOTAL(109,B8:B9)</f><v>9</v>')
  expect(sheet).toContain('<f>SUBTOTAL(109,B4:B10)</f><v>12</v>')
})

test('a table of more rows than a sheet holds goes on in the next, under the same head', async () => {
  const path = join(tempFolder(), 'book.xlsx')
  const table = costs(
    Array.from({ length: 25 }, (_, i) => String(i)),
    { total: { cells: ['Итого', '300'] } },
  )
  await writeXlsx(inTable(table), path, 'abc', signal, 10)
  const sheets = await readBook(path)
  expect(sheets.map(({ name }) => name)).toEqual(['Отчёт', 'Таблица', 'Таблица (2)', 'Таблица (3)'])
  const amounts = sheets.slice(1).flatMap(({ rows }) => rows.slice(3).map((row) => row[1]))
  expect(amounts).toEqual([...Array.from({ length: 25 }, (_, i) => String(i)), '300'])
})

test('names that begin like a formula, marks of XML and invisible characters stay what they are', async () => {
  const names = ['=1+1', '<b>&"x"</b>', 'a\u0000\u0007b', '\ud800', '  два  ', 'x'.repeat(40_000)]
  const table = tableOf(
    serviceColumns.slice(0, 2),
    names.map((name) => ({ cells: [name, '1'] })),
  )
  const path = join(tempFolder(), 'book.xlsx')
  await writeXlsx(inTable(table, "[Имя]: 'что' * не/так?"), path, 'abc', signal)
  const [, sheet] = await readBook(path)
  expect(sheet?.name.length).toBeLessThanOrEqual(31)
  const texts = sheet?.rows.slice(3).map((row) => row[0]) ?? []
  expect(texts.slice(0, 3)).toEqual(['=1+1', '<b>&"x"</b>', 'ab'])
  expect(texts[4]).toContain('два')
  expect(texts[5]?.length).toBe(32_767)
})

test('a report without a table has no CSV, and says so', async () => {
  const document = documentOf([{ kind: 'text', id: 'a', title: '', paragraphs: ['Нет данных'] }])
  await expect(write(document, ['csv'])).rejects.toMatchObject({ code: 'report.empty' })
})

test('whoever stops a report stops it in the middle of a table', async () => {
  const stop = new AbortController()
  const table: DocTable = {
    ...longTable(50_000),
    *rows() {
      let at = 0
      for (const row of longTable(50_000).rows()) {
        at += 1
        if (at === 10_000) stop.abort(new Error('stopped'))
        yield row
      }
    },
  }
  const path = join(tempFolder(), 'book.xlsx')
  await expect(writeXlsx(inTable(table), path, 'abc', stop.signal)).rejects.toThrow('stopped')
})
