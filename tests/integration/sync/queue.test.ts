import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Session } from '#main/core/model/session.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import { connections, snapshots } from '#main/store/schema/inventory.ts'
import type { Schedule } from '#shared/contract/connections.ts'
import { billed } from '#tests/support/look.ts'
import { type Engine, engineOver, quietCloud } from '#tests/support/scripted-cloud.ts'
import { addCompany, addConnection } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const session = (workspaceId = 'w1', isDemo = false): Session => ({
  id: 's',
  userId: 'u',
  workspaceId,
  role: 'owner',
  isDemo,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
})

const NAMES = ['c1', 'c2', 'c3', 'c4', 'c5']

function start(engine: Engine, who: Session, input: { connectionIds?: string[] }) {
  const { started, running } = engine.sync.start(who, { isDue: false, ...input }, 'manual')
  return { started, running }
}

/** Five connections whose looks stand at a gate until the test opens it. */
async function fiveAtTheGate() {
  const gate = Promise.withResolvers<void>()
  let inside = 0
  let most = 0
  const cloud = quietCloud({
    billed: [billed('s1')],
    before: async (telling) => {
      if (telling !== 'billing') return
      inside += 1
      most = Math.max(most, inside)
      await gate.promise
      inside -= 1
    },
  })
  const engine = await engineOver(cloud, tempFolder())
  engine.store.transaction((db) => {
    for (const name of NAMES.slice(1)) addConnection(db, 'w1', name)
  })
  return { engine, cloud, open: gate.resolve, mostAtOnce: () => most }
}

const runs = (engine: Engine) =>
  engine.sync.list(session()).items.map(({ connectionId, phase }) => `${connectionId} ${phase}`)

test('as many run at once as the person allowed, the rest wait their turn', async () => {
  const { engine, open, mostAtOnce } = await fiveAtTheGate()
  expect(engine.sync.list(session()).atOnce).toBe(3)
  expect(start(engine, session(), {})).toEqual({ started: 5, running: 0 })
  await engine.sync.ready
  await new Promise((resolve) => setImmediate(resolve))
  expect(runs(engine)).toEqual(['c1 billing', 'c2 billing', 'c3 billing', 'c4 queued', 'c5 queued'])
  engine.sync.updateLimits({ atOnce: 4 })
  await new Promise((resolve) => setImmediate(resolve))
  expect(runs(engine)[3]).toBe('c4 billing')
  open()
  await engine.sync.whenIdle()
  expect(mostAtOnce()).toBe(4)
  expect(
    engine.store.read
      .select()
      .from(snapshots)
      .all()
      .map(({ status }) => status),
  ).toEqual(NAMES.map(() => 'done'))
  await engine.close()
})

test('one connection is never synchronised twice at a time', async () => {
  const { engine, open } = await fiveAtTheGate()
  expect(start(engine, session(), { connectionIds: ['c1'] })).toEqual({ started: 1, running: 0 })
  expect(start(engine, session(), { connectionIds: ['c1', 'c2'] })).toEqual({ started: 1, running: 1 })
  open()
  await engine.sync.whenIdle()
  expect(engine.store.read.select().from(snapshots).all()).toHaveLength(2)
  await engine.close()
})

test('what waits can be cancelled and leaves no trace; what runs says that it was', async () => {
  const { engine, open } = await fiveAtTheGate()
  engine.sync.updateLimits({ atOnce: 1 })
  start(engine, session(), { connectionIds: ['c1', 'c2'] })
  await new Promise((resolve) => setImmediate(resolve))
  engine.sync.cancel(session(), 'c2')
  engine.sync.cancel(session(), 'c1')
  expect(engine.sync.list(session()).items.every(({ isCancelling }) => isCancelling)).toBe(true)
  open()
  await engine.sync.whenIdle()
  expect(engine.store.read.select().from(snapshots).all()).toMatchObject([
    { connectionId: 'c1', status: 'cancelled', error: { code: 'sync.cancelled' } },
  ])
  expect(engine.store.read.select().from(connections).where(eq(connections.id, 'c1')).get()).toMatchObject({
    status: 'new',
    statusDetail: null,
  })
  await engine.close()
})

