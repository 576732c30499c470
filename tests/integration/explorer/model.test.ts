import { afterAll, beforeAll, expect, test } from 'vitest'
import { whereOf } from '#main/queries/ledger-where.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import type { CostDimension, Granularity, ViewSpecInput } from '#shared/contract/costs.ts'
import { addDays, type Day, day, daysOf, weekdayOf } from '#shared/lib/day.ts'
import { groupWhere } from '#shared/lib/group-where.ts'
import { type FileLine, fileLine, readParcel } from '#tests/support/parcels.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { costLine } from '#tests/support/store-rows.ts'
import { femtos, type Opened, openExplorer, sum, text } from './open.ts'

/** Figures against plain sums of whole numbers, over files and what an API told, in two currencies. */
let open: Opened
let lines: FileLine[]

const FIRST = day('2026-08-01')

beforeAll(async () => {
  open = await openExplorer()
  lines = randomLines(7, 1500)
  open.write((db) => {
    commitParcel(db, readParcel(db, 'w1', lines.slice(0, 900)), { mode: 'add', atMs: 1 })
    commitParcel(db, readParcel(db, 'w1', lines.slice(900)), { mode: 'add', atMs: 1 })
    // Of another account, told by its API; and of another company.
    for (const on of daysOf(FIRST, day('2026-11-19'))) {
      addCosts(db, 'w1', null, [
        costLine({ connectionId: 'c2', day: on, resource: 'api', femtos: 10n ** 15n + 1n }),
      ])
      lines.push(
        fileLine({ connectionId: 'c2', day: on, key: { resourceRef: 'api' }, femtos: 10n ** 15n + 1n }),
      )
    }
  })
  open.bill([fileLine({ connectionId: 'c3', femtos: 10n ** 20n })], 'w2')
})
afterAll(() => open.close())

function randomLines(seed: number, count: number): FileLine[] {
  const next = randomNumbers(seed)
  const pick = <T>(items: readonly T[]): T => items[next(items.length)] as T
  return Array.from({ length: count }, () =>
    fileLine({
      day: addDays(FIRST, next(111)),
      femtos: BigInt(next(10 ** 9)) * 10n ** 12n * pick([1n, 1n, 1n, -1n]) + BigInt(next(10 ** 6)),
      key: {
        service: pick(['VM', 'Диски', 'Сеть', 'S3']),
        region: pick([null, 'ru-1', 'ru-2']),
        resourceRef: pick([null, ...Array.from({ length: 25 }, (_, at) => `r-${at}`)]),
        tags: pick<Record<string, string> | null>([null, { team: 'web' }, { team: 'shop', env: 'prod' }]),
        currency: pick(['RUB', 'RUB', 'USD']),
      },
    }),
  )
}

const keyOf =
  (dimension: CostDimension) =>
  (line: FileLine): string | null => {
    if (dimension === 'connection') return line.connectionId
    if (dimension === 'resource')
      return line.key.resourceRef && `${line.connectionId}/${line.key.resourceRef}`
    if (dimension === 'tag:team') return line.key.tags?.team ?? null
    return dimension === 'service' ? line.key.service : line.key.region
  }

const binOf: Record<Exclude<Granularity, 'hour'>, (on: Day) => string> = {
  day: (on) => on,
  week: (on) => addDays(on, 1 - weekdayOf(on)),
  month: (on) => on.slice(0, 7),
  quarter: (on) => `${on.slice(0, 4)} ${Math.floor((Number(on.slice(5, 7)) - 1) / 3)}`,
  year: (on) => on.slice(0, 4),
  total: () => '',
}

const within = (line: FileLine, from: string, to: string) => line.day >= from && line.day <= to
const billed = (of: readonly FileLine[]): bigint => sum(of.map((line) => line.billed))

