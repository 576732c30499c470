import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { chargeKeys, costFacts } from '#main/store/schema/costs.ts'
import {
  connectionScopes,
  connections,
  resourceAliases,
  resourceRecords,
  resources,
  resourceVersions,
  snapshots,
} from '#main/store/schema/inventory.ts'
import { sightings, typeRules, unrecognised } from '#main/store/schema/judgements.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { billed, hourly, listed } from '#tests/support/look.ts'
import { checkRollup } from '#tests/support/rollup.ts'
import { charge, type Engine, engineOver, quietCloud } from '#tests/support/scripted-cloud.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const item = (...given: Parameters<typeof listed>) => listed(...given).item
const volume = (ref: string, attachedTo: string | null, diskGb = 10) =>
  item(ref, 'volume', { kind: 'fast', attachedTo, attributes: { diskGb } })

const resourcesOf = ({ store }: Engine) =>
  Object.fromEntries(
    store.read
      .select()
      .from(resources)
      .all()
      .map((row) => [row.externalId, row]),
  )

const spent = ({ store }: Engine, from = '2026-09-01', to = '2026-11-20') =>
  Object.fromEntries(
    createSqliteLedger(() => store.read, store.revision)
      .aggregate({ workspaceId: 'w1', from: day(from), to: day(to), metric: 'billed', groupBy: ['resource'] })
      .map(({ keys, femtos }) => [keys[0] ?? 'nobody', formatDecimal(femtos)]),
  )

const lastSnapshot = ({ store }: Engine) => store.read.select().from(snapshots).all().at(-1)

describe('a look', () => {
  test('stands every rouble against a resource and says how it went', async () => {
    const cloud = quietCloud({
      billed: [
        billed('s1', { price: hourly('2') }),
        billed('v1', { kind: 'volume_fast', price: hourly('0.5') }),
      ],
      scopes: new Map([
        ['servers/ru-1', [item('s1')]],
        ['volumes/ru-1', [volume('v1', 's1', 50)]],
      ]),
      charges: [
        charge('s1', '2026-11-18', '48'),
        charge('v1', '2026-11-18', '12', { kind: 'volume_fast', parentRef: 's1', sku: 'volume' }),
        charge('dead', '2026-11-17', '7.77'),
      ],
    })
    const engine = await engineOver(cloud, tempFolder())
    expect(await engine.look()).toBe('done')

    const found = resourcesOf(engine)
    expect(found.s1).toMatchObject({
      type: 'server',
      status: 'running',
      goneAtMs: null,
      scope: 'servers/ru-1',
    })
    expect(found.s1?.attributes).toMatchObject({ diskGb: 50 })
    expect(found.dead).toMatchObject({ status: 'gone' })
    expect(spent(engine)).toEqual({ [String(found.s1?.id)]: '60', [String(found.dead?.id)]: '7.77' })
    expect(checkRollup(engine.store.read).differences).toBe(0)
    expect(lastSnapshot(engine)).toMatchObject({
      status: 'done',
      created: 2,
      gone: 0,
      updated: 0,
      error: null,
    })
    expect(engine.store.read.select().from(connections).get()).toMatchObject({
      status: 'active',
      lastSyncAtMs: engine.ports.clock.nowMs(),
    })
    expect(engine.store.read.select().from(resourceRecords).all()).not.toHaveLength(0)
    await engine.close()
  })

  test('done twice changes nothing more', async () => {
    const cloud = quietCloud({
      billed: [billed('s1')],
      scopes: new Map([['servers/ru-1', [item('s1')]]]),
      charges: [charge('s1', '2026-11-18', '48')],
    })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    const before = [engine.store.read.select().from(costFacts).all(), resourcesOf(engine)]
    await engine.look()
    expect([engine.store.read.select().from(costFacts).all(), resourcesOf(engine)]).toEqual(before)
    expect(lastSnapshot(engine)).toMatchObject({ unchanged: 1, created: 0, updated: 0, gone: 0 })
    expect(engine.store.read.select().from(resourceVersions).all()).toHaveLength(1)
    await engine.close()
  })

  test('tells what changed, with the value before', async () => {
    const cloud = quietCloud({
      billed: [billed('s1')],
      scopes: new Map([['servers/ru-1', [item('s1', 'server', { attributes: { vcpu: 2 } })]]]),
    })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    cloud.billed = [billed('s1', { price: hourly('3') })]
    cloud.scopes.set('servers/ru-1', [item('s1', 'server', { status: 'stopped', attributes: { vcpu: 4 } })])
    await engine.look()
    const versions = engine.store.read.select().from(resourceVersions).all()
    expect(versions.map(({ change }) => change)).toEqual(['created', 'updated'])
    expect(versions[0]?.state).toMatchObject({ status: 'running', 'attributes.vcpu': 2 })
    expect(versions[1]?.state).toEqual({
      price: { amount: '3', currency: 'RUB', period: 'hour' },
      status: 'stopped',
      'attributes.vcpu': 4,
    })
    await engine.close()
  })

  test('takes what is listed and billed no longer for gone', async () => {
    const cloud = quietCloud({
      billed: [billed('s1'), billed('s2')],
      scopes: new Map([['servers/ru-1', [item('s1'), item('s2')]]]),
    })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    cloud.billed = [billed('s1')]
    cloud.scopes.set('servers/ru-1', [item('s1')])
    await engine.look()
    expect(resourcesOf(engine).s2?.goneAtMs).not.toBeNull()
    expect(lastSnapshot(engine)).toMatchObject({ gone: 1, unchanged: 1 })
    await engine.close()
  })
})

