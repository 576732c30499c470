import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listRejected } from '#main/queries/imports-rejected.query.ts'
import { exportRejected } from '#main/services/export/inventory-export.ts'
import { describeError } from '#shared/texts/errors.ts'
import { type ImportDesk, openImportDesk } from '#tests/support/import-desk.ts'
import { csvOf, focusDays, focusRow } from '#tests/support/imports.ts'
import { creditList, text, writeParquet } from '#tests/support/parquet-file.ts'

let folder = ''
let desk: ImportDesk
let before: unknown

/** October is there already: none of what follows may change a byte of it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'infrazen-bad-'))
  desk = await openImportDesk(folder)
  await desk.load(desk.write('october.csv', csvOf(focusDays(3))))
  before = desk.dump()
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

afterEach(async () => {
  for (const { id, status } of desk.list())
    if (status !== 'committed') await desk.imports.remove(desk.session, id)
})

const other = { BillingAccountId: '2' }
const good = () => csvOf(focusDays(3, other))
const header = Object.keys(focusRow())

/** A hundred megabytes and more of nothing in a hundred kilobytes: pieces of a gzip follow one another. */
function bomb(): Buffer {
  const piece = gzipSync(Buffer.alloc(1 << 20, 'x'), { level: 9 })
  return Buffer.concat([gzipSync(`${header.join(',')}\n`), ...Array<Buffer>(110).fill(piece)])
}

type Bad = [what: string, name: string, content: () => string | Buffer, code: string]

describe('a file of which nothing can be kept', () => {
  const cases: Bad[] = [
    ['is empty', 'a.csv', () => '', 'import.empty'],
    ['has a header and no rows', 'a.csv', () => `${header.join(',')}\n`, 'import.headerOnly'],
    [
      'is a gzip that breaks off',
      'a.csv.gz',
      () => gzipSync(csvOf(focusDays(400))).subarray(0, 900),
      'import.truncated',
    ],
    [
      'is a gzip that is none',
      'a.csv.gz',
      () => Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4]),
      'import.truncated',
    ],
    ['is a zip bomb', 'a.csv.gz', bomb, 'import.bomb'],
    [
      'is a picture under another name',
      'a.csv',
      () => Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
      'import.wrongKind',
    ],
    [
      'is a page under another name',
      'a.xls',
      () => '<html><table><tr><td>1</td></tr></table></html>',
      'import.wrongKind',
    ],
    ['is a document', 'a.pdf', () => '%PDF-1.7\n%\xE2\xE3\n', 'import.wrongKind'],
    ['is half a Parquet', 'a.parquet', () => Buffer.from('PAR1aaaaaaaaaaaaPAR1'), 'import.badParquet'],
    [
      'is half a workbook',
      'a.xlsx',
      () => Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
      'import.badZip',
    ],
    ['has two tables', 'a.csv', () => `${good()}${header.toReversed().join(',')}\n`, 'import.twoHeaders'],
    [
      'has its columns swapped',
      'a.csv',
      () => csvOf(focusDays(20, { ...other, BilledCost: 'EC2', ServiceName: '10.5' })),
      'import.swapped',
    ],
    [
      'tells of days that cannot be',
      'a.csv',
      () => csvOf(focusDays(3, { ...other, ChargePeriodStart: '1970-01-01T00:00:00Z' })),
      'import.noneKept',
    ],
  ]

  it.each(cases)('%s', async (_, name, content, code) => {
    const { problem, ...item } = await desk.read(desk.write(name, content()))
    expect([item.status, problem?.code]).toEqual(['failed', code])
    expect(item).toMatchObject({ rowsIn: 0, rowsKept: 0, rowsRejected: 0, totals: [] })
    for (const language of ['ru', 'en'] as const) {
      const { title, next } = describeError(problem as Parameters<typeof describeError>[0], language)
      expect(`${title} ${next}`).not.toMatch(/\{\w+\}|—\s*[.,]|undefined/)
    }
    expect(desk.dump()).toEqual(before)
  })

  it('has structures in place of amounts', async () => {
    const path = join(folder, 'nested.parquet')
    const credits = creditList('BilledCost', [[{ name: 'скидка', amount: 1 }]])
    const columns = header.filter((name) => name !== 'BilledCost')
    writeParquet(path, [...columns.map((name) => text(name, [focusRow()[name] ?? null])), credits])
    const { problem } = await desk.read(path)
    expect(problem).toEqual({
      code: 'import.nested',
      details: { name: 'nested.parquet', column: expect.stringContaining('BilledCost') },
    })
    expect(desk.dump()).toEqual(before)
  })
})

