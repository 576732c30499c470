import { expect, test } from 'vitest'
import { replay } from '#main/core/model/resource.ts'
import { openStore } from '#main/store/open.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { resources, resourceTags, resourceVersions, snapshots } from '#main/store/schema/inventory.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { addCompany, server } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const DAY_MS = 86_400_000

async function openCompany() {
  const store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => addCompany(db))
  let look = 0
  const record = (found: Parameters<typeof recordSnapshot>[1]['found']) => {
    look += 1
    const startedAtMs = look * DAY_MS
    return store.transaction((db) =>
      recordSnapshot(db, {
        workspaceId: 'w1',
        connectionId: 'c1',
        startedAtMs,
        finishedAtMs: startedAtMs + 5_000,
        found,
      }),
    )
  }
  const versions = () => store.read.select().from(resourceVersions).all()
  return { store, record, versions }
}

test('the same look twice writes no version and no resource', async () => {
  const { store, record, versions } = await openCompany()
  const found = [server('a'), server('b', { price: null, tags: [], attributes: {} })]
  expect(record(found)).toMatchObject({ created: 2, updated: 0, gone: 0, unchanged: 0 })
  const before = [versions(), store.read.select().from(resources).all()]
  const attributes = { ramGb: 8, vcpu: 4 }
  expect(record([server('a', { attributes }), found[1] ?? server('b')])).toMatchObject({
    created: 0,
    updated: 0,
    gone: 0,
    unchanged: 2,
  })
  expect([versions(), store.read.select().from(resources).all()]).toEqual(before)
  store.close()
})

test('a change writes the fields that differ and closes the version before', async () => {
  const { store, record, versions } = await openCompany()
  record([server('a')])
  const price = { amount: { currency: 'RUB', femtos: 4_000n * 10n ** 15n }, period: 'month' } as const
  record([server('a', { price, attributes: { vcpu: 8 }, tags: [{ key: 'env', value: 'stage' }] })])
  expect(versions()).toMatchObject([
    { change: 'created', validFromMs: DAY_MS, validToMs: 2 * DAY_MS, state: { name: 'server a' } },
    {
      change: 'updated',
      validFromMs: 2 * DAY_MS,
      validToMs: null,
      state: {
        price: { amount: '4000', currency: 'RUB', period: 'month' },
        'attributes.vcpu': 8,
        'attributes.ramGb': null,
        'tags.env': 'stage',
      },
    },
  ])
  expect(Object.keys(versions()[1]?.state ?? {})).toHaveLength(4)
  expect(replay(versions().map((version) => version.state))).toEqual({
    name: 'server a',
    type: 'server',
    service: 'Compute',
    region: 'ru-1',
    status: 'running',
    project: 'shop',
    environment: 'prod',
    price: { amount: '4000', currency: 'RUB', period: 'month' },
    'attributes.vcpu': 8,
    'tags.env': 'stage',
  })
  store.close()
})

test('a resource that is gone keeps its row and comes back to it', async () => {
  const { store, record, versions } = await openCompany()
  const first = record([server('a'), server('b')])
  expect(record([server('b')])).toMatchObject({ gone: 1, unchanged: 1 })
  expect(store.read.select().from(resources).all()[0]).toMatchObject({ status: 'gone', goneAtMs: 2 * DAY_MS })
  expect(record([server('b')])).toMatchObject({ gone: 0, unchanged: 1 })
  const third = record([server('a'), server('b')])
  expect(third).toMatchObject({ updated: 1, unchanged: 1 })
  expect(third.idOf.get('a')).toBe(first.idOf.get('a'))
  expect(store.read.select().from(resources).all()[0]).toMatchObject({ status: 'running', goneAtMs: null })
  expect(
    versions()
      .filter((version) => version.resourceId === first.idOf.get('a'))
      .map(({ change, state, validToMs }) => ({ change, state, validToMs })),
  ).toMatchObject([
    { change: 'created', validToMs: 2 * DAY_MS },
    { change: 'gone', state: { status: 'gone' }, validToMs: 4 * DAY_MS },
    { change: 'returned', state: { status: 'running' }, validToMs: null },
  ])
  store.close()
})

test("tags that people gave outlive the provider's changes", async () => {
  const { store, record } = await openCompany()
  const id = record([server('a')]).idOf.get('a') ?? 0
  store.transaction((db) => {
    db.insert(resourceTags).values({ resourceId: id, key: 'owner', value: 'Анна', source: 'manual' }).run()
  })
  record([server('a', { tags: [{ key: 'team', value: 'web' }] })])
  expect(store.read.select().from(resourceTags).all()).toMatchObject([
    { resourceId: id, key: 'owner', value: 'Анна', source: 'manual' },
    { resourceId: id, key: 'team', value: 'web', source: 'provider' },
  ])
  store.close()
})

test('prices beyond 2^53 micros are kept to the last femto and are no change when told again', async () => {
  const { store, record } = await openCompany()
  const femtos = 9_007_199_254n * 10n ** 15n + 740_993_000_000_001n
  const price = { amount: { currency: 'RUB', femtos }, period: 'day' } as const
  record([server('a', { price })])
  expect(record([server('a', { price })])).toMatchObject({ unchanged: 1 })
  record([server('a', { price: { ...price, amount: { currency: 'RUB', femtos: femtos + 1n } } })])
  const states = store.read.select().from(resourceVersions).all()
  expect(states[0]?.state).toMatchObject({ price: { amount: '9007199254.740993000000001' } })
  expect(states[1]?.state).toEqual({
    price: { amount: '9007199254.740993000000002', currency: 'RUB', period: 'day' },
  })
  store.close()
})

test('a snapshot tells the monthly cost in one currency and none for several', async () => {
  const { store, record } = await openCompany()
  record([server('a'), server('b'), server('c', { price: null })])
  const dollars = { amount: { currency: 'USD', femtos: 10n ** 15n }, period: 'month' } as const
  record([server('a'), server('b', { price: dollars })])
  expect(store.read.select().from(snapshots).all()).toMatchObject([
    { found: 3, created: 3, monthlyMicros: 6_000_000_000n, monthlyRest: 0n, currency: 'RUB' },
    { found: 2, updated: 1, gone: 1, unchanged: 1, monthlyMicros: null, currency: null },
  ])
  store.close()
})

test("a look at another organisation's connection is refused", async () => {
  const { store, versions } = await openCompany()
  store.transaction((db) => addCompany(db, 'w2', 'foreign'))
  const look = { workspaceId: 'w1', connectionId: 'foreign', startedAtMs: 1, finishedAtMs: 2 }
  expect(() => store.transaction((db) => recordSnapshot(db, { ...look, found: [server('a')] }))).toThrow(
    'another organisation',
  )
  expect(versions()).toEqual([])
  store.close()
})
