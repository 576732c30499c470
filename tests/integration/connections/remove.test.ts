import { count, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findConnection } from '#main/queries/connection-rows.query.ts'
import { acts } from '#main/store/schema/acts.ts'
import { chargeKeys, costFacts, dailyCosts } from '#main/store/schema/costs.ts'
import { connections, resources, snapshots } from '#main/store/schema/inventory.ts'
import { dumpStore } from '#tests/support/dump.ts'
import { fillEveryTable } from '#tests/support/full-store.ts'
import { checkRollup } from '#tests/support/rollup.ts'
import { addConnection } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { endOf } from '#tests/support/vault.ts'
import { addPeople, anna, newBeget, type Opened, openConnections } from './open.ts'
import { addYear } from './year.ts'

let opened: Opened
let id: string

beforeEach(async () => {
  opened = await openConnections({ folder: tempFolder() })
  addPeople(opened.store)
  id = (await opened.connections.add(anna, newBeget(opened.fake))).id
})
afterEach(() => opened.close())

const row = (of = id) => findConnection(opened.store.read, 'w1', of)
const remove = (history: 'keep' | 'erase') => opened.connections.remove(anna, { id, history })
const rowsOf = (of: string) => {
  const { read } = opened.store
  const own = (table: typeof chargeKeys | typeof resources | typeof snapshots) =>
    read.select({ n: count() }).from(table).where(eq(table.connectionId, of)).get()?.n
  return {
    keys: own(chargeKeys),
    resources: own(resources),
    snapshots: own(snapshots),
    facts: read.select({ n: count() }).from(costFacts).get()?.n,
    days: read.select({ n: count() }).from(dailyCosts).get()?.n,
  }
}
const NOTHING = { keys: 0, resources: 0, snapshots: 0, facts: 0, days: 0 }

describe('removed with its history kept', () => {
  it('a connection is archived: no keys, no schedule, every cost and resource in its place', async () => {
    addYear(opened.store, id, { resources: 3, days: 30 })
    const before = rowsOf(id)
    await remove('keep')
    expect(row()).toMatchObject({
      status: 'archived',
      secretNames: [],
      schedule: { kind: 'manual' },
      accountRef: '123456',
    })
    expect([...opened.ports.secrets.kept]).toEqual([])
    expect(opened.stopped).toEqual([id])
    expect(rowsOf(id)).toEqual(before)
  })
})