type Case = { groupBy: CostDimension[]; granularity: Exclude<Granularity, 'hour'>; top: number }
const cases: Case[] = [
  { groupBy: ['service'], granularity: 'day', top: 2 },
  { groupBy: ['service', 'region'], granularity: 'week', top: 5 },
  { groupBy: ['resource'], granularity: 'month', top: 10 },
  { groupBy: ['tag:team', 'connection', 'service'], granularity: 'quarter', top: 3 },
  { groupBy: [], granularity: 'year', top: 1 },
  { groupBy: ['region'], granularity: 'total', top: 50 },
]
const period = { from: day('2026-09-10'), to: day('2026-11-19') }
const compared = { from: '2026-07-01', to: '2026-09-09' }

test.each(cases)('by $groupBy and $granularity the chart is what the lines come to', (of) => {
  const view: ViewSpecInput = { ...of, period, comparison: 'previous' }
  const { sections, bins } = open.chart(view)
  expect(sections.map(({ unit }) => unit)).toEqual(['RUB', 'USD'])
  for (const section of sections) {
    const all = lines.filter((line) => line.key.currency === section.unit)
    const now = all.filter((line) => within(line, period.from, period.to))
    const before = all.filter((line) => within(line, compared.from, compared.to))
    const groups = Map.groupBy([...now, ...before], (line) =>
      JSON.stringify(of.groupBy.map((one) => keyOf(one)(line))),
    )
    expect(section.total).toMatchObject({
      total: text(billed(now)),
      before: text(billed(before)),
      lines: now.length,
      groups: groups.size,
    })
    const byBin = Map.groupBy(now, ({ day }) => binOf[of.granularity](day))
    expect(section.total.amounts).toEqual(
      bins.map(({ from }) => text(billed(byBin.get(binOf[of.granularity](from)) ?? []))),
    )
    const sizes = [...groups.values()]
      .map((own) => billed(own.filter((line) => now.includes(line))))
      .sort((a, b) => (a * a < b * b ? 1 : -1))
      .slice(0, of.top)
      .sort((a, b) => (a < b ? 1 : -1))
    expect(section.groups.map(({ total }) => total)).toEqual(sizes.map(text))
    for (const { keys, total, amounts, lines: count, before: was } of section.groups) {
      const own = groups.get(JSON.stringify(keys)) ?? []
      const mine = own.filter((line) => within(line, period.from, period.to))
      expect([total, was, count]).toEqual([text(billed(mine)), text(billed(own) - billed(mine)), mine.length])
      expect(text(sum(amounts))).toBe(total)
    }
    const shown = [...section.groups, ...(section.rest ? [section.rest] : [])]
    expect(text(sum(shown.map(({ total }) => total)))).toBe(section.total.total)
    expect(text(sum(shown.map((own) => own.before ?? '0')))).toBe(section.total.before)
    for (const at of bins.keys())
      expect(text(sum(shown.map(({ amounts }) => amounts[at] ?? '0')))).toBe(section.total.amounts[at])
    expect(section.rest?.groups ?? 0).toBe(groups.size - section.groups.length)
  }
})

test('a section is what the ledger itself says by currency', () => {
  const { sections } = open.chart({ period, groupBy: ['service'] })
  const rows = open.scope.ledger.aggregate({ workspaceId: 'w1', ...period, metric: 'billed', groupBy: [] })
  expect(sections.map(({ unit, total }) => [unit, total.total])).toEqual(
    rows.map(({ currency, femtos }) => [currency, text(femtos)]),
  )
})

test('a running view adds each bin to those before it', () => {
  const view: ViewSpecInput = { period, groupBy: ['service'], granularity: 'week' }
  const [plain, running] = [open.chart(view), open.chart({ ...view, isCumulative: true })]
  const added = (amounts: readonly string[]): string[] =>
    amounts.map((_, at) => text(sum(amounts.slice(0, at + 1))))
  expect(running.sections[0]?.total.amounts).toEqual(added(plain.sections[0]?.total.amounts ?? []))
  expect(running.sections[0]?.before).toEqual(added(plain.sections[0]?.before ?? []))
  expect(running.sections[0]?.groups.map(({ amounts }) => amounts)).toEqual(
    plain.sections[0]?.groups.map(({ amounts }) => added(amounts)),
  )
  expect(running.sections[0]?.total.total).toBe(plain.sections[0]?.total.total)
})

