import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocBlock, ReportDocument } from '#main/core/report/document.ts'
import { templateSpec } from '#main/core/report/templates/template-spec.ts'
import { buildReport } from '#main/queries/report/build-report.query.ts'
import { previewReport } from '#main/services/report-files/preview.ts'
import { reportTemplates } from '#shared/contract/report-spec.ts'
import { openDemoReports, sumOf, tablesOf } from './open.ts'

let demo: Awaited<ReturnType<typeof openDemoReports>>
beforeAll(async () => {
  demo = await openDemoReports()
})
afterAll(() => demo.close())

const built = (key: (typeof reportTemplates)[number], language: 'ru' | 'en' = 'ru') =>
  buildReport(demo.scope, templateSpec(key, language), { organisation: 'Морошка', isPreview: false })

/** With every row in place of the way to read them. */
const whole = (document: ReportDocument) => ({
  ...document,
  blocks: document.blocks.map((block: DocBlock) =>
    'table' in block ? { ...block, table: { ...block.table, rows: [...block.table.rows()] } } : block,
  ),
})

test.each(reportTemplates)('%s has figures for the demo company, and nothing to complain of', (key) => {
  const { document, problems, period } = built(key)
  expect(problems).toEqual([])
  expect(period).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  expect(document.periodName).toBe('октябрь 2026')
  const tables = tablesOf(document)
  expect(tables.length).toBeGreaterThan(0)
  for (const table of tables) expect(table.rowCount, table.title).toBeGreaterThan(0)
  for (const block of document.blocks)
    if (block.kind === 'figures')
      for (const { value, label } of block.figures) expect(value, label).not.toBeNull()
})

test.each(reportTemplates)('every table of %s adds up to its total, row by row', (key) => {
  for (const table of tablesOf(built(key).document)) {
    const rows = [...table.rows()]
    expect(rows.length, table.title).toBe(table.rowCount)
    for (const row of rows) expect(row.cells.length, table.title).toBe(table.columns.length)
    expect(new Set(table.columns.map((column) => column.key)).size).toBe(table.columns.length)
    if (!table.total || table.left > 0) continue
    expect(table.total.cells.length).toBe(table.columns.length)
    for (const [at, column] of table.columns.entries())
      if (column.isSummed && table.total.cells[at] !== null)
        expect(sumOf(table, at), `${table.title}: ${column.title}`).toBe(table.total.cells[at])
  }
})

test.each(reportTemplates)('%s of the same data at the same moment is the same', (key) => {
  expect(whole(built(key).document)).toEqual(whole(built(key).document))
})

test.each(reportTemplates)('%s in English has no word of ours in Russian', (key) => {
  const { document } = built(key, 'en')
  // What the company itself has named stays as it is: only our own words are looked at.
  const ours = [
    document.title,
    document.periodName,
    JSON.stringify({ ...document.footer, filter: null }),
    ...tablesOf(document).flatMap((table) => [
      ...table.columns.filter(({ key: name }) => !/^(c\d+|level\d+)$/.test(name)).map(({ title }) => title),
      table.note ?? '',
      table.total?.cells[0] ?? '',
    ]),
  ]
  expect(ours.join('\n')).not.toMatch(/[а-яё]/i)
})

test('what needs a decision is said in the brief: budgets, savings, what nobody has, acts', () => {
  const { document } = built('cfoBrief')
  const said = document.blocks.find(({ kind, id }) => kind === 'text' && id === 'decisions')
  expect(said).toMatchObject({
    title: 'Требует решения',
    paragraphs: [
      expect.stringMatching(
        /^Бюджет «Разработка и тестирование» будет превышен 28\.11\.2026: прогноз .+ из .+\.$/,
      ),
      expect.stringMatching(/^Решения ждут рекомендации \(20\): можно сэкономить 68.492,20.₽ в месяц\.$/),
      expect.stringMatching(/^Не распределено 6,5.% затрат: .+\. Назначьте владельцев\.$/),
      expect.stringMatching(/^С актами расходится .+ по аккаунтам: Selectel BU-A \(prod\)\.$/),
    ],
  })
})

test('the footer says as of when, from what, with what VAT', () => {
  expect(built('cfoBrief').document.footer).toEqual({
    asOf: 'По состоянию на 20.11.2026, 12:00 (Europe/Moscow), данные по 19.11.2026',
    sources:
      'Источники: Beget Dev (API, по 19.11.2026), Beget Prod (API, по 19.11.2026), Selectel BU-A (prod) (API, по 19.11.2026), Selectel BU-B (dev/stage) (API, по 19.11.2026)',
    rates: null,
    vat: 'НДС как в счетах',
    filter: null,
  })
})

test('the brief takes exactly two pages of A4, in either language', () => {
  for (const language of ['ru', 'en'] as const) {
    const { pages, blocks } = previewReport(built('cfoBrief', language).document, 1)
    expect(pages).toBe(2)
    expect(blocks.find(({ id }) => id === 'services')?.page).toBe(2)
    expect(blocks.find(({ id }) => id === 'why')?.page).toBe(1)
  }
})
