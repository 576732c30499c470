import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { in1251 } from '#main/core/export/win1251.ts'
import type { Session } from '#main/core/model/session.ts'
import { getChart } from '#main/queries/explorer-chart.query.ts'
import { listRows } from '#main/queries/explorer-rows.query.ts'
import { createExports, type ExportsService } from '#main/services/exports/exports.service.ts'
import {
  createTableExport,
  type TableExportService,
} from '#main/services/table-export/table-export.service.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { granularities, type ViewSpecInput, viewSpec } from '#shared/contract/costs.ts'
import { csvPresetNames, type GroupView } from '#shared/contract/explorer.ts'
import { contract } from '#shared/contract/index.ts'
import type { LedgerExportView } from '#shared/contract/ledger.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { cost, openSeeded, scopeOf } from '#tests/integration/queries/seed.ts'
import { readBook, readCsvRows } from '#tests/support/read-sheets.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let made: Awaited<ReturnType<typeof openSeeded>>
let exports: ExportsService
let tables: TableExportService
let waiting: (() => void)[] = []

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A', 'B'])
  waiting = []
  exports = createExports({
    ports: made.ports,
    emit: () => {
      for (const look of waiting.splice(0)) look()
    },
  })
  tables = createTableExport({
    exports,
    scopeOf: ({ workspaceId }) => scopeOf(made.store, made.ports, workspaceId),
  })
})
afterEach(async () => {
  await exports.close()
  made.store.close()
})

const sessionOf = (prefix: 'A' | 'B') => ({ workspaceId: `${prefix}-workspace` }) as Session
const [anna, stranger] = [sessionOf('A'), sessionOf('B')]

type Wishes = { spec?: ViewSpecInput; session?: Session } & Record<string, unknown>

/** Asks for a file and resolves when it has ended, however. */
async function exported({ session = anna, ...wishes }: Wishes) {
  const input = contract['explorer.startExport'].input.parse({
    title: 'Проверка',
    format: 'csv',
    language: 'ru',
    ...wishes,
    spec: viewSpec.parse(wishes.spec ?? {}),
  })
  const { id } = await tables.start(session, input)
  for (;;) {
    const changed = new Promise<void>((resolve) => waiting.push(resolve))
    const item = (await exports.list(session)).items.find((one) => one.id === id)
    if (item && item.finishedAtMs !== null) return item
    await changed
  }
}

const bytesOf = ({ id, format }: LedgerExportView): Buffer =>
  readFileSync(join(made.ports.paths.exportsFolder, `${id}.${format}`))

const separators = { excelRu: ';', machine: ',', win1251: ';' } as const

async function cellsOf(wishes: Wishes): Promise<string[][]> {
  const item = await exported(wishes)
  expect(item).toMatchObject({ status: 'done', kind: 'table', problem: null })
  const path = join(made.ports.paths.exportsFolder, `${item.id}.${item.format}`)
  if (item.format === 'xlsx') return (await readBook(path)).flatMap(({ rows }) => rows)
  const preset = (wishes.preset ?? 'excelRu') as keyof typeof separators
  const text = new TextDecoder(preset === 'win1251' ? 'windows-1251' : 'utf-8').decode(bytesOf(item))
  return readCsvRows(text, separators[preset])
}

/** The table in a file: what stands above it, its head, its rows, and the sums beneath. */
function tableIn(cells: string[][], rows: number) {
  const head = cells.findIndex((row) => row.some((cell) => /^Всего(, \w+)?$/.test(cell)))
  return {
    notes: cells.slice(0, head),
    head: cells[head] ?? [],
    rows: cells.slice(head + 1, head + 1 + rows),
    foot: cells.slice(head + 1 + rows),
  }
}

/** Every row of a view as the screen has it, unit after unit. */
function onScreen(spec: ViewSpecInput) {
  const parsed = viewSpec.parse(spec)
  const { sections, groupBy } = getChart(made.scope, { spec: parsed })
  const rows = sections.flatMap(({ unit }) => {
    const input = contract['explorer.listRows'].input.parse({ spec: parsed, unit, limit: 500 })
    return listRows(made.scope, input).items.map((group) => ({ group, unit }))
  })
  return { sections, groupBy, rows }
}

const exact = (cell: string | undefined): bigint | null => parseDecimal((cell ?? '').replace(',', '.'))

/** The figures of a row in the order of the columns. */
function figuresOf(row: Pick<GroupView, 'amounts' | 'total' | 'before'>, hasBins: boolean): string[] {
  const before = parseDecimal(row.before ?? '')
  const change =
    before === null ? [] : [row.before ?? '', formatDecimal((parseDecimal(row.total) ?? 0n) - before)]
  return [...(hasBins ? row.amounts : []), row.total, ...change]
}

