import { runnerImport } from 'vite'
import type { CallInput } from '#shared/contract/index.ts'
import { printRows, type Row, sample, spreadOf } from './measure.ts'

const SIZE = { resources: 50_000, connections: 10, days: 30, churn: 0.01 }
const FIRST_CEILING_MS = 200
const CALL_CEILING_MS = 50
/** Between two looks at one account: only what changed is read. */
const CHANGES_CEILING_MS = 100
/** A file is asked for by a person who then waits for a dialog. */
const FILE_CEILING_MS = 10_000
/** While it is made, and while many are changed at once, nobody else waits longer. */
const BLOCK_CEILING_MS = 100

/** One of each way in which rows are compared. */
const sorts = [
  'name',
  'owner',
  'dailyCost',
  'spend',
  'size',
  'address',
  'externalId',
  'tags',
  'advice',
] as const

type Scenario = Awaited<ReturnType<typeof import('./resources-scenario.ts')['openLargeInventory']>>
type List = CallInput<'resources.list'>
type Filter = NonNullable<List['filter']>

const filters: readonly [string, (n: number) => Filter][] = [
  ['a word', (n) => ({ search: `отчеты-stage-${n}` })],
  ['two words', (n) => ({ search: `prod 10.0.${n}` })],
  ['provider and status', (n) => ({ provider: n % 2 ? 'beget' : 'selectel', status: 'stopped' })],
  ['type and region', (n) => ({ type: n % 2 ? 'server' : 'volume', region: `ru-${n % 7}` })],
  ['a tag', (n) => ({ tag: `team: team-${n % 20}` })],
  ['owner and cost', (n) => ({ owner: `team-${n % 20}`, costFrom: String(1000 + n), costTo: '4000' })],
  ['a mark', (n) => ({ mark: 'zombie', search: `${n % 10}` })],
]

/** The resources page over fifty thousand rows with a month of costs for each, as the backend answers it. */
export async function resourcesBench(): Promise<void> {
  // The store embeds its migrations through the bundler, hence through Vite's runner and not by plain import.
  const { module } = await runnerImport<typeof import('./resources-scenario.ts')>(
    './tests/bench/resources-scenario.ts',
  )
  const scenario = await module.openLargeInventory(SIZE)
  try {
    printRows('The resources page, 50,000 rows and 1,500,000 days of costs', [
      ...(await firstRows(scenario)),
      ...(await listRows(scenario)),
    ])
    printRows('One resource, and two looks at one account', await detailRows(scenario))
    printRows('All 50,000 at once', await bulkRows(scenario))
  } finally {
    await scenario.close()
  }
}

const timed = async (work: () => Promise<unknown>): Promise<number> =>
  (await sample(1, work))[0] ?? Number.NaN
const list = ({ call, period }: Scenario, filter: Filter, more: Partial<List> = {}) =>
  call('resources.list', { ...period, filter, ...more })

/** The inventory is read in between calls as soon as anybody has asked for anything. */
async function firstRows(scenario: Scenario): Promise<Row[]> {
  await scenario.call('filters.list', {})
  const readMs = await scenario.whenWarm()
  const first = await timed(() => list(scenario, {}))
  const sections = await timed(() => scenario.call('resources.listSections', {}))
  const note = `read beforehand in ${readMs} ms, by slices`
  return [
    { what: 'the first rows', measured: first, unit: 'ms', ceiling: FIRST_CEILING_MS, note },
    { what: 'the headers by connection', measured: sections, unit: 'ms', ceiling: FIRST_CEILING_MS },
  ]
}

async function listRows(scenario: Scenario): Promise<Row[]> {
  const rows: Row[] = []
  const add = async (what: string, work: (n: number) => Promise<unknown>, count = 40): Promise<void> => {
    let n = 0
    const { p50, p95, worst } = spreadOf(await sample(count, () => work(n++)))
    const note = `p50 ${p50.toFixed(1)} ms, worst ${worst.toFixed(0)} ms`
    rows.push({ what, measured: p95, unit: 'ms', ceiling: CALL_CEILING_MS, note })
  }
  for (const [what, filterOf] of filters)
    await add(`a filter by ${what}, p95`, (n) => list(scenario, filterOf(n)))
  for (const sort of sorts)
    await add(`the first rows by ${sort}, p95`, (n) =>
      list(scenario, { isPresent: true }, { sort, direction: n % 2 ? 'asc' : 'desc' }),
    )
  await add('a page from anywhere in the list, p95', (n) =>
    list(scenario, {}, { sort: 'name', offset: (n * 1237) % 49_000, limit: 200 }),
  )
  await add('connections.list, p95', () => scenario.call('connections.list', {}))
  return rows
}

async function detailRows({ call, anyId: id, period }: Scenario): Promise<Row[]> {
  const days = { from: period.spendFrom, to: period.spendTo }
  const calls: [string, number, () => Promise<unknown>][] = [
    ['resources.get', CALL_CEILING_MS, () => call('resources.get', { id, ...period })],
    ['resources.getCosts', CALL_CEILING_MS, () => call('resources.getCosts', { id, ...days })],
    ['resources.getUsage', CALL_CEILING_MS, () => call('resources.getUsage', { id, ...days })],
    ['resources.listVersions', CALL_CEILING_MS, () => call('resources.listVersions', { id })],
    ['resources.getRaw', CALL_CEILING_MS, () => call('resources.getRaw', { id })],
    ['changes.list, 1 % changed', CHANGES_CEILING_MS, () => call('changes.list', { connectionId: 'c0' })],
  ]
  const rows: Row[] = []
  for (const [what, ceiling, work] of calls)
    rows.push({ what: `${what}, p95`, measured: spreadOf(await sample(40, work)).p95, unit: 'ms', ceiling })
  return rows
}

/** How long it takes, and how long anybody else waits meanwhile. */
async function bulkRows(scenario: Scenario): Promise<Row[]> {
  const { call, period } = scenario
  const { ids } = await call('resources.listIds', {})
  const works: [string, () => Promise<unknown>][] = [
    ['a tag for each', () => call('resources.updateMany', { ids, tags: { отчёт: 'да' } })],
    ['a CSV file', () => call('resources.export', { ...period, format: 'csv', language: 'ru' })],
    ['a workbook', () => call('resources.export', { ...period, format: 'xlsx', language: 'ru' })],
  ]
  const rows: Row[] = []
  for (const [what, work] of works) {
    // What was said just now shows in the list at once.
    rows.push({
      what: `the first rows before ${what}`,
      measured: await timed(() => list(scenario, {})),
      unit: 'ms',
      ceiling: FIRST_CEILING_MS,
    })
    let [worst, last] = [0, performance.now()]
    const timer = setInterval(() => {
      const now = performance.now()
      worst = Math.max(worst, now - last)
      last = now
    }, 1)
    const measured = await timed(work)
    clearInterval(timer)
    rows.push({ what, measured, unit: 'ms', ceiling: FILE_CEILING_MS })
    rows.push({
      what: `${what}: the longest wait of others`,
      measured: worst,
      unit: 'ms',
      ceiling: BLOCK_CEILING_MS,
    })
  }
  return rows
}
