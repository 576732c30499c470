import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { listOwnPeople, readDemo } from '#main/queries/demo.query.ts'
import { createDemo } from '#main/services/demo/demo.service.ts'
import { openStore } from '#main/store/open.ts'
import { addAudit } from '#main/store/repos/audit.repo.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import {
  insertMembership,
  insertSession,
  insertUser,
  updateUser,
  updateWorkspace,
} from '#main/store/repos/people.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { memberships, sessions, settings, users, workspaces } from '#main/store/schema/people.ts'
import type { Store } from '#main/store/store.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { dumpStore } from '#tests/support/dump.ts'
import { addCompany, costLine, server } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const open: Store[] = []

afterEach(() => {
  for (const store of open.splice(0)) store.close()
})

async function openDemo(now?: string) {
  const ports: TestPorts = testPorts(tempFolder(), now === undefined ? {} : { now })
  const store = await openStore(ports)
  open.push(store)
  return { store, ports, demo: createDemo({ store, ports }) }
}

/** A company of somebody's own, with an inventory, a bill, a person and what that person has set. */
function addReal(store: Store): void {
  store.transaction((db) => {
    addCompany(db)
    insertUser(db, { id: 'u1', name: 'Real person', passwordHash: 'not-a-hash', createdAtMs: 1 })
    insertMembership(db, { workspaceId: 'w1', userId: 'u1', role: 'owner' })
    putSetting(db, { scope: 'user', ownerId: 'u1', key: 'theme', value: 'dark' })
    putSetting(db, { scope: 'workspace', ownerId: 'w1', key: 'start', value: 4 })
    recordSnapshot(db, {
      workspaceId: 'w1',
      connectionId: 'c1',
      startedAtMs: 1,
      finishedAtMs: 2,
      found: [server('a'), server('b')],
    })
    addCosts(db, 'w1', null, [costLine({ resource: 'a', femtos: 12_345_678_901_234_567n })])
  })
}

function changeEverything(store: Store, ids: { workspaceId: string; userId: string }): void {
  store.transaction((db) => {
    updateWorkspace(db, ids.workspaceId, { name: 'Renamed', currency: 'USD', timeZone: 'Asia/Tomsk' })
    updateUser(db, ids.userId, { name: 'Somebody else' })
    putSetting(db, { scope: 'user', ownerId: ids.userId, key: 'language', value: 'en' })
    putSetting(db, { scope: 'workspace', ownerId: ids.workspaceId, key: 'start', value: 7 })
    insertSession(db, {
      id: 's1',
      workspaceId: ids.workspaceId,
      userId: ids.userId,
      clientHash: 'h',
      startedAtMs: 1,
      lastActiveAtMs: 1,
    })
  })
}

const figureTables = [
  'connections',
  'snapshots',
  'resources',
  'resource_versions',
  'resource_tags',
  'resource_metrics',
  'charge_keys',
  'cost_facts',
  'daily_costs',
  'recommendations',
  'budgets',
]

test('creates the company with an owner who has no password', async () => {
  const { store, demo } = await openDemo()
  const { workspaceId, userId } = demo.ensure()
  expect(store.read.select().from(workspaces).all()).toMatchObject([
    { id: workspaceId, kind: 'demo', currency: 'RUB', timeZone: 'Europe/Moscow', demoDay: '2026-11-20' },
  ])
  expect(store.read.select().from(users).all()).toMatchObject([{ id: userId, passwordHash: null }])
  expect(store.read.select().from(memberships).all()).toEqual([{ workspaceId, userId, role: 'owner' }])
  const dump = dumpStore(store.read)
  for (const table of figureTables) expect(dump.get(table)?.length, table).toBeGreaterThan(0)
  expect(store.read.select({ name: workspaces.name }).from(workspaces).get()?.name).not.toMatch(/демо|demo/i)
})

test('asked again on the same day in Moscow, changes nothing', async () => {
  const { store, ports, demo } = await openDemo('2026-11-19T21:00:00Z')
  const ids = demo.ensure()
  const before = dumpStore(store.read)
  ports.clock.set('2026-11-20T20:59:59Z')
  expect(demo.ensure()).toEqual(ids)
  expect(dumpStore(store.read)).toEqual(before)
})

test('on the next day the figures are new, while people, names, settings and sessions stay', async () => {
  const { store, ports, demo } = await openDemo('2026-11-20T20:59:59Z')
  const ids = demo.ensure()
  changeEverything(store, ids)
  const before = dumpStore(store.read)
  ports.clock.set('2026-11-20T21:00:00Z')
  expect(demo.ensure()).toEqual(ids)
  const after = dumpStore(store.read)
  for (const table of ['users', 'memberships', 'sessions', 'settings']) {
    expect(after.get(table), table).toEqual(before.get(table))
  }
  expect(store.read.select().from(workspaces).get()).toMatchObject({
    name: 'Renamed',
    currency: 'USD',
    timeZone: 'Asia/Tomsk',
    demoDay: '2026-11-21',
  })
  expect(after.get('cost_facts')).not.toEqual(before.get('cost_facts'))
  expect(after.get('resources')?.length).toBe(before.get('resources')?.length)
})

