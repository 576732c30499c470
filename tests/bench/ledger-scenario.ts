import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackend } from '#main/backend/create-backend.ts'
import { openStore } from '#main/store/open.ts'
import { connections } from '#main/store/schema/inventory.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { day } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import type { TestPorts } from '#tests/fakes/ports.ts'
import { client } from '#tests/support/people.ts'
import { explorerAnswers, otherExplorerAnswers } from './explorer-scenario.ts'
import { createDuck, type Duck } from './ledger-duckdb.ts'
import { fillLedger } from './ledger-fill.ts'
import { type Question, questions } from './ledger-questions.ts'
import { type Spread, sample, spreadOf } from './measure.ts'

const CALLER = client('owner-of-the-organisation')
const WARM = 3
const SAMPLES = 20

export type Answered = { name: string; ledger: Spread; duck: Spread | null; isEqual: boolean | null }
export type Opened = { openMs: number; dashboardMs: number }

export type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>

/** Fills both with the same lines, and asks both the same in turns: what one run of the machine does to one it does to the other. */
export async function runLedgerScenario(
  rows: number,
): Promise<{ opened: Opened; answers: Answered[]; charts: Answered[]; others: Answered[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-ledger-'))
  const duck = await createDuck(folder)
  try {
    const ports = await fillLedger(folder, rows, duck.write)
    await duck.load()
    const accountOf = await readAccounts(ports)
    const opened = await open(ports)
    const answers: Answered[] = []
    for (const question of questions) answers.push(await answer(opened.ask, duck, { question, accountOf }))
    const charts = await explorerAnswers(opened.ask, duck, accountOf)
    const others = [...(await otherCalls(opened.ask)), ...(await otherExplorerAnswers(opened.ask))]
    await opened.close()
    return { opened, answers, charts, others }
  } finally {
    duck.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function open(ports: TestPorts) {
  const from = performance.now()
  const backend = await createBackend(ports)
  const openMs = performance.now() - from
  const ask: Ask = async (name, input) => {
    const envelope = await backend.call(name, input, CALLER)
    if (!envelope.ok)
      throw new Error(`${name}: ${envelope.error.code} ${JSON.stringify(envelope.error.details)}`)
    return envelope.value as never
  }
  const period = {
    from: day('2026-10-22'),
    to: day('2026-11-20'),
    compareFrom: day('2026-09-22'),
    compareTo: day('2026-10-21'),
  }
  await ask('dashboard.getSummary', { period })
  const days = { from: period.from, to: period.to }
  await ask('explorer.getChart', { spec: { period: days, groupBy: ['provider'], look: 'bars' } })
  await ask('explorer.getChart', {
    spec: { period: days, groupBy: ['connection'], granularity: 'total', look: 'bars' },
  })
  return { ask, openMs, dashboardMs: performance.now() - from, close: () => backend.close() }
}

async function readAccounts(ports: TestPorts): Promise<Map<string, string>> {
  const store = await openStore(ports)
  const rows = store.read.select({ id: connections.id, ref: connections.accountRef }).from(connections).all()
  store.close()
  return new Map(rows.map(({ id, ref }) => [id, ref]))
}

type Of = { question: Question; accountOf: ReadonlyMap<string, string> }

async function answer(ask: Ask, duck: Duck, { question, accountOf }: Of): Promise<Answered> {
  const own = (): Promise<unknown> => ask(question.call, question.input as never)
  const theirs = (): Promise<unknown> => duck.ask(question.sql('billed'))
  const isEqual = isSame(question, await own(), await duck.ask(question.sql('billed_exact')), accountOf)
  await sample(WARM, own)
  await sample(WARM, theirs)
  const [ledgerMs, duckMs]: [number[], number[]] = [[], []]
  for (let i = 0; i < SAMPLES; i += 1) {
    ledgerMs.push(...(await sample(1, own)))
    duckMs.push(...(await sample(1, theirs)))
  }
  return { name: question.name, ledger: spreadOf(ledgerMs), duck: spreadOf(duckMs), isEqual }
}

/** Each row as text, exact amounts in femtos; the order of rows with equal keys does not matter. */
function isSame(
  question: Question,
  own: unknown,
  theirs: readonly Record<string, unknown>[],
  accountOf: ReadonlyMap<string, string>,
): boolean | null {
  if (question.call === 'budgets.list') return null
  if (question.call === 'ledger.countResources')
    return Number(theirs[0]?.lines) === (own as CallOutput<'ledger.countResources'>).resources
  const isByAccount = question.input.groupBy.includes('connection')
  const exact = (value: unknown): string => String(parseDecimal(String(value ?? 0)))
  const mine = (own as CallOutput<'ledger.aggregate'>).rows.map(({ keys, currency, amount, before, lines }) =>
    [
      ...keys.map((key) => (isByAccount ? accountOf.get(key ?? '') : key)),
      currency,
      exact(amount),
      lines,
      ...(question.hasBefore ? [exact(before)] : []),
    ].join(),
  )
  const other = theirs.map((row) =>
    Object.entries(row)
      .map(([name, value]) => (name === 'amount' || name === 'before' ? exact(value) : String(value)))
      .join(),
  )
  return mine.sort().join('\n') === other.sort().join('\n')
}

/** What else a page of the ledger asks, deep in it and with filters. */
async function otherCalls(ask: Ask): Promise<Answered[]> {
  const filter = { from: day('2025-11-01'), to: day('2026-11-30') }
  const month = { from: day('2026-10-01'), to: day('2026-10-31') }
  const calls: [string, () => Promise<unknown>][] = [
    ['lines by day, the first page', () => ask('ledger.listLines', { filter })],
    ['lines by day, amid all', () => ask('ledger.listLines', { filter, offset: 2_000_000 })],
    ['lines by cost, the first page', () => ask('ledger.listLines', { filter, sort: 'cost' })],
    ['lines by cost, amid all', () => ask('ledger.listLines', { filter, sort: 'cost', offset: 1_500_000 })],
    [
      'lines of a service with a word in them',
      () => ask('ledger.listLines', { filter: { ...filter, services: ['Service 7'], search: 'machine-12' } }),
    ],
    ['totals of all', () => ask('ledger.getTotals', { filter })],
    [
      'totals of a month with a filter',
      () => ask('ledger.getTotals', { filter: { ...month, regions: ['region-3'] } }),
    ],
    [
      'all by month, service and region',
      () =>
        ask('ledger.aggregate', {
          filter,
          metric: 'effective',
          groupBy: ['month', 'service', 'region'],
          top: 100,
        }),
    ],
    ['values of a column', () => ask('ledger.listValues', { column: 'resourceRef', search: '0123' })],
    [
      'dashboard.getSummary',
      () =>
        ask('dashboard.getSummary', {
          period: { ...month, compareFrom: day('2026-09-01'), compareTo: day('2026-09-30') },
        }),
    ],
  ]
  const found: Answered[] = []
  for (const [name, work] of calls) {
    const first = spreadOf(await sample(1, work))
    const ledger = spreadOf(await sample(SAMPLES, work))
    found.push({
      name: `${name} (the first time ${first.p50.toFixed(0)} ms)`,
      ledger,
      duck: null,
      isEqual: null,
    })
  }
  return found
}
