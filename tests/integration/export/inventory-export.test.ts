import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inventoryTexts } from '#main/core/export/inventory-texts.ts'
import { money } from '#main/core/money/money.ts'
import { listChanges } from '#main/queries/changes.query.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import { getResourceCosts } from '#main/queries/resource-costs.query.ts'
import { listResources } from '#main/queries/resources.query.ts'
import { exportChanges, exportConnections, exportResources } from '#main/services/export/inventory-export.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { contract } from '#shared/contract/index.ts'
import type { ResourceView } from '#shared/contract/resources.ts'
import { type FileView, fileValue } from '#shared/contract/values.ts'
import { dayInZone } from '#shared/lib/day.ts'
import { providerName } from '#shared/texts/providers.ts'
import { cost, NOVEMBER, openSeeded, resource } from '#tests/integration/queries/seed.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let made: Awaited<ReturnType<typeof openSeeded>>

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
  made.store.transaction((db) => {
    const { idOf } = recordSnapshot(db, {
      workspaceId: 'A-workspace',
      connectionId: 'A-beget',
      startedAtMs: Date.parse('2026-11-18T22:30:00Z'),
      finishedAtMs: Date.parse('2026-11-18T22:31:00Z'),
      found: [
        resource('shop.ru', { type: 'domain', service: 'Хостинг', attributes: { renewsOn: '2026-11-25' } }),
        resource('=cmd|x', {
          name: '=HYPERLINK("http://x";"y")',
          marks: ['zombie', 'orphan'],
          status: 'unknown',
          owner: '-1+1',
          price: { amount: money('-12.5', 'USD'), period: 'day' },
          tags: [
            { key: 'env', value: 'prod; "test"' },
            { key: 'пустой', value: '' },
          ],
        }),
        resource('1234567890123456789', { name: 'строка\nи\u0001ещё', region: 'ru-7' }),
      ],
    })
    const resourceId = idOf.get('1234567890123456789') ?? 0
    const of = { connection: 'A-beget', provider: 'beget', resourceId, service: 'x' } as const
    addCosts(db, 'A-workspace', null, [cost(of, '2026-11-02', '760.000000000000019')])
  })
})
afterEach(() => made.store.close())

const days = { spendFrom: NOVEMBER.from, spendTo: NOVEMBER.to }
const COLUMNS = [
  'name',
  'type',
  'status',
  'dailyCost',
  'monthlyCost',
  'spend',
  'connection',
  'region',
  'size',
  'tags',
  'advice',
  'owner',
  'project',
  'service',
  'address',
  'externalId',
  'renewsOn',
  'firstSeen',
]

type Wishes = { format: 'csv' | 'xlsx'; language?: 'ru' | 'en'; columns?: string[] } & Record<string, unknown>

async function resourcesFile({ language = 'ru', ...wishes }: Wishes): Promise<FileView> {
  const input = contract['resources.export'].input.parse({ ...days, language, ...wishes })
  return fileValue.parse(await exportResources(made.scope, input))
}