test('a company brought to a day equals one that was made on that day', async () => {
  const [later, fresh] = [await openDemo('2026-11-18T09:00:00Z'), await openDemo('2026-11-20T09:00:00Z')]
  later.demo.ensure()
  later.ports.clock.set('2026-11-20T09:00:00Z')
  later.demo.ensure()
  fresh.demo.ensure()
  for (const table of ['connections', 'recommendations', 'budgets']) {
    const counts = [later, fresh].map(({ store }) => dumpStore(store.read).get(table)?.length)
    expect(counts[0], table).toBe(counts[1])
  }
  const bills = [later, fresh].map(({ store }) =>
    dumpStore(store.read)
      .get('cost_facts')
      ?.map((row) => row.split(',').slice(2).join())
      .sort(),
  )
  expect(bills[0]).toEqual(bills[1])
})

test('reset brings back figures, names and settings, and keeps the session', async () => {
  const { store, demo } = await openDemo()
  const ids = demo.ensure()
  const before = dumpStore(store.read)
  changeEverything(store, ids)
  demo.reset(ids.workspaceId)
  const after = dumpStore(store.read)
  for (const table of ['workspaces', 'users', 'memberships', 'settings']) {
    expect(after.get(table), table).toEqual(before.get(table))
  }
  for (const table of figureTables) expect(after.get(table)?.length, table).toBe(before.get(table)?.length)
  expect(store.read.select({ id: sessions.id }).from(sessions).all()).toEqual([{ id: 's1' }])
})

test('removal leaves the store as it was before, but for the audit trail', async () => {
  const { store, demo } = await openDemo()
  addReal(store)
  const before = dumpStore(store.read)
  const ids = demo.ensure()
  changeEverything(store, ids)
  store.transaction((db) =>
    addAudit(db, {
      atMs: 1,
      workspaceId: ids.workspaceId,
      userId: ids.userId,
      host: 'cli',
      call: 'demo.remove',
      input: {},
      outcome: 'ok',
      durationMs: 1,
    }),
  )
  demo.remove(ids.workspaceId)
  const after = dumpStore(store.read)
  expect(after.get('audit_records')).toHaveLength(1)
  after.delete('audit_records')
  before.delete('audit_records')
  expect(after).toEqual(before)
  expect(readDemo(store.read)).toBeNull()
})

test('a real company beside it keeps every byte through creation, a new day and reset', async () => {
  const { store, ports, demo } = await openDemo()
  addReal(store)
  const before = dumpStore(store.read)
  const isUntouched = () => {
    const now = dumpStore(store.read)
    return [...before].every(([table, rows]) => {
      const present = new Set(now.get(table))
      return rows.every((row) => present.has(row))
    })
  }
  const { workspaceId } = demo.ensure()
  expect(isUntouched()).toBe(true)
  ports.clock.set('2026-11-22T09:00:00Z')
  demo.ensure()
  expect(isUntouched()).toBe(true)
  demo.reset(workspaceId)
  expect(isUntouched()).toBe(true)
})

test('refuses to reset or remove a company that is not the demo, or that is not there', async () => {
  const { store, demo } = await openDemo()
  addReal(store)
  demo.ensure()
  const before = dumpStore(store.read)
  for (const id of ['w1', 'nobody']) {
    expect(() => demo.reset(id)).toThrow('demo.notDemo')
    expect(() => demo.remove(id)).toThrow('demo.notDemo')
  }
  expect(dumpStore(store.read)).toEqual(before)
})

test('removal spares a person who also belongs to a real company', async () => {
  const { store, demo } = await openDemo()
  addReal(store)
  const { workspaceId } = demo.ensure()
  store.transaction((db) => insertMembership(db, { workspaceId, userId: 'u1', role: 'viewer' }))
  expect(listOwnPeople(store.read, workspaceId)).not.toContain('u1')
  demo.remove(workspaceId)
  expect(store.read.select().from(users).where(eq(users.id, 'u1')).all()).toHaveLength(1)
  expect(store.read.select().from(settings).where(eq(settings.ownerId, 'u1')).all()).toHaveLength(1)
})

test('a failure before the end leaves the company of the day before whole', async () => {
  const { store, ports, demo } = await openDemo()
  demo.ensure()
  const before = dumpStore(store.read)
  ports.clock.set('2026-11-21T09:00:00Z')
  const cut = createDemo({
    ports,
    store: {
      ...store,
      transaction: (work) =>
        store.transaction((db) => {
          work(db)
          throw new Error('power cut')
        }),
    },
  })
  expect(() => cut.ensure()).toThrow('power cut')
  expect(dumpStore(store.read)).toEqual(before)
})