const names = fc.oneof(
  { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }) },
  fc.constantFrom(
    '=HYPERLINK("http://x";"y")',
    '+7 900',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '1234567890123456789',
    'а;б,"в"',
    'две\r\nстроки',
    ' края ',
    'Ёж — «№5» 10 ₽ 漢 😀',
    'x'.repeat(400),
  ),
)
const amounts = fc.oneof(
  fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
  fc.integer({ min: -50_000, max: 500_000 }).map((kopecks) => BigInt(kopecks) * 10n ** 13n),
)
const lines = fc.array(
  fc.record({
    service: names,
    femtos: amounts,
    day: fc.constantFrom('2026-10-02', '2026-10-30', '2026-11-03', '2026-11-18'),
    currency: fc.constantFrom('RUB' as const, 'USD' as const),
  }),
  { minLength: 1, maxLength: 8 },
)
const specs = fc.record({
  groupBy: fc.constantFrom(
    ['service'],
    ['connection', 'service'],
    ['resource'],
    ['tag:Отдел', 'chargeCategory'],
    [],
  ),
  granularity: fc.constantFrom(...granularities),
  period: fc.constantFrom({ preset: 'm3' as const }, { preset: 'month' as const }, { preset: 'd7' as const }),
  comparison: fc.constantFrom('none' as const, 'previous' as const),
  isCumulative: fc.boolean(),
  metric: fc.constantFrom('billed' as const, 'effective' as const),
  sort: fc.constantFrom({ by: 'name', isDescending: false }, { by: 'total', isDescending: true }),
}) as fc.Arbitrary<ViewSpecInput>

const START = /^[\s\u00A0\uFEFF]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]|^\s*\d{16,}\s*$/