/** Rows of a file as its reader's program has them: text from CSV, typed values from a workbook. */
function csvRows({ data, encoding }: FileView): string[][] {
  expect(encoding).toBe('utf8')
  expect(data.startsWith('\uFEFF')).toBe(true)
  return parseCsv(data, { delimiter: ';', skipBom: true }).map((row) => row.map((cell) => String(cell ?? '')))
}
async function sheetOf({ data, encoding, mediaType }: FileView) {
  expect(encoding).toBe('base64')
  expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  const [sheet] = (await readXlsx(Buffer.from(data, 'base64'), { readStyles: true })).sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const rowsOnScreen = (wishes: Record<string, unknown> = {}): ResourceView[] =>
  listResources(made.scope, contract['resources.list'].input.parse({ ...days, limit: 500, ...wishes })).items

/** What each cell of the file must hold, worked out from the page's own rows. Amounts as the page has them. */
function expectedCells(row: ResourceView): (string | number | null)[] {
  const t = inventoryTexts.ru
  const inCurrency = (m: { amount: string; currency: string } | null | undefined, currency: string) =>
    m?.currency === currency ? Number(m.amount) : null
  const { total } = getResourceCosts(made.scope, { id: row.id, from: NOVEMBER.from, to: NOVEMBER.to })
  const spent = (currency: string) =>
    inCurrency(
      total.find((m) => m.currency === currency),
      currency,
    )
  return [
    row.name,
    t.types[row.type],
    t.statuses[row.status],
    row.marks.map((mark) => t.marks[mark]).join(', ') || null,
    inCurrency(row.dailyCost, 'RUB'),
    inCurrency(row.dailyCost, 'USD'),
    inCurrency(row.monthlyCost, 'RUB'),
    inCurrency(row.monthlyCost, 'USD'),
    spent('RUB'),
    spent('USD'),
    providerName(row.provider, 'ru'),
    row.connectionName,
    row.region,
    row.vcpu,
    row.ramGb,
    row.diskGb,
    row.tags.map(({ key, value }) => (value === '' ? key : `${key}: ${value}`)).join('; ') || null,
    row.recommendations,
    row.owner,
    row.project,
    row.service,
    row.address,
    row.externalId,
    row.renewsOn,
    dayInZone(row.firstSeenAtMs, 'Europe/Moscow'),
  ]
}

const plain = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value === undefined ? null : value

describe('the list of resources as a workbook', () => {
  it('holds in every cell what the page shows, in the page’s order', async () => {
    const order = { sort: 'name', direction: 'desc' }
    const { rows } = await sheetOf(await resourcesFile({ format: 'xlsx', columns: COLUMNS, ...order }))
    const screen = rowsOnScreen(order)
    expect(rows).toHaveLength(screen.length + 2)
    expect(rows[0]?.slice(0, 10)).toEqual([
      'Ресурс',
      'Тип',
      'Статус',
      'Отметки',
      'В день, RUB',
      'В день, USD',
      'В месяц, RUB',
      'В месяц, USD',
      'За период, RUB',
      'За период, USD',
    ])
    for (const [at, row] of screen.entries()) {
      const cells = expectedCells(row).map((cell) =>
        typeof cell === 'string' ? cell.replace('\u0001', ' ') : cell,
      )
      expect(rows[at + 1]?.map(plain), row.name).toEqual(cells)
    }
  })

  it('ends with sums that are those of the page', async () => {
    const { rows } = await sheetOf(
      await resourcesFile({ format: 'xlsx', columns: ['name', 'dailyCost', 'spend'] }),
    )
    const { totals } = listResources(made.scope, contract['resources.list'].input.parse(days))
    const sums = [...totals.dailyCost, ...totals.spend].map(({ amount }) => Number(amount))
    expect(rows.at(-1)).toEqual(['Итого', ...sums])
  })

  it('is cut down as the page is', async () => {
    const filter = { mark: 'zombie', search: 'hyperlink' }
    const file = await resourcesFile({ format: 'xlsx', columns: ['name', 'dailyCost'], filter })
    const { rows } = await sheetOf(file)
    expect(rows).toEqual([
      ['Ресурс', 'В день, USD'],
      ['=HYPERLINK("http://x";"y")', -12.5],
      ['Итого', -12.5],
    ])
    const nobody = await sheetOf(await resourcesFile({ format: 'xlsx', filter: { owner: 'никто' } }))
    expect(nobody.rows).toHaveLength(2)
  })

  it('keeps its heading in sight, filters by column, prints on one page’s width and adds up what is in sight', async () => {
    const sheet = await sheetOf(
      await resourcesFile({ format: 'xlsx', columns: ['name', 'dailyCost', 'firstSeen'] }),
    )
    const last = rowsOnScreen().length + 1
    expect(sheet.freezePane).toEqual({ rows: 1, columns: 1 })
    expect(sheet.autoFilter?.range).toBe(`A1:D${last}`)
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 })
    expect(sheet.cells?.get('1,1')?.style?.numFmt).toBe('#,##0.00;[Red]-#,##0.00')
    expect(sheet.cells?.get('0,0')?.style?.font?.bold).toBe(true)
    expect(sheet.cells?.get(`${last},1`)).toMatchObject({ formula: `SUBTOTAL(109,B2:B${last})` })
  })

  it('names its file by what it holds and for which days', async () => {
    expect((await resourcesFile({ format: 'xlsx' })).fileName).toBe(
      'InfraZen_Ресурсы_2026-11-01_2026-11-19.xlsx',
    )
    expect((await resourcesFile({ format: 'csv', language: 'en' })).fileName).toBe(
      'InfraZen_Resources_2026-11-01_2026-11-19.csv',
    )
  })

  it('leaves out columns that it does not know, and has the usual ones when none is left', async () => {
    const heading = async (columns: string[]) =>
      (await sheetOf(await resourcesFile({ format: 'xlsx', columns, language: 'en' }))).rows[0]
    expect(await heading(['name', '__proto__', 'nothing', 'owner'])).toEqual(['Resource', 'Owner'])
    expect((await heading([]))?.length).toBeGreaterThan(10)
  })
})

