import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '#main/queries/settings.query.ts'
import { createSettings } from '#main/services/settings/settings.service.ts'
import { workspaces } from '#main/store/schema/people.ts'
import { defaultSettings } from '#shared/contract/settings.ts'
import { addPerson, client, openPeople, type People, putSession, sessionOf } from '#tests/support/people.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const MINUTE = 60_000

let opened: People
let settings: ReturnType<typeof createSettings>

beforeEach(async () => {
  opened = await openPeople(tempFolder())
  settings = createSettings(opened)
  addPerson(opened.store, { workspaceId: 'w1', userId: 'anna', passwordHash: 'x' })
  addPerson(opened.store, { workspaceId: 'w2', userId: 'boris', passwordHash: 'x' })
})
afterEach(() => opened.close())

const put = (key: string, text: string) =>
  opened.store.transaction((db) =>
    db.run(sql`INSERT INTO settings (scope, owner_id, key, value) VALUES ('user', 'anna', ${key}, ${text})`),
  )

describe('a person’s settings', () => {
  it('are the defaults until something is chosen', () => {
    expect(readSettings(opened.store.read, 'anna')).toEqual(defaultSettings)
  })

  it('keep what is changed and nothing else, for this person alone', () => {
    expect(settings.update('anna', { theme: 'dark', language: 'en' })).toEqual({
      ...defaultSettings,
      theme: 'dark',
      language: 'en',
    })
    settings.update('anna', { theme: 'light' })
    expect(settings.get('anna')).toEqual({ ...defaultSettings, theme: 'light', language: 'en' })
    expect(settings.get('boris')).toEqual(defaultSettings)
  })

  it('fall back key by key when something in the store is broken or unknown', () => {
    settings.update('anna', { density: 'compact' })
    put('theme', '"sepia"')
    put('language', '{not json')
    put('idleMinutes', '"15"')
    put('__proto__', '{"theme":"dark"}')
    put('from-a-later-version', 'true')
    expect(settings.get('anna')).toEqual({ ...defaultSettings, density: 'compact' })
  })

  it('leave a session locked that has locked under the limit before', () => {
    const caller = client('client-a')
    putSession(
      opened.store,
      caller,
      { workspaceId: 'w1', userId: 'anna' },
      { atMs: opened.ports.clock.nowMs() },
    )
    opened.ports.clock.advance(16 * MINUTE)
    settings.update('anna', { idleMinutes: 0 })
    expect(sessionOf(opened.people, caller).isLocked).toBe(true)
  })
})

describe('a workspace’s settings', () => {
  const read = (id: string) =>
    opened.store.read
      .select({ name: workspaces.name, currency: workspaces.currency, timeZone: workspaces.timeZone })
      .from(workspaces)
      .where(sql`id = ${id}`)
      .get()

  it('change by part, in one workspace', () => {
    const before = read('w2')
    settings.updateWorkspace('w1', { name: 'Лютик', currency: 'USD' })
    settings.updateWorkspace('w1', { timeZone: 'Europe/Berlin' })
    settings.updateWorkspace('w1', {})
    expect(read('w1')).toEqual({ name: 'Лютик', currency: 'USD', timeZone: 'Europe/Berlin' })
    expect(read('w2')).toEqual(before)
  })

  it('refuse a name that another has, but not the own one in other letters', () => {
    expect(() => settings.updateWorkspace('w1', { name: 'ОРГАНИЗАЦИЯ w2', currency: 'USD' })).toThrow(
      'workspace.nameTaken',
    )
    expect(read('w1')).toMatchObject({ name: 'Организация w1', currency: 'RUB' })
    settings.updateWorkspace('w1', { name: 'ОРГАНИЗАЦИЯ w1' })
    expect(read('w1')).toMatchObject({ name: 'ОРГАНИЗАЦИЯ w1' })
  })
})
