import { afterEach, beforeEach, expect, it } from 'vitest'
import { findConnection } from '#main/queries/connection-rows.query.ts'
import { insertConnection, updateConnection } from '#main/store/repos/connections.repo.ts'
import { startBegetFake } from '#tests/fakes/beget/start.ts'
import { dumpStore } from '#tests/support/dump.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { endOf, sessionIn } from '#tests/support/vault.ts'
import { addPeople, anna, boris, formOf, newBeget, type Opened, openConnections } from './open.ts'

let opened: Opened

beforeEach(async () => {
  opened = await openConnections({ folder: tempFolder() })
  addPeople(opened.store)
})
afterEach(() => opened.close())

const add = (over: Parameters<typeof newBeget>[1] = {}) =>
  opened.connections.add(anna, newBeget(opened.fake, over))
const rowOf = (id: string) => findConnection(opened.store.read, 'w1', id)
const kept = () => [...opened.ports.secrets.kept.keys()]

it('a new connection stands in the store, its secrets in the vault alone', async () => {
  const { id } = await add()
  expect(rowOf(id)).toMatchObject({
    provider: 'beget',
    name: 'Beget, прод',
    accountRef: '123456',
    status: 'new',
    config: opened.fake.settings,
    secretNames: ['apiPassword', 'password'],
    schedule: { kind: 'every', hours: 24, quiet: null },
    scheduledAtMs: opened.ports.clock.nowMs(),
    addedAtMs: opened.ports.clock.nowMs(),
  })
  expect(JSON.parse(opened.ports.secrets.kept.get(`connection/${id}`) ?? '')).toEqual(opened.fake.secrets)
  const stored = JSON.stringify([...dumpStore(opened.store.read)])
  const logged = JSON.stringify(opened.ports.lines)
  for (const secret of Object.values(opened.fake.secrets)) {
    expect(stored).not.toContain(secret)
    expect(logged).not.toContain(secret)
    expect(opened.ports.hidden).toContain(secret)
  }
})

it('an account that does not answer is not added', async () => {
  expect(await endOf(add(formOf(opened.fake, { secrets: { password: 'wrong' } })))).toMatch(
    /^provider\.badCredentials/,
  )
  expect(kept()).toEqual([])
  expect(JSON.stringify([...dumpStore(opened.store.read)])).not.toContain('Beget, прод')
})

it('without a place for secrets nothing is asked of the provider', async () => {
  opened.ports.secrets.setKeychain('missing')
  expect(await endOf(add())).toBe('vault.notChosen')
  expect(opened.fake.requests).toEqual([])
})

it('the same account is noticed, whatever its login looks like', async () => {
  await add()
  expect(
    await endOf(add({ name: 'Второе', ...formOf(opened.fake, { settings: { login: ' IVANOV ' } }) })),
  ).toBe('connection.duplicate Beget, прод')
  expect(kept()).toHaveLength(1)
})

it('another organisation may connect the same account', async () => {
  await add()
  await opened.connections.add(boris, newBeget(opened.fake))
  expect(kept()).toHaveLength(2)
})

it('several accounts of one provider stand side by side, each under a name of its own', async () => {
  const other = await startBegetFake({ customerId: '777', login: 'petrov', nowMs: opened.ports.clock.nowMs })
  try {
    const first = await add()
    expect(await endOf(add({ name: 'BEGET,  Прод', ...formOf(other) }))).toBe(
      'connection.nameTaken BEGET,  Прод',
    )
    const second = await add({ name: 'Beget, тест', ...formOf(other) })
    expect([rowOf(first.id)?.accountRef, rowOf(second.id)?.accountRef]).toEqual(['123456', '777'])
  } finally {
    await other.close()
  }
})

it('two people adding one account at once add it once, and its secrets stay', async () => {
  const ends = await Promise.all([endOf(add()), endOf(add({ name: 'Второе' }))])
  expect(ends.filter((end) => end === 'ok')).toHaveLength(1)
  expect(ends.filter((end) => end.startsWith('connection.duplicate'))).toHaveLength(1)
  expect(kept()).toHaveLength(1)
  const [name = ''] = kept()
  expect(rowOf(name.replace('connection/', ''))?.status).toBe('new')
})

it('secrets go out of the vault again when the store refuses', async () => {
  await add()
  // Between the look and the writing somebody else connects the account.
  const other = await startBegetFake({ customerId: '888', nowMs: opened.ports.clock.nowMs })
  try {
    opened.ports.secrets.keychain.put = async (name, value) => {
      opened.ports.secrets.kept.set(name, value)
      opened.store.transaction((db) =>
        insertConnection(db, {
          id: 'quicker',
          workspaceId: 'w1',
          provider: 'beget',
          name: 'Другое',
          accountRef: '888',
          status: 'active',
          config: {},
          addedAtMs: 0,
        }),
      )
    }
    expect(await endOf(add({ name: 'Третье', ...formOf(other) }))).toBe('connection.duplicate Другое')
    expect(kept()).toHaveLength(1)
  } finally {
    await other.close()
  }
})

it('an archived connection comes back with its history under its old number', async () => {
  const { id } = await add()
  opened.store.transaction((db) => updateConnection(db, id, { lastSyncAtMs: 5, status: 'active' }))
  await opened.connections.remove(anna, { id, history: 'keep' })
  expect(kept()).toEqual([])
  opened.ports.clock.advance(1_000)
  // Its old name is its own: that it is taken by itself stops nobody.
  expect(await add({ schedule: { kind: 'manual' } })).toEqual({ id })
  expect(rowOf(id)).toMatchObject({ status: 'active', lastSyncAtMs: 5, schedule: { kind: 'manual' } })
  expect(kept()).toEqual([`connection/${id}`])
})

it('a schedule that nobody can read is refused before the provider is asked', async () => {
  const schedule = { kind: 'cron', pattern: '61 * * * *', timeZone: 'Europe/Moscow', quiet: null } as const
  expect(await endOf(add({ schedule }))).toBe('schedule.badPattern 61 * * * *')
  expect(opened.fake.requests).toEqual([])
})

it('the demo company takes no connections', async () => {
  const demo = sessionIn('w1', { isDemo: true })
  expect(await endOf(opened.connections.add(demo, newBeget(opened.fake)))).toBe('demo.noConnections')
})