describe('the list of resources as CSV for Russian Excel', () => {
  it('holds in every cell what the page shows', async () => {
    const rows = csvRows(await resourcesFile({ format: 'csv', columns: COLUMNS }))
    const screen = rowsOnScreen()
    expect(rows).toHaveLength(screen.length + 2)
    for (const [at, row] of screen.entries()) {
      const texts = expectedCells(row).map((cell) => (cell === null ? '' : String(cell)))
      const found = rows[at + 1] ?? []
      for (const [column, text] of texts.entries()) {
        const cell = found[column] ?? ''
        const where = `${row.name}, ${rows[0]?.[column]}`
        if (column >= 4 && column <= 9 && text !== '')
          expect(Number(cell.replace(',', '.')), where).toBe(Number(text))
        else if (column >= 23) expect(cell.split('.').reverse().join('-'), where).toBe(text)
        else expect(cell.replace(/^'/, ''), where).toBe(text)
      }
    }
  })

  it('has exact amounts, commas, and no thousands mark', async () => {
    const file = await resourcesFile({
      format: 'csv',
      columns: ['name', 'spend'],
      filter: { search: 'web-01' },
    })
    expect(file.data).toBe(
      '\uFEFFРесурс;За период, RUB;За период, USD\r\nweb-01;1879,50;7,25\r\nИтого;1879,50;7,25\r\n',
    )
    const tiny = await resourcesFile({
      format: 'csv',
      columns: ['region', 'spend'],
      filter: { region: 'ru-7' },
    })
    expect(tiny.data).toContain('ru-7;760,000000000000019\r\nИтого;760,000000000000019\r\n')
  })

  it('gives nothing that a spreadsheet would run or cut', async () => {
    const columns = ['name', 'owner', 'externalId']
    const file = await resourcesFile({ format: 'csv', columns, sort: 'firstSeen', direction: 'desc' })
    expect(file.data).toContain(`"'=HYPERLINK(""http://x"";""y"")";'-1+1;'=cmd|x\r\n`)
    expect(file.data).toContain(`;'1234567890123456789\r\n`)
    for (const row of csvRows(file)) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@|]/)
  })
})

describe('a list too long for a workbook in one piece', () => {
  it('holds the same cells, and its sums as figures', async () => {
    const count = 5200
    made.store.transaction((db) =>
      recordSnapshot(db, {
        workspaceId: 'A-workspace',
        connectionId: 'A-beget',
        startedAtMs: 90,
        finishedAtMs: 91,
        found: Array.from({ length: count }, (_, n) =>
          resource(`r-${n}`, {
            price: { amount: money(`${n}.01`, 'RUB'), period: 'day' },
            tags: [{ key: 'n', value: String(n) }],
          }),
        ),
      }),
    )
    const columns = ['name', 'dailyCost', 'tags']
    const filter = { connectionId: 'A-beget', isPresent: true }
    const order = { sort: 'dailyCost', direction: 'asc' }
    const { rows, freezePane, cells } = await sheetOf(
      await resourcesFile({ format: 'xlsx', columns, filter, ...order }),
    )
    expect(rows).toHaveLength(count + 2)
    expect(freezePane).toEqual({ rows: 1, columns: 1 })
    expect(cells?.get('1,1')?.style?.numFmt).toBe('#,##0.00;[Red]-#,##0.00')
    for (let n = 0; n < count; n += 1) expect(rows[n + 1]).toEqual([`r-${n}`, n + 0.01, `n: ${n}`])
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['Итого', (count * (count - 1)) / 2 + count * 0.01])
    const csv = csvRows(await resourcesFile({ format: 'csv', columns, filter, ...order }))
    expect(csv.slice(1, -1).map((row) => row[0])).toEqual(rows.slice(1, -1).map((row) => row[0]))
  })
})