describe('a file of which some rows are doubtful', () => {
  async function readThenRemove(content: string, answers = {}) {
    const { id } = await desk.read(desk.write('doubtful.csv', content))
    if (Object.keys(answers).length > 0) {
      desk.imports.answer(desk.session, { id, answers })
      await desk.imports.whenIdle()
    }
    const found = desk.get(id)
    const rejected = listRejected(desk.scope, { id, offset: 0, limit: 100 }).items
    await desk.imports.remove(desk.session, id)
    expect(found.item.rowsIn).toBe(found.item.rowsKept + found.item.rowsRejected)
    expect(desk.dump()).toEqual(before)
    return { ...found, rejected, doubts: found.summary?.doubts.map(({ code }) => code) ?? [] }
  }

  const extra = (...rows: Parameters<typeof focusRow>[0][]) =>
    csvOf([...focusDays(3, other), ...rows.map((row) => focusRow({ ...other, ...row }))])

  it('keeps rows of 1970 and of 2099 out, with their lines, their texts and why', async () => {
    const content = extra(
      { ChargePeriodStart: '1970-01-01T00:00:00Z' },
      { ChargePeriodStart: '2099-12-31T00:00:00Z', ServiceName: '=cmd|calc' },
    )
    const { item, rejected } = await readThenRemove(content)
    expect(item).toMatchObject({ status: 'ready', rowsIn: 5, rowsKept: 3, rowsRejected: 2 })
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'badDate'],
      [6, 'badDate'],
    ])
    expect(rejected[1]?.text).toBe(content.split('\n')[5])
  })

  it('keeps negative quantities, credits and refunds, to the sign', async () => {
    const { item, rejected } = await readThenRemove(
      extra(
        { PricingQuantity: '-24', ConsumedQuantity: '-24', BilledCost: '-10.5', EffectiveCost: '-10.5' },
        { ChargeCategory: 'Credit', BilledCost: '-1', ConsumedQuantity: '', ConsumedUnit: '' },
      ),
    )
    expect(rejected).toEqual([])
    expect(item).toMatchObject({ rowsKept: 5, totals: [{ currency: 'RUB', billed: '20' }] })
  })

  it('says which rows repeat others, keeps them, and drops them when the person says so', async () => {
    const content = extra({}, {})
    const kept = await readThenRemove(content)
    expect(kept.item).toMatchObject({ rowsKept: 5, rowsRejected: 0 })
    expect(kept.doubts).toContain('repeated')
    const dropped = await readThenRemove(content, { dropsRepeats: true })
    expect(dropped.item).toMatchObject({ rowsKept: 3, rowsRejected: 2 })
    expect(dropped.rejected.map(({ reason }) => reason)).toEqual(['repeated', 'repeated'])
  })

  it('takes a total at the foot for a check and not for a cost', async () => {
    const total = (sum: string) => header.map((name) => (name === 'BilledCost' ? sum : '')).join(',')
    const right = await readThenRemove(`${good()}${total('31.5')}\n`)
    expect(right.item).toMatchObject({
      rowsIn: 4,
      rowsKept: 3,
      rowsRejected: 1,
      totals: [{ billed: '31.5' }],
    })
    expect(right.doubts).toContain('totalMatches')
    const wrong = await readThenRemove(`${good()}${total('40')}\n`)
    expect(wrong.doubts).toContain('totalMismatch')
  })

  it('knows its own header again in the middle', async () => {
    const { item, rejected } = await readThenRemove(good() + good())
    expect(item).toMatchObject({ status: 'ready', rowsKept: 6 })
    expect(rejected.map(({ reason }) => reason)).toEqual(['secondHeader'])
  })

  it('reads a file by what it is, not by what it is called', async () => {
    const read = await desk.read(desk.write('october.parquet', good()))
    expect(read).toMatchObject({ status: 'ready', rowsKept: 3 })
  })
})

it('gives the rows in quarantine out for a spreadsheet, which runs none of them', async () => {
  const evil = { ...other, BilledCost: '=HYPERLINK("http://evil.example")', ServiceName: '@SUM(1)' }
  const { id } = await desk.read(
    desk.write('=evil.csv', csvOf([focusRow(other), focusRow(other), focusRow(evil)])),
  )
  const csv = await exportRejected(desk.scope, { id, format: 'csv', language: 'ru' })
  const [head, row] = csv.data.split('\r\n')
  expect(head).toBe('\uFEFFФайл;Строка файла;Причина;Столбец;Значение;Строка целиком')
  expect(row).toContain(
    `'=evil.csv;4;Вместо числа другое значение;BilledCost;"'=HYPERLINK(""http://evil.example"")"`,
  )
  expect(csv.fileName).toBe('InfraZen_Карантин_2026-11-20.csv')
  const xlsx = await exportRejected(desk.scope, { id, format: 'xlsx', language: 'en' })
  expect(Buffer.from(xlsx.data, 'base64').subarray(0, 2).toString()).toBe('PK')
})