test('nobody starts, sees or cancels what is another organisation’s', async () => {
  const { engine, open } = await fiveAtTheGate()
  engine.store.transaction((db) => addCompany(db, 'w2', 'other'))
  expect(() => start(engine, session(), { connectionIds: ['other'] })).toThrow('connection.notFound')
  start(engine, session('w2'), {})
  expect(engine.sync.list(session()).items).toEqual([])
  expect(() => engine.sync.cancel(session(), 'other')).toThrow('connection.notFound')
  expect(() => engine.sync.cancel(session(), 'c1')).toThrow('sync.notRunning')
  expect(() => start(engine, session('w2', true), {})).toThrow('demo.noConnections')
  open()
  await engine.sync.whenIdle()
  await engine.close()
})

test('paused connections are left out of «all» and can still be asked for by name; archived ones cannot', async () => {
  const { engine, open } = await fiveAtTheGate()
  open()
  engine.store.transaction((db) => {
    updateConnection(db, 'c1', { status: 'paused' })
    updateConnection(db, 'c2', { status: 'archived' })
  })
  expect(start(engine, session(), {})).toEqual({ started: 3, running: 0 })
  expect(start(engine, session(), { connectionIds: ['c1'] })).toEqual({ started: 1, running: 0 })
  expect(() => start(engine, session(), { connectionIds: ['c2'] })).toThrow('connection.notSyncable')
  await engine.sync.whenIdle()
  const c1 = engine.store.read.select().from(connections).where(eq(connections.id, 'c1')).get()
  expect(c1?.status).toBe('paused')
  await engine.close()
})

describe('a schedule', () => {
  const due = async (schedule: Schedule) => {
    const { engine, open } = await fiveAtTheGate()
    open()
    engine.store.transaction((db) => updateConnection(db, 'c1', { schedule }))
    const looks = async (): Promise<number> => {
      engine.sync.startDue()
      await engine.sync.whenIdle()
      return engine.store.read.select().from(snapshots).all().length
    }
    return { engine, looks }
  }

  test('starts what is due, once for all the times that were missed', async () => {
    const { engine, looks } = await due({ kind: 'every', hours: 6, quiet: null })
    expect(await looks()).toBe(0)
    engine.ports.clock.advance(50 * 3_600_000)
    expect(await looks()).toBe(1)
    expect(await looks()).toBe(1)
    engine.ports.clock.advance(6 * 3_600_000)
    expect(await looks()).toBe(2)
    expect(engine.store.read.select().from(snapshots).all().at(-1)).toMatchObject({ trigger: 'schedule' })
    await engine.close()
  })

  test('of a calendar comes at its hour in its zone', async () => {
    const quiet = null
    const { engine, looks } = await due({
      kind: 'cron',
      pattern: '0 9 * * 1-5',
      timeZone: 'Europe/Moscow',
      quiet,
    })
    engine.ports.clock.set('2026-11-22T23:00:00Z')
    expect(await looks()).toBe(0)
    engine.ports.clock.set('2026-11-23T06:00:00Z')
    expect(await looks()).toBe(1)
    await engine.close()
  })

  test('goes on after a look that failed', async () => {
    const { engine, looks } = await due({ kind: 'every', hours: 6, quiet: null })
    engine.store.transaction((db) => updateConnection(db, 'c1', { status: 'error' }))
    engine.ports.clock.advance(7 * 3_600_000)
    expect(await looks()).toBe(1)
    await engine.close()
  })
})

test('pages hear of each phase and of the end', async () => {
  const { engine, open } = await fiveAtTheGate()
  open()
  start(engine, session(), { connectionIds: ['c1'] })
  await engine.sync.whenIdle()
  expect(new Set(engine.events)).toEqual(new Set(['sync.progressed', 'connections.changed', 'data.changed']))
  expect(engine.events.at(-1)).toBe('sync.progressed')
  expect(engine.sync.list(session()).items).toEqual([])
  await engine.close()
})
