import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findConnection } from '#main/queries/connection-rows.query.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { startBegetFake } from '#tests/fakes/beget/start.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { endOf, sessionIn } from '#tests/support/vault.ts'
import { addPeople, anna, boris, newBeget, type Opened, openConnections } from './open.ts'

let opened: Opened
let id: string

beforeEach(async () => {
  opened = await openConnections({ folder: tempFolder() })
  addPeople(opened.store)
  id = (await opened.connections.add(anna, newBeget(opened.fake))).id
  opened.fake.requests.length = 0
})
afterEach(() => opened.close())

type Change = Omit<ParsedInput<'connections.update'>, 'id'>
const change = (input: Change) => opened.connections.update(anna, { id, ...input })
const row = () => findConnection(opened.store.read, 'w1', id)
const secrets = (): Record<string, string> =>
  JSON.parse(opened.ports.secrets.kept.get(`connection/${id}`) ?? '{}')
const failWith = (code: 'provider.badCredentials') =>
  opened.store.transaction((db) =>
    updateConnection(db, id, { status: 'error', statusDetail: { code, details: { said: 'no' } } }),
  )

describe('the form of a connection', () => {
  it('tells settings and which secrets are kept, never what they are', () => {
    const form = opened.connections.get(anna, id)
    expect(form).toMatchObject({
      settings: opened.fake.settings,
      kept: ['password', 'apiPassword'],
      isPaused: false,
    })
    for (const secret of Object.values(opened.fake.secrets))
      expect(JSON.stringify(form)).not.toContain(secret)
  })

  it('is not for another organisation, nor for an archived connection', async () => {
    expect(await endOf(Promise.resolve().then(() => opened.connections.get(boris, id)))).toBe(
      'connection.notFound',
    )
    expect(await endOf(opened.connections.update(boris, { id, name: 'Чужое' }))).toBe('connection.notFound')
    await opened.connections.remove(anna, { id, history: 'keep' })
    expect(await endOf(change({ name: 'Другое' }))).toBe('connection.notSyncable Beget, прод')
  })
})

describe('a change', () => {
  it('of the name or the schedule asks neither provider nor vault', async () => {
    opened.ports.secrets.setKeychain('locked')
    opened.ports.clock.advance(60_000)
    await change({ name: 'Beget, новый', schedule: { kind: 'every', hours: 6, quiet: null } })
    expect(row()).toMatchObject({
      name: 'Beget, новый',
      schedule: { kind: 'every', hours: 6, quiet: null },
      scheduledAtMs: opened.ports.clock.nowMs(),
      status: 'new',
    })
    expect(opened.fake.requests).toEqual([])
    expect(opened.stopped).toEqual([])
  })

  it('that says nothing new leaves everything as it is', async () => {
    const before = row()
    await change({ settings: opened.fake.settings, secrets: { password: '', apiPassword: ' ' } })
    expect(row()).toEqual(before)
    expect(opened.fake.requests).toEqual([])
  })

  it('of one secret keeps the one that was left blank', async () => {
    opened.fake.state.account.apiPassword = 'not-a-real-new-one'
    await change({ secrets: { password: '', apiPassword: 'not-a-real-new-one' } })
    expect(secrets()).toEqual({ ...opened.fake.secrets, apiPassword: 'not-a-real-new-one' })
    expect(opened.stopped).toEqual([id])
  })

  it('that the provider refuses changes nothing', async () => {
    const before = row()
    expect(await endOf(change({ name: 'Новое', secrets: { password: 'wrong' } }))).toMatch(
      /^provider\.badCredentials/,
    )
    expect(row()).toEqual(before)
    expect(secrets()).toEqual(opened.fake.secrets)
  })

  it('to another account is refused', async () => {
    const other = await startBegetFake({ customerId: '777', nowMs: opened.ports.clock.nowMs })
    try {
      expect(await endOf(change({ settings: other.settings }))).toBe('connection.otherAccount 777 123456')
      const test = { id, provider: 'beget' as const, settings: other.settings, secrets: {} }
      expect(await endOf(opened.connections.check(anna, test))).toBe('connection.otherAccount 777 123456')
      expect(row()?.config).toEqual(opened.fake.settings)
    } finally {
      await other.close()
    }
  })

  it('of the access ends the trouble that the old one had', async () => {
    failWith('provider.badCredentials')
    await change({ secrets: { ...opened.fake.secrets } })
    expect(row()).toMatchObject({ status: 'new', statusDetail: null })
  })

  it('to the name of another is refused, in whatever case', async () => {
    const other = await startBegetFake({ customerId: '777', nowMs: opened.ports.clock.nowMs })
    try {
      await opened.connections.add(
        anna,
        newBeget(other, { name: 'Второе', settings: other.settings, secrets: other.secrets }),
      )
      expect(await endOf(change({ name: 'ВТОРОЕ' }))).toBe('connection.nameTaken ВТОРОЕ')
      await change({ name: 'BEGET, ПРОД' })
      expect(row()?.name).toBe('BEGET, ПРОД')
    } finally {
      await other.close()
    }
  })

  it('needs the vault open only where secrets are concerned', async () => {
    opened.ports.secrets.setKeychain('locked')
    opened.ports.clock.advance(60_000)
    expect(await endOf(change({ secrets: { password: 'another' } }))).toMatch(/^vault\./)
  })
})