describe('a table in a file', () => {
  it('has the screen’s cells to the last digit, whatever the names are, in each format', async () => {
    const of = { connection: 'A-selectel', provider: 'selectel', resourceId: null } as const
    await fc.assert(
      fc.asyncProperty(lines, specs, async (told, spec) => {
        made.store.transaction((db) =>
          addCosts(
            db,
            'A-workspace',
            null,
            told.map(({ service, femtos, day, currency }) => {
              const line = cost({ ...of, service }, day, '0', { currency })
              return { ...line, billed: femtos, effective: femtos / 2n }
            }),
          ),
        )
        const shown = onScreen(spec)
        // Without what is gone.
        const by = shown.groupBy
        // A resource has its number beside its name, and without groups one word stands there.
        const first = by.length === 0 ? 1 : by.length + (by.includes('resource') ? 1 : 0)
        const hasBins = spec.granularity !== 'total'
        for (const preset of [...csvPresetNames, null]) {
          const cells = await cellsOf({ spec, ...(preset ? { preset } : { format: 'xlsx' }) })
          const table = tableIn(cells, shown.rows.length)
          const saysUnit = preset === 'machine' || shown.sections.length > 1
          const from = first + (saysUnit ? 1 : 0)
          expect(table.rows).toHaveLength(shown.rows.length)
          for (const [at, { group, unit }] of shown.rows.entries()) {
            const row = table.rows[at] ?? []
            if (saysUnit) expect(row[first]).toBe(unit)
            for (const [place, label] of group.labels.entries()) {
              // What a key is called in words has its own test.
              if (label === null || by[place] === 'chargeCategory') continue
              expectName(row[place] ?? '', label, preset)
            }
            expectFigures(row.slice(from), figuresOf(group, hasBins), preset)
          }
          const sums = shown.sections.map(({ total }) => figuresOf(total, hasBins))
          if (preset === 'machine') expect(table.foot).toEqual([])
          else
            for (const [at, sum] of sums.entries())
              expectFigures((table.foot[at] ?? []).slice(from), sum, preset)
        }
      }),
      { numRuns: 12 },
    )
  })

  function expectName(cell: string, label: string, preset: string | null): void {
    const held = preset === 'win1251' ? in1251(label) : label
    if (preset === null) {
      // What XML cannot hold is a space there; lines end as in every XML.
      const plain = held.toWellFormed().replace(/\r\n?/g, '\n')
      expect(cell).toBe(plain.replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, ' '))
    } else {
      const isGuarded = preset !== 'machine' && START.test(held)
      expect(cell).toBe((isGuarded ? `'${held}` : held).toWellFormed())
    }
  }

  function expectFigures(cells: string[], wanted: string[], preset: string | null): void {
    for (const [at, amount] of wanted.entries()) {
      if (preset === null) expect(Number(cells[at] ?? 0)).toBe(Number(amount))
      else expect(exact(cells[at]), cells.join(';')).toBe(parseDecimal(amount))
    }
  }

  it('says above itself whose it is, of which days, of what, and what there is to know', async () => {
    const spec: ViewSpecInput = {
      period: { preset: 'month' },
      vat: 'without',
      isCumulative: true,
      where: [[{ dimension: 'connection', op: 'is', values: ['A-selectel'] }]],
    }
    const { notes } = tableIn(await cellsOf({ spec }), 3)
    expect(notes.filter((row) => row.length > 1 && row[0] !== 'Сформировано')).toEqual([
      ['Организация', 'A Ромашка'],
      ['Таблица', 'Проверка'],
      ['Период', '01.11.2026', '19.11.2026'],
      ['Сравнение', '01.10.2026', '19.10.2026'],
      ['Показатель', 'К оплате, Без НДС, нарастающим итогом'],
      ['Отбор', 'Аккаунт: A Сервера'],
      ['Данные по', '20.11.2026'],
      ['Замечание', expect.stringContaining('НДС принят обычным для провайдера')],
    ])
  })

  it('goes on in a next sheet where one is full, under the same head', async () => {
    const { xlsxParts } = await import('#main/services/export/xlsx-file.ts')
    const { writeFile } = await import('node:fs/promises')
    const rows = Array.from({ length: 25 }, (_, at) => [{ text: `имя ${at}` }, { number: at }])
    async function* slices() {
      yield rows
    }
    const parts = xlsxParts(
      {
        name: 'Затраты',
        columns: [
          { title: 'Имя', kind: 'text', width: 10 },
          { title: 'Число', kind: 'number', width: 10 },
        ],
        rows: slices(),
        size: rows.length,
        totalLabel: 'Итого',
        notes: [[{ text: 'Период' }]],
      },
      0,
      10,
    )
    const path = join(tempFolder(), 'book.xlsx')
    await writeFile(path, parts)
    const sheets = await readBook(path)
    expect(sheets.map(({ rows }) => rows.length)).toEqual([9, 9, 9, 7])
    for (const { rows } of sheets) expect(rows.slice(0, 2)).toEqual([['Период'], ['Имя', 'Число']])
    const names = sheets.flatMap(({ rows }) => rows.slice(2).map(([name]) => name))
    expect(names).toEqual([...rows.map(([name]) => (name as { text: string }).text), 'Итого'])
  })

  it('leaves the memory as it is written: the first bytes are there long before the last row', async () => {
    const { xlsxParts } = await import('#main/services/export/xlsx-file.ts')
    const size = 20_000
    let made = 0
    async function* slices() {
      for (; made < size; made += 500)
        yield Array.from({ length: 500 }, (_, at) => [{ text: `имя ${Math.sin(made + at)}` }])
    }
    const columns = [{ title: 'Имя', kind: 'text', width: 10 } as const]
    const parts = xlsxParts({ name: 'Затраты', columns, rows: slices(), size, totalLabel: 'Итого' }, 0)
    const seen: number[] = []
    let bytes = 0
    for await (const part of parts) {
      bytes += part.byteLength
      if (bytes > 60_000) seen.push(made)
    }
    expect(seen[0]).toBeLessThan(size / 2)
  })

  it('of the lines beneath a view has each line of the bill and the bill’s sums', async () => {
    const spec: ViewSpecInput = {
      period: { preset: 'month' },
      where: [[{ dimension: 'service', op: 'is', values: ['Серверы'] }]],
    }
    const cells = await cellsOf({ spec, what: 'lines' })
    const head = cells.findIndex(([first]) => first === 'День')
    const billed = ['К оплате, RUB', 'К оплате, USD'].map((title) => cells[head]?.indexOf(title) ?? -1)
    const rows = cells.slice(head + 1, -1)
    expect(rows).toHaveLength(21)
    const column = (at: number) => rows.map((row) => exact(row[at]) ?? 0n)
    const sum = (values: bigint[]) => values.reduce((a, b) => a + b, 0n)
    const foot = cells.at(-1) ?? []
    for (const at of billed) expect(sum(column(at))).toBe(exact(foot[at]))
    expect(foot[billed[0] ?? 0]).toBe('1879,50')
    expect(foot[billed[1] ?? 0]).toBe('7,25')
  })

  it('is refused where there is no row, before anything is written', async () => {
    const spec: ViewSpecInput = { where: [[{ dimension: 'service', op: 'is', values: ['нет такого'] }]] }
    await expect(exported({ spec })).rejects.toThrow('export.nothing')
    await expect(exported({ spec, what: 'lines' })).rejects.toThrow('export.nothing')
    expect((await exports.list(anna)).items).toEqual([])
  })

  it('of one organisation is neither listed for another nor handed to it', async () => {
    const item = await exported({})
    expect((await exports.list(stranger)).items).toEqual([])
    expect(() => exports.cancel(stranger, item.id)).toThrow('export.notFound')
    await expect(exports.remove(stranger, item.id)).rejects.toThrow('export.notFound')
    const theirs = await cellsOf({ session: stranger, spec: { groupBy: ['connection'] } })
    expect(theirs.flat().join('\n')).not.toMatch(/^A /m)
  })
})
