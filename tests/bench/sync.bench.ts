import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { connectWebClient, startWebHost, type WebClient, type WebHost } from '#tests/support/web-host.ts'
import { printRows, spreadOf } from './measure.ts'
import type { FakesForm, FakesOptions } from './provider-fakes.ts'

const AT_ONCE = 3

/** First looks at many accounts over HTTP, against stand-ins that answer late. */
export async function accountsBench(): Promise<void> {
  const options = { accounts: 10, resources: 1000, daysOld: 3, delayMs: 100 }
  await withAccounts(options, async ({ client, busy }) => {
    await client.value('sync.updateLimits', { atOnce: AT_ONCE })
    await busy()
    const from = performance.now()
    await client.value('sync.start', {})
    await settled(client)
    const measured = performance.now() - from
    const imposed = makespan(await busy(), AT_ONCE)
    await assertDone(client, 10)
    printRows('A first sync of 10 connections with 1,000 resources each, three at once', [
      {
        what: 'from the start to the last end',
        measured,
        unit: 'ms',
        ceiling: Math.round(1.3 * imposed),
        note: `the providers' own answers take ${imposed.toFixed(0)} ms (${(measured / imposed).toFixed(2)} of them)`,
      },
    ])
  })
}

/** Looks at one account that holds a lot, while a page goes on asking. */
export async function greatAccountBench(): Promise<void> {
  const options = { accounts: 1, resources: 50_000, daysOld: 1, delayMs: 0 }
  await withAccounts(options, async ({ client, host }) => {
    const rows = []
    for (const look of ['first', 'second'] as const) {
      const waits: number[] = []
      const from = performance.now()
      await client.value('sync.start', {})
      for (let isRunning = true; isRunning; ) {
        const askedAt = performance.now()
        const { items } = await client.value('sync.list', {})
        waits.push(performance.now() - askedAt)
        isRunning = items.length > 0
        const listedAt = performance.now()
        await client.value('connections.list', {})
        waits.push(performance.now() - listedAt)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      const { p50, p95, worst } = spreadOf(waits)
      const seconds = ((performance.now() - from) / 1000).toFixed(1)
      rows.push({
        what: `the longest wait of a call, ${look} look`,
        measured: worst,
        unit: 'ms',
        ceiling: 100,
        note: `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms of ${waits.length} calls; the look took ${seconds} s`,
      })
    }
    await assertDone(client, 1)
    const { items } = await client.value('connections.list', {})
    printRows(`An account of 50,000 billed resources (${items[0]?.resources} when volumes are merged)`, [
      ...rows,
      ...(process.platform === 'linux'
        ? [{ what: 'memory of the web host at most', measured: peakMb(host), unit: 'MB', ceiling: 400 }]
        : []),
    ])
  })
}

type Accounts = { host: WebHost; client: WebClient; busy(): Promise<number[]> }

async function withAccounts(
  options: FakesOptions,
  work: (accounts: Accounts) => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, ['tests/bench/provider-fakes.ts', JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const read = async <T>(): Promise<T> => JSON.parse(String((await lines.next()).value)) as T
  const forms = await read<FakesForm[]>()
  const host = await startWebHost()
  try {
    const client = await connectWebClient(host)
    const person = { workspaceName: 'Bench', userName: 'Bench', password: 'over-the-Bridge-29' }
    await client.value('people.addWorkspace', { ...person, currency: 'RUB', timeZone: 'Europe/Moscow' })
    await client.value('vault.update', { kind: 'passphrase', passphrase: 'four words of a bench' })
    for (const [index, form] of forms.entries())
      await client.value('connections.add', { provider: 'selectel', name: `account ${index}`, ...form })
    const busy = async (): Promise<number[]> => {
      child.stdin.write('\n')
      return read<number[]>()
    }
    await work({ host, client, busy })
  } finally {
    await host.stop()
    child.stdin.end()
    await once(child, 'close')
  }
}

async function settled({ value }: WebClient): Promise<void> {
  while ((await value('sync.list', {})).items.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

async function assertDone({ value }: WebClient, count: number): Promise<void> {
  const { items } = await value('sync.listSnapshots', { limit: count })
  const bad = items.find(({ status }) => status !== 'done')
  if (bad || items.length < count) throw new Error(`a look ended as ${bad?.status}: ${JSON.stringify(bad)}`)
}

/** When the last of these would end, each beginning as soon as one of so many places is free. */
function makespan(durations: readonly number[], places: number): number {
  const free = Array.from({ length: places }, () => 0)
  for (const duration of durations) {
    free.sort((a, b) => a - b)
    free[0] = (free[0] ?? 0) + duration
  }
  return Math.max(...free)
}

function peakMb({ pid }: WebHost): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}