describe('a rest', () => {
  it('stops what runs; after it the connection stands where it stood, and its rhythm begins anew', async () => {
    failWith('provider.badCredentials')
    await change({ isPaused: true })
    expect(row()?.status).toBe('paused')
    expect(opened.stopped).toEqual([id])
    expect(opened.connections.get(anna, id).isPaused).toBe(true)
    opened.ports.clock.advance(3_600_000)
    await change({ isPaused: false })
    expect(row()).toMatchObject({ status: 'error', scheduledAtMs: opened.ports.clock.nowMs() })
  })

  it('goes on while the access is mended', async () => {
    await change({ isPaused: true })
    opened.fake.state.account.password = 'not-a-real-new-one'
    await change({ secrets: { password: 'not-a-real-new-one' } })
    expect(row()?.status).toBe('paused')
  })
})

describe('a token that the provider gave', () => {
  it('is renewed in the vault by a test of the fields that are kept', async () => {
    opened.fake.state.account.twoFactor = { word: 'CODE_REQUIRED_SMS', code: '1111' }
    const form = { id, provider: 'beget' as const, settings: opened.fake.settings }
    expect(await endOf(opened.connections.check(anna, { ...form, secrets: {} }))).toMatch(
      /^provider\.codeRequired/,
    )
    await opened.connections.check(anna, { ...form, secrets: { code: '1111' } })
    expect(Object.keys(secrets()).sort()).toEqual(['apiPassword', 'password', 'token'])
    expect(row()?.secretNames).toEqual(['apiPassword', 'password', 'token'])
    expect(opened.connections.get(anna, id).kept).toEqual(['password', 'apiPassword'])
  })

  it('goes with the password that it was given for', async () => {
    opened.fake.state.account.twoFactor = { word: 'CODE_REQUIRED_SMS', code: '1111' }
    const form = { id, provider: 'beget' as const, settings: opened.fake.settings }
    await opened.connections.check(anna, { ...form, secrets: { code: '1111' } })
    opened.fake.state.account.twoFactor = null
    opened.fake.state.account.password = 'not-a-real-new-one'
    await change({ secrets: { password: 'not-a-real-new-one' } })
    expect(secrets()).toEqual({ ...opened.fake.secrets, password: 'not-a-real-new-one' })
  })
})

describe('the next runs of a schedule', () => {
  const runs = (schedule: Parameters<typeof opened.connections.listRuns>[1]) =>
    opened.connections.listRuns(anna, schedule).runs.map((ms) => new Date(ms).toISOString())

  it('are told as the engine will start them', () => {
    expect(runs({ kind: 'manual' })).toEqual([])
    expect(runs({ kind: 'every', hours: 12, quiet: null }).slice(0, 2)).toEqual([
      '2026-11-20T21:00:00.000Z',
      '2026-11-21T09:00:00.000Z',
    ])
    const weekdays = { kind: 'cron', pattern: '0 9 * * 1-5', timeZone: 'Europe/Moscow', quiet: null } as const
    expect(runs(weekdays)).toHaveLength(5)
    expect(runs(weekdays)[0]).toBe('2026-11-23T06:00:00.000Z')
  })

  it('of an unreadable one are a refusal', async () => {
    const bad = { kind: 'cron', pattern: 'завтра', timeZone: 'UTC', quiet: null } as const
    expect(await endOf(Promise.resolve().then(() => runs(bad)))).toBe('schedule.badPattern завтра')
  })
})

it('nothing of a demo connection can be changed', async () => {
  const demo = sessionIn('w1', { isDemo: true })
  expect(await endOf(opened.connections.update(demo, { id, isPaused: true }))).toBe('demo.noConnections')
  expect(await endOf(opened.connections.remove(demo, { id, history: 'erase' }))).toBe('demo.noConnections')
})
