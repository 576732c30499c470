import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { createBackend } from '#main/backend/create-backend.ts'
import type { ResourceState } from '#main/core/model/resource.ts'
import { money } from '#main/core/money/money.ts'
import type { WritableDb } from '#main/store/db.ts'
import { openStore } from '#main/store/open.ts'
import { insertConnection } from '#main/store/repos/connections.repo.ts'
import { addCosts, type CostLine } from '#main/store/repos/costs.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { dailyCosts } from '#main/store/schema/costs.ts'
import { resources } from '#main/store/schema/inventory.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { addDays, type Day, day, daysOf } from '#shared/lib/day.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { addPerson, client, putSession } from '#tests/support/people.ts'

const LAST_DAY = day('2026-11-19')
const MINUTE_MS = 60_000

type Options = { resources: number; connections: number; days: number; churn: number }

/** A backend with an inventory of that size, its costs by day, and a second look at it that found some of it changed. */
export async function openLargeInventory({ resources: size, connections, days, churn }: Options) {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-inventory-'))
  const ports = { ...testPorts(folder, { host: 'web' }), checksOutputs: false }
  const caller = client('bench')
  const store = await openStore(ports)
  const nowMs = ports.clock.nowMs()
  const person = addPerson(store, { workspaceId: 'w', userId: 'u' })
  const each = Math.ceil(size / connections)
  for (let c = 0; c < connections; c += 1) {
    const numbers = Array.from({ length: Math.min(each, size - c * each) }, (_, k) => c * each + k)
    const look = { workspaceId: 'w', connectionId: `c${c}` }
    store.transaction((db) => {
      addCloud(db, c, nowMs)
      const at = nowMs - 60 * MINUTE_MS
      const first = numbers.map((n) => resourceOf(n, 0))
      const { idOf } = recordSnapshot(db, {
        ...look,
        startedAtMs: at,
        finishedAtMs: at + MINUTE_MS,
        found: first,
      })
      const changed = Math.round(numbers.length * churn)
      const second = numbers.map((n, k) => resourceOf(n, k < changed ? 1 : 0))
      recordSnapshot(db, { ...look, startedAtMs: nowMs, finishedAtMs: nowMs, found: second })
      addCosts(
        db,
        'w',
        null,
        [...idOf].map(([ref, id], k) => lineOf(`c${c}`, ref, id, k)),
      )
    })
  }
  for (const other of daysOf(addDays(LAST_DAY, 1 - days), addDays(LAST_DAY, -1)))
    store.transaction((db) => repeatDay(db, other))
  putSession(store, caller, person, { atMs: nowMs })
  const anyId = store.read.select({ id: resources.id }).from(resources).limit(1).get()?.id ?? 0
  store.close()

  const backend = await createBackend(ports)
  async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const answer = await backend.call(name, input, caller)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
    return answer.value as CallOutput<N>
  }
  return {
    call,
    anyId,
    /** When the inventory was read in between calls: how long that took. */
    async whenWarm(): Promise<number> {
      for (;;) {
        const done = ports.lines.find(
          ({ event, facts }) => event === 'background.done' && String(facts.name).startsWith('inventory'),
        )
        if (done) return Number(done.facts.ms)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    period: { spendFrom: addDays(LAST_DAY, 1 - days), spendTo: LAST_DAY },
    async close(): Promise<void> {
      await backend.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function addCloud(db: WritableDb, number: number, nowMs: number): void {
  insertConnection(db, {
    id: `c${number}`,
    workspaceId: 'w',
    provider: number % 2 === 0 ? 'selectel' : 'beget',
    name: `Облако ${number}`,
    accountRef: String(number),
    status: 'active',
    config: {},
    addedAtMs: 1,
    lastSyncAtMs: nowMs,
  })
}

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T

const words = ['web', 'db', 'сервер-приложений', 'cache', 'batch', 'отчёты'] as const
const places = ['prod', 'dev', 'stage'] as const
const types = ['server', 'volume', 'database', 'ip_address', 'object_storage', 'kubernetes'] as const

function resourceOf(n: number, generation: number): ResourceState {
  const cost = 1000 + ((n * 31) % 5000) + generation * 100
  return {
    externalId: `3f9a1c${n.toString(16).padStart(2, '0')}-4b1d-4e55-9f0a-${n.toString(16).padStart(12, '0')}`,
    name: `${pick(words, n)}-${pick(places, n)}-${(n * 7919) % 50_021}`,
    type: pick(types, n),
    service: `Сервис ${n % 14}`,
    region: `ru-${n % 7}`,
    zone: null,
    status: n % 11 === 0 ? 'stopped' : 'running',
    owner: n % 4 === 0 ? null : `team-${n % 20}`,
    project: `project-${n % 30}`,
    businessUnit: null,
    environment: null,
    price: { amount: money(`${cost}.17`, 'RUB'), period: 'month' },
    attributes: {
      vcpu: 4 + generation,
      ramGb: 8,
      diskGb: 40,
      address: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
    },
    marks: n % 97 === 0 ? ['zombie'] : [],
    tags: [
      { key: 'env', value: pick(places, n) },
      { key: 'team', value: `team-${n % 20}` },
    ],
  }
}

function lineOf(connectionId: string, resourceRef: string, resourceId: number, n: number): CostLine {
  const amount = BigInt(1000 + ((n * 37) % 9000)) * 10n ** 13n
  return {
    key: {
      connectionId,
      provider: 'selectel',
      billingAccount: 'account',
      serviceCategory: 'Compute',
      service: 'Облачные серверы',
      resourceRef,
      resourceId,
      sku: 'vcpu',
      chargeCategory: 'Usage',
      currency: 'RUB',
    },
    day: LAST_DAY,
    invoice: null,
    quantity: null,
    billed: amount,
    effective: amount,
    list: amount,
    contracted: amount,
  }
}

/** The same sums on another day: written one by one they would take minutes. */
function repeatDay(db: WritableDb, other: Day): void {
  const columns = sql.raw(
    'workspace_id, charge_key_id, lines, billed_micros, billed_rest, effective_micros, effective_rest, list_micros, list_rest, contracted_micros, contracted_rest',
  )
  db.run(
    sql`insert into ${dailyCosts} (day, ${columns}) select ${other}, ${columns} from ${dailyCosts} where day = ${LAST_DAY}`,
  )
}