describe('a part that does not answer', () => {
  const failed = {
    status: 'failed' as const,
    error: { code: 'provider.timeout' as const, details: { host: 'ru-2', seconds: 30 }, ref: null },
  }

  test('keeps what it listed, tells its age and costs the rest nothing', async () => {
    const cloud = quietCloud({
      scopes: new Map([
        ['servers/ru-1', [item('s1')]],
        ['servers/ru-2', [item('s2')]],
      ]),
    })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    const firstAtMs = engine.ports.clock.nowMs()
    engine.ports.clock.advance(3_600_000)
    cloud.outcomes.set('servers/ru-2', failed)
    cloud.scopes.set('servers/ru-1', [])
    expect(await engine.look()).toBe('partial')
    expect(resourcesOf(engine).s1?.goneAtMs).not.toBeNull()
    expect(resourcesOf(engine).s2).toMatchObject({ goneAtMs: null, status: 'running' })
    expect(lastSnapshot(engine)).toMatchObject({
      status: 'partial',
      failures: [
        { endpoint: 'servers', region: 'ru-2', status: 'failed', problem: { code: 'provider.timeout' } },
      ],
    })
    const scopes = engine.store.read.select().from(connectionScopes).all()
    expect(scopes.find(({ scope }) => scope === 'servers/ru-2')).toMatchObject({
      status: 'failed',
      lastGoodAtMs: firstAtMs,
    })
    await engine.close()
  })

  test('that is the bill leaves prices as they were and nothing gone that only the bill knows', async () => {
    const cloud = quietCloud({
      billed: [billed('s1', { price: hourly('2') }), billed('b1', { kind: 'share' })],
      scopes: new Map([['servers/ru-1', [item('s1')]]]),
    })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    const before = resourcesOf(engine)
    cloud.billed = []
    cloud.outcomes.set('billing', failed)
    expect(await engine.look()).toBe('partial')
    expect(resourcesOf(engine)).toEqual(before)
    await engine.close()
  })

  test('and a region that is no longer there keeps its resources', async () => {
    const cloud = quietCloud({
      scopes: new Map([
        ['servers/ru-9', [item('s9')]],
        ['servers/ru-1', []],
      ]),
    })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    cloud.scopes.delete('servers/ru-9')
    await engine.look()
    expect(resourcesOf(engine).s9).toMatchObject({ goneAtMs: null })
    await engine.close()
  })

  test('if none answers, the look has failed and everything is as before', async () => {
    const cloud = quietCloud({ scopes: new Map([['servers/ru-1', [item('s1')]]]) })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    const before = resourcesOf(engine)
    cloud.outcomes.set('servers/ru-1', failed)
    cloud.outcomes.set('billing', failed)
    expect(await engine.look()).toBe('failed')
    expect(resourcesOf(engine)).toEqual(before)
    expect(engine.store.read.select().from(connections).get()).toMatchObject({
      status: 'error',
      statusDetail: { code: 'provider.timeout' },
    })
    await engine.close()
  })
})

describe('a volume', () => {
  test('that is attached later becomes a part of its server, its past costs with it', async () => {
    const cloud = quietCloud({
      billed: [billed('s1'), billed('v1', { kind: 'volume_fast', price: hourly('0.5') })],
      scopes: new Map([
        ['servers/ru-1', [item('s1')]],
        ['volumes/ru-1', [volume('v1', null)]],
      ]),
      charges: [charge('v1', '2026-11-18', '12', { kind: 'volume_fast' })],
    })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    expect(resourcesOf(engine).v1).toMatchObject({ marks: ['orphan'], goneAtMs: null })
    cloud.scopes.set('volumes/ru-1', [volume('v1', 's1')])
    await engine.look()
    const found = resourcesOf(engine)
    expect(found.v1?.goneAtMs).not.toBeNull()
    expect(
      engine.store.read
        .select()
        .from(resourceVersions)
        .where(eq(resourceVersions.resourceId, found.v1?.id ?? 0))
        .all()
        .at(-1),
    ).toMatchObject({ change: 'merged', state: { status: 'gone', mergedInto: 's1' } })
    expect(spent(engine)).toEqual({ [String(found.s1?.id)]: '12' })
    cloud.scopes.set('volumes/ru-1', [volume('v1', null)])
    await engine.look()
    expect(resourcesOf(engine).v1).toMatchObject({ goneAtMs: null, marks: ['orphan'] })
    expect(spent(engine)).toEqual({ [String(found.v1?.id)]: '12' })
    expect(engine.store.read.select().from(resourceAliases).all()).toEqual([])
    await engine.close()
  })
})

