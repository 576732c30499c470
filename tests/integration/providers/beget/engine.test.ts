import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beget } from '#main/providers/beget/index.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { createSync } from '#main/services/sync/sync.service.ts'
import { createVault } from '#main/services/vault/vault.service.ts'
import { openStore } from '#main/store/open.ts'
import { resources, snapshots } from '#main/store/schema/inventory.ts'
import type { Store } from '#main/store/store.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { begetCanaries } from '#tests/fakes/beget/canaries.ts'
import { serverId } from '#tests/fakes/beget/servers.ts'
import { addCompany } from '#tests/support/store-rows.ts'
import { formsOf, storedBytes } from '#tests/support/stored-bytes.ts'
import { syncEnded } from '#tests/support/sync-ended.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { type Bench, startBench } from './open.ts'

/** The engine itself over a real store, with a Beget on the loopback. */
async function startEngine(folder: string, options: Parameters<typeof startBench>[0]) {
  const bench = await startBench(options)
  const ports = { ...bench.ports, paths: { ...bench.ports.paths, storeFile: `${folder}/infrazen.sqlite` } }
  const store = await openStore(ports)
  store.transaction((db) => addCompany(db))
  const sync = createSync({
    network: { isOffline: () => false, refuseOffline: () => undefined },
    store,
    ports,
    vault: createVault({ store, ports }),
    openAccount: async () => bench.open(),
    find: () => beget,
    emit: () => undefined,
  })
  await sync.ready
  return { bench, store, sync }
}

describe('a Beget account in the store', () => {
  let folder: string
  let bench: Bench
  let store: Store
  let sync: ReturnType<typeof createSync>

  beforeEach(async () => {
    folder = tempFolder()
    const engine = await startEngine(folder, { hasTroubles: true })
    ;({ bench, store, sync } = engine)
  })
  afterEach(async () => {
    await sync.close()
    store.close()
    await bench.fake.close()
  })

  const resource = (ref: string) =>
    store.read
      .select()
      .from(resources)
      .all()
      .find(({ externalId }) => externalId === ref)
  const spentOn = (on: string) => {
    const [total] = createSqliteLedger(() => store.read, store.revision).aggregate({
      workspaceId: 'w1',
      from: day(on),
      to: day(on),
      metric: 'billed',
      groupBy: [],
    })
    return total ? formatDecimal(total.femtos) : null
  }
  const nextDay = () => bench.ports.clock.advance(24 * 3_600_000)
  /** The day of the renewals of three domains: (349 + 399 + 450.50) / 365. */
  const DOMAINS = 1198.5 / 365
  /** Server 0 is blocked. Licences, services, snapshots, an image and the plan are in it. */
  const RATE = 22 + 19.73 + 44 + 490 + 7 + (29 + 30 + 0.5 + 3) + 2 * 1.32 + 0.5 + 12.66

  it('costs a day what Beget says it burns, and its domains’ share of a year', async () => {
    expect(await syncEnded({ sync, store })).toBe('done')
    expect(Number(spentOn('2026-11-20'))).toBeCloseTo(RATE + DOMAINS, 6)
  })

  it('goes on costing while a part of it is silent, and nothing of that part is gone', async () => {
    await syncEnded({ sync, store })
    nextDay()
    bench.fake.fault('GET /v1/vps/server/list', { kind: 'status', status: 500 }, Infinity)
    expect(await syncEnded({ sync, store })).toBe('partial')
    expect(resource(serverId(3))).toMatchObject({ goneAtMs: null, status: 'running' })
    expect(Number(spentOn('2026-11-21'))).toBeCloseTo(RATE + DOMAINS, 6)
  })

  it('keeps the last good price of what states one that nobody can read', async () => {
    await syncEnded({ sync, store })
    const before = resource(serverId(1))
    nextDay()
    bench.fake.fault('GET /v1/vps/configuration', { kind: 'status', status: 404 }, Infinity)
    bench.fake.state.servers.update(serverId(1), (server) => {
      server.configuration = { price_day: 'NaN' }
    })
    expect(await syncEnded({ sync, store })).toBe('partial')
    expect(resource(serverId(1))).toEqual(before)
    const failures = store.read.select().from(snapshots).all().at(-1)?.failures
    expect(failures?.map(({ endpoint }) => endpoint)).toContain('vps/server/list')
  })

  it('loses what was removed, and no more', async () => {
    await syncEnded({ sync, store })
    nextDay()
    bench.fake.state.servers.remove(serverId(4))
    expect(await syncEnded({ sync, store })).toBe('done')
    expect(resource(serverId(4))?.goneAtMs).not.toBeNull()
    expect(store.read.select().from(snapshots).all().at(-1)).toMatchObject({ gone: 1, created: 0 })
    expect(Number(spentOn('2026-11-21'))).toBeCloseTo(RATE - 490 + DOMAINS, 6)
  })

  it('leaves no secret in any file', async () => {
    await syncEnded({ sync, store })
    store.close()
    const bytes = storedBytes(folder)
    expect(bytes.includes('web-4')).toBe(true)
    for (const secret of [...begetCanaries, ...Object.values(bench.secrets), 'eyJhbGci'])
      for (const form of formsOf(secret)) expect(bytes.includes(form), secret).toBe(false)
  })
})