test.each(['total', 'before', 'change', 'name', '2026-10-01'])(
  'the table stands by %s, in windows that repeat nothing',
  (by) => {
    const of = (isDescending: boolean, offset: number, limit: number) =>
      open.rows(
        { period, groupBy: ['resource', 'service'], granularity: 'month', sort: { by, isDescending } },
        { unit: 'RUB', offset, limit },
      )
    const all = of(true, 0, 500)
    const windows = [0, 40, 80, 120].flatMap((offset) => of(true, offset, 40).items)
    expect(windows).toEqual(all.items)
    expect(all.total).toBe(all.items.length)
    expect(new Set(all.items.map(({ keys }) => JSON.stringify(keys))).size).toBe(all.total)
    const figure = (row: (typeof all.items)[number]): bigint => {
      if (by === 'before') return femtos(row.before ?? '0')
      if (by === 'change') return femtos(row.total) - femtos(row.before ?? '0')
      return femtos(by === 'total' ? row.total : (row.amounts[1] ?? '0'))
    }
    if (by === 'name') {
      const names = all.items.map(({ labels }) => labels[0] ?? '')
      expect(names.indexOf('r-2')).toBeGreaterThan(names.indexOf('r-10'))
      expect(names.filter((name) => name !== '').slice(0, 1)).toEqual(['r-24'])
    } else
      for (const [at, row] of all.items.entries())
        expect(at === 0 || figure(all.items[at - 1] as typeof row) >= figure(row)).toBe(true)
    const up = of(false, 0, 500).items.map((row) => (by === 'name' ? row.labels.join() : figure(row)))
    const down = all.items.map((row) => (by === 'name' ? row.labels.join() : figure(row)))
    expect(up).toEqual(down.reverse())
  },
)

test('a search keeps the rows whose names have it, whatever the case', () => {
  const { items, total } = open.rows(
    { period, groupBy: ['service', 'region'] },
    { unit: 'RUB', search: 'ДИСК' },
  )
  expect(total).toBe(3)
  expect(new Set(items.map(({ keys }) => keys[0]))).toEqual(new Set(['Диски']))
})

test('each group, what lacks an attribute too, is found again by its filter', () => {
  const groupBy: CostDimension[] = ['tag:team', 'region', 'resource']
  const where = [[{ dimension: 'service' as const, op: 'isNot' as const, values: ['S3'] }]]
  const { items } = open.rows({ period, groupBy, where }, { unit: 'RUB' })
  expect(items.length).toBeGreaterThan(100)
  for (const { keys, total, lines: count } of items.filter((_, at) => at % 11 === 0)) {
    const own = whereOf(open.scope, groupWhere(groupBy, keys, where))
    const filter = { where: own, currencies: ['RUB' as const] }
    const span = { workspaceId: 'w1', ...period, filter }
    const [row] = open.scope.ledger.aggregate({ ...span, metric: 'billed', groupBy: [] })
    expect([text(row?.femtos ?? 0n), row?.lines ?? 0]).toEqual([total, count])
    const page = open.scope.ledger.page({ ...span, sort: 'day', isDescending: true, offset: 0, limit: 1 })
    expect(page.total).toBe(count)
  }
})

test('effects add up to the difference of whatever the view groups by', () => {
  for (const groupBy of [['service'], ['resource', 'tag:team'], []] as CostDimension[][])
    for (const unit of ['RUB', 'USD'] as const) {
      const { before, after, effects } = open.explain({ period, groupBy }, unit)
      const now = lines.filter((line) => line.key.currency === unit && within(line, period.from, period.to))
      expect(after).toBe(text(billed(now)))
      expect(text(sum(effects.map(({ amount }) => amount)))).toBe(text(femtos(after) - femtos(before)))
    }
})