describe('removed with its history erased', () => {
  it('nothing is left of it in any table, and all else stays', async () => {
    await opened.close()
    opened = await openConnections({ folder: tempFolder() })
    opened.store.transaction((db) => {
      fillEveryTable(db)
      addConnection(db, 'w1', 'c2')
    })
    addYear(opened.store, 'c2', { resources: 5, days: 20 })
    const before = dumpStore(opened.store.read)
    await opened.connections.remove(anna, { id: 'c1', history: 'erase' })
    await opened.connections.whenIdle()
    const after = dumpStore(opened.store.read)
    const gone = [...before].filter(([name, rows]) => after.get(name)?.length === 0 && rows.length > 0)
    expect(gone.map(([name]) => name).sort()).toEqual([
      'act_rates',
      'act_suppliers',
      'charge_changes',
      'charge_days',
      'connection_scopes',
      'parcel_days',
      'parcel_details',
      'parcel_keys',
      'parcels',
      'quarantine',
      'recommendations',
      'reconciliations',
      'resource_aliases',
      'resource_metrics',
      'resource_notes',
      'resource_overrides',
      'resource_records',
      'segment_columns',
      'segments',
      'sightings',
      'sync_undo',
      'transfers',
      'unrecognised',
      'vat_terms',
    ])
    for (const [name, rows] of after) {
      // A document is the supplier's: it stays, as nobody's.
      if (name === 'acts') continue
      const kept = before.get(name)?.filter((text) => rows.includes(text))
      expect(kept, name).toEqual(rows)
    }
    expect(opened.store.read.select({ of: acts.connectionId }).from(acts).all()).toEqual([{ of: null }])
    expect(rowsOf('c1')).toMatchObject({ keys: 0, resources: 0, snapshots: 0 })
    expect(rowsOf('c2')).toEqual({ keys: 5, resources: 5, snapshots: 1, facts: 100, days: 100 })
    expect(opened.events).toEqual(['connections.changed w1', 'data.changed w1'])
  })

  it('it is gone from every list at once, and its account can be connected again meanwhile', async () => {
    addYear(opened.store, id, { resources: 120, days: 365 })
    await remove('erase')
    expect(row()).toBeNull()
    expect(rowsOf(id).keys).toBeGreaterThan(0)
    const again = await opened.connections.add(anna, newBeget(opened.fake))
    await opened.connections.whenIdle()
    expect(row(again.id)?.status).toBe('new')
    expect(rowsOf(id)).toEqual(NOTHING)
  })

  it('others have their turns while it goes, and every moment between shows whole days', async () => {
    addYear(opened.store, id, { resources: 120, days: 365 })
    const whole = rowsOf(id).facts ?? 0
    await remove('erase')
    let isOver = false
    const end = opened.connections.whenIdle().then(() => {
      isOver = true
    })
    const seen = new Set<number>()
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve))
      seen.add(rowsOf(id).facts ?? 0)
      if (seen.size < 4) expect(checkRollup(opened.store.read).differences).toBe(0)
    }
    await end
    expect(seen.size).toBeGreaterThan(3)
    expect(Math.max(...seen)).toBeLessThanOrEqual(whole)
    expect(rowsOf(id)).toEqual(NOTHING)
  })

  it('what the program could not finish, its next start does', async () => {
    addYear(opened.store, id, { resources: 120, days: 365 })
    await remove('erase')
    await opened.connections.close()
    expect(rowsOf(id).keys).toBeGreaterThan(0)
    const folder = opened.ports.paths.dataFolder
    await opened.close()
    opened = await openConnections({ folder })
    opened.connections.resume()
    await opened.connections.whenIdle()
    expect(rowsOf(id)).toEqual(NOTHING)
    expect(opened.store.read.select().from(connections).all()).toEqual([])
  })

  it('an archived one can still be erased', async () => {
    addYear(opened.store, id, { resources: 2, days: 3 })
    await remove('keep')
    await remove('erase')
    await opened.connections.whenIdle()
    expect(rowsOf(id)).toEqual(NOTHING)
    expect(await endOf(remove('erase'))).toBe('connection.notFound')
  })
})

describe('the secrets of a removed connection', () => {
  const lockUnderPhrase = async (): Promise<void> => {
    await opened.vault.update(anna, {
      kind: 'passphrase',
      passphrase: 'лес река мост окно',
      leavesBehind: false,
      startsOver: false,
    })
    opened.vault.lock(anna)
  }

  it('wait for a locked vault to be opened: until then it stays', async () => {
    await lockUnderPhrase()
    expect(await endOf(remove('keep'))).toBe('vault.locked')
    expect(row()?.status).toBe('new')
    await opened.vault.unlock(anna, 'лес река мост окно')
    await remove('keep')
    expect(await opened.vault.read(`connection/${id}`)).toBeNull()
  })

  it('do not hold it when the place of secrets is beyond reach, and go when it answers again', async () => {
    opened.ports.secrets.setKeychain('failed')
    opened.ports.clock.advance(60_000)
    await remove('keep')
    expect(row()).toMatchObject({ status: 'archived', secretNames: ['apiPassword', 'password'] })
    opened.ports.secrets.setKeychain('ready')
    opened.ports.clock.advance(60_000)
    opened.connections.resume()
    await opened.connections.whenIdle()
    expect([...opened.ports.secrets.kept]).toEqual([])
    expect(row()?.secretNames).toEqual([])
  })
})