describe('the ledger', () => {
  test('follows corrections, withdrawals and additions of days that are told anew', async () => {
    const cloud = quietCloud({
      billed: [billed('s1')],
      charges: [
        charge('s1', '2026-11-18', '48'),
        charge('s1', '2026-11-18', '2', { sku: 'traffic' }),
        charge('s1', '2026-11-19', '48'),
      ],
    })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    cloud.charges = [
      charge('s1', '2026-11-18', '47.5'),
      charge('s1', '2026-11-19', '48'),
      charge('s1', '2026-11-20', '20', { sku: 'traffic' }),
    ]
    await engine.look()
    const [resource] = Object.values(resourcesOf(engine))
    expect(spent(engine)).toEqual({ [String(resource?.id)]: '115.5' })
    expect(spent(engine, '2026-11-18', '2026-11-18')).toEqual({ [String(resource?.id)]: '47.5' })
    expect(checkRollup(engine.store.read).differences).toBe(0)
    await engine.close()
  })

  test('adds up what is told of one key and day in pieces, and refuses days that nobody asked for', async () => {
    const cloud = quietCloud({
      charges: [charge('s1', '2026-11-18', '1.1'), charge('s1', '2026-11-18', '2.2')],
    })
    const engine = await engineOver(cloud, tempFolder())
    cloud.asked.length = 0
    await engine.look()
    expect(engine.store.read.select().from(costFacts).all()).toHaveLength(1)
    expect(Object.values(spent(engine))).toEqual(['3.3'])
    await engine.close()
  })

  test('of a provider that tells prices only is made of its days', async () => {
    const cloud = quietCloud({
      costs: 'rates',
      scopes: new Map([
        ['vps', [item('s1', 'server', { price: { amount: hourly('22').amount, period: 'day' } })]],
      ]),
    })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    await engine.look()
    expect(Object.values(spent(engine))).toEqual(['22'])
    engine.ports.clock.advance(3 * 86_400_000)
    await engine.look()
    expect(Object.values(spent(engine, '2026-11-20', '2026-11-23'))).toEqual(['88'])
    expect(engine.store.read.select().from(chargeKeys).get()).toMatchObject({ chargeFrequency: 'Recurring' })
    await engine.close()
  })
})

describe('what nobody knows', () => {
  test('is counted, kept and seen again at every look, until a rule tells what it is', async () => {
    const cloud = quietCloud({
      billed: [billed('q1', { kind: 'quantum_box', price: hourly('7'), raw: '{"what":"?"}' })],
    })
    const engine = await engineOver(cloud, tempFolder())
    await engine.look()
    await engine.look()
    expect(resourcesOf(engine).q1).toMatchObject({ type: 'other', marks: ['unrecognised'] })
    expect(engine.store.read.select().from(unrecognised).all()).toMatchObject([
      { externalId: 'q1', kind: 'quantum_box', raw: '{"what":"?"}' },
    ])
    expect(engine.store.read.select().from(sightings).all()).toHaveLength(2)
    engine.store.transaction((db) =>
      db
        .insert(typeRules)
        .values({
          workspaceId: 'w1',
          provider: 'selectel',
          kind: 'quantum_box',
          type: 'server',
          userId: 'u',
          atMs: 1,
        })
        .run(),
    )
    await engine.look()
    expect(resourcesOf(engine).q1).toMatchObject({ type: 'server', marks: null })
    expect(engine.store.read.select().from(sightings).all()).toHaveLength(2)
    await engine.close()
  })
})

test('what people said of a resource outlives the next looks', async () => {
  const cloud = quietCloud({ scopes: new Map([['servers/ru-1', [item('s1')]]]) })
  const engine = await engineOver(cloud, tempFolder())
  await engine.look()
  const { s1 } = resourcesOf(engine)
  engine.store.transaction((db) => {
    db.run(sql`insert into resource_overrides values (${s1?.id ?? 0}, 'owner', 'Анна', 'u1', 1)`)
    db.run(
      sql`insert into resource_notes (resource_id, text, user_id, at_ms) values (${s1?.id ?? 0}, 'Не трогать', 'u1', 1)`,
    )
    db.run(
      sql`insert into resource_tags (resource_id, key, value, source, user_id, at_ms) values (${s1?.id ?? 0}, 'team', 'web', 'manual', 'u1', 1)`,
    )
  })
  cloud.scopes.set('servers/ru-1', [
    item('s1', 'server', { name: 'renamed', tags: [{ key: 'team', value: 'ops' }] }),
  ])
  await engine.look()
  expect(engine.store.read.all(sql`select value from resource_overrides`)).toEqual([{ value: 'Анна' }])
  expect(engine.store.read.all(sql`select text from resource_notes`)).toEqual([{ text: 'Не трогать' }])
  expect(engine.store.read.all(sql`select value from resource_tags order by source`)).toEqual([
    { value: 'web' },
    { value: 'ops' },
  ])
  await engine.close()
})