describe('the connections as a file', () => {
  it('holds what their cards show', async () => {
    made.store.transaction((db) => updateConnection(db, 'A-beget', { status: 'archived' }))
    const input = { format: 'xlsx', language: 'ru' } as const
    const file = fileValue.parse(await exportConnections(made.scope, input))
    expect(file.fileName).toBe('InfraZen_Подключения_2026-11-20.xlsx')
    const { rows } = await sheetOf(file)
    const [first] = listConnections(made.scope, { hasArchived: false }).items
    expect(rows.map((row) => row.map(plain))).toEqual([
      [
        'Подключение',
        'Провайдер',
        'Аккаунт',
        'Статус',
        'Ресурсов',
        'Работает',
        'В день, RUB',
        'В месяц, RUB',
        'Хватит, дней',
        'Последняя синхронизация',
        'Расходы по',
        'Добавлено',
      ],
      [
        'A Сервера',
        'Selectel',
        '1',
        'Работает',
        first?.resources,
        first?.activeResources,
        Number(first?.dailyCost?.amount),
        Number(first?.monthlyCost?.amount),
        null,
        '20.11.2026, 11:00',
        '2026-11-20',
        '1970-01-01',
      ],
      ['Итого', null, null, null, null, null, 110.005, 3300.15, null, null, null, null],
    ])
  })
})

describe('the changes as a file', () => {
  it('hold each difference in words, and add up to what the account costs more', async () => {
    const look = (startedAtMs: number, found: ReturnType<typeof resource>[]) =>
      made.store.transaction((db) =>
        recordSnapshot(db, {
          workspaceId: 'A-workspace',
          connectionId: 'A-selectel',
          startedAtMs,
          finishedAtMs: startedAtMs + 1,
          found,
        }),
      )
    const daily = (amount: string) => ({ amount: money(amount, 'RUB'), period: 'day' }) as const
    look(Date.parse('2026-11-18T09:00:00Z'), [
      resource('a', { price: daily('10'), tags: [{ key: '$&', value: 'x' }] }),
      resource('b', { price: daily('5') }),
    ])
    look(Date.parse('2026-11-19T09:00:00Z'), [
      resource('a', { price: daily('12.5'), status: 'stopped', attributes: { vcpu: 2 }, marks: ['zombie'] }),
      resource('c', { price: daily('1'), region: 'ru-9' }),
    ])
    const sides = { connectionId: 'A-selectel' }
    const file = fileValue.parse(await exportChanges(made.scope, { ...sides, format: 'csv', language: 'ru' }))
    expect(file.fileName).toBe('InfraZen_Изменения_2026-11-18_2026-11-19.csv')
    expect(csvRows(file)).toEqual([
      [
        'Ресурс',
        'Тип',
        'Регион',
        'Что произошло',
        'Было в день, RUB',
        'Стало в день, RUB',
        'Разница, RUB',
        'Что изменилось',
      ],
      ['b', 'Сервер', '', 'Удалены', '5,00', '', '-5,00', ''],
      [
        'a',
        'Сервер',
        '',
        'Подорожали, Изменили размер, Другое',
        '10,00',
        '12,50',
        '2,50',
        'Цена: 10 → 12,5; Отметки: — → Удалён, но в счёте; Статус: Работает → Остановлен; vCPU: — → 2; Тег «$&»: x → —',
      ],
      ['c', 'Сервер', 'ru-9', 'Появились', '', '1,00', '1,00', ''],
      ['Итого', '', '', '', '15,00', '13,50', '-1,50', ''],
    ])
    const { change } = listChanges(made.scope, contract['changes.list'].input.parse(sides))
    expect(change).toEqual([{ amount: '-1.5', currency: 'RUB' }])
  })

  it('are an empty table while there is nothing to compare', async () => {
    made.store.transaction((db) => updateConnection(db, 'A-beget', { name: 'x' }))
    const [first] = listConnections(made.scope, { hasArchived: false }).items
    const input = { connectionId: first?.id ?? '', format: 'csv', language: 'en' } as const
    const file = await exportChanges(made.scope, { ...input, afterId: 1 })
    expect(file.data.split('\r\n')).toHaveLength(3)
  })
})
