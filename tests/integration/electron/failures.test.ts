import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#main/store/open.ts'
import { channels } from '#shared/contract/host.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { type Booted, bootElectron, buildBundles, type Seen } from '../../support/electron.ts'
import { tempFolder } from '../../support/temp-folder.ts'

beforeAll(buildBundles, 120_000)

const call = (booted: Booted, name: string) =>
  booted.ask<Envelope<Record<string, unknown>>>('invoke', 'page', channels.call, name, {})

const eventsOf = ({ windows }: Seen): string[] =>
  (windows[0]?.sent ?? [])
    .filter(({ channel }) => channel === channels.event)
    .map(({ value }) => (value as { name: string }).name)

/** A data folder with a backup and, in the place of its store, what is no database. */
async function makeDamaged() {
  const folder = tempFolder()
  const ports = testPorts(folder)
  const store = await openStore(ports)
  const { id } = await store.backup('manual')
  store.close()
  const { storeFile, backupsFolder } = ports.paths
  writeFileSync(storeFile, 'no database')
  return { folder, storeFile, backup: join(backupsFolder, id) }
}

describe('a backend that dies', () => {
  it('is started once more, with a sentence, and the person stays signed in', async () => {
    const booted = bootElectron()
    expect(await call(booted, 'people.startDemo')).toMatchObject({ ok: true })
    await booted.ask('killBackend')
    const seen = await booted.until<Seen>('report', ({ dialogs }) => dialogs.length > 0)
    expect(seen.dialogs).toEqual([
      {
        kind: 'message',
        title: 'Произошёл сбой, InfraZen снова работает.',
        text: 'Сохранённые данные целы. Проверьте, выполнено ли последнее действие.',
      },
    ])
    expect(eventsOf(seen).slice(-2)).toEqual(['session.changed', 'data.changed'])
    const state = await call(booted, 'app.getState')
    expect(state.ok && state.value.session).toMatchObject({ isDemo: true })
  })

  it('ends the program with a sentence the second time', async () => {
    const folder = tempFolder()
    const booted = bootElectron(folder)
    await call(booted, 'app.getState')
    await booted.ask('killBackend')
    await booted.until<Seen>('report', ({ dialogs }) => dialogs.length > 0)
    await booted.ask('killBackend')
    const { exit, seen } = await booted.ended
    expect(exit).toBe(1)
    expect(seen.dialogs[1]).toMatchObject({
      kind: 'error',
      title: 'InfraZen остановлен из-за повторного сбоя.',
    })
    expect(seen.dialogs[1]?.text).toContain(join(folder, 'logs'))
    expect(seen.dialogs[1]?.text).not.toMatch(/\.js|at /)
  })

  it('answers what was under way instead of leaving it to wait', async () => {
    const booted = bootElectron()
    await call(booted, 'app.getState')
    await booted.ask('freezeBackend')
    const pending = call(booted, 'app.getState')
    await booted.ask('killBackend')
    expect(await pending).toMatchObject({ ok: false, error: { code: 'host.offline' } })
  })

  it('cannot hold up the end of the program', async () => {
    const folder = tempFolder()
    const booted = bootElectron(folder)
    await call(booted, 'app.getState')
    await booted.ask('freezeBackend')
    await booted.ask('quit')
    expect((await booted.ended).exit).toBe(0)
    expect(readFileSync(join(folder, 'logs', 'infrazen.log'), 'utf8')).toContain('backend.slowToClose')
  })
})

describe('a start that fails', () => {
  it('names the program that has the store open, and leaves with its exit code', async () => {
    const folder = tempFolder()
    await call(bootElectron(folder), 'app.getState')
    const { exit, seen } = await bootElectron(folder).ended
    expect(exit).toBe(4)
    expect(seen.dialogs).toHaveLength(1)
    expect(seen.dialogs[0]).toMatchObject({ kind: 'error', title: 'InfraZen не запустился' })
    expect(seen.dialogs[0]?.text).toMatch(/^Хранилище уже открыто другой программой InfraZen \(процесс \d+\)/)
  })

  it('offers the latest backup for a damaged store, and leaves when the person declines', async () => {
    const { folder, storeFile } = await makeDamaged()
    const { exit, seen } = await bootElectron(folder, { env: { FAKE_LOCALE: 'en-US' } }).ended
    expect(exit).toBe(1)
    expect(seen.dialogs).toEqual([
      {
        kind: 'message',
        title: `The store file is damaged or missing: ${storeFile}`,
        text: expect.stringContaining('the latest sound backup'),
        buttons: ['Restore the Latest Backup', 'Close'],
      },
    ])
    expect(readFileSync(storeFile, 'utf8')).toBe('no database')
  })

  it('starts from the latest backup when the person wants it, and says of when it is', async () => {
    const { folder, storeFile } = await makeDamaged()
    const booted = bootElectron(folder, { env: { FAKE_PRESS: 'Восстановить последнюю копию' } })
    const seen = await booted.until<Seen>('report', ({ dialogs }) => dialogs.length > 1)
    expect(seen.dialogs[1]?.title).toMatch(/^Хранилище восстановлено из копии от 20\.11\.2026, \d\d:\d\d\.$/)
    const kept = readdirSync(folder).find((name) => name.startsWith('infrazen.sqlite.damaged-'))
    expect(seen.dialogs[1]?.text).toContain(`${storeFile}.damaged-`)
    expect(readFileSync(join(folder, kept ?? ''), 'utf8')).toBe('no database')
    expect(seen.windows[0]).toMatchObject({ isShown: true, reloads: 1 })
    expect(await call(booted, 'app.getState')).toMatchObject({ ok: true, value: { hasDemo: false } })
    await booted.ask('killBackend')
    await booted.until<Seen>('report', ({ dialogs }) => dialogs.length > 2)
    expect(await call(booted, 'app.getState')).toMatchObject({ ok: true })
  })

  it('says so when there is no sound backup, and leaves everything as it was', async () => {
    const { folder, storeFile, backup } = await makeDamaged()
    writeFileSync(backup, 'no database')
    const env = { FAKE_PRESS: 'Восстановить последнюю копию' }
    const { exit, seen } = await bootElectron(folder, { env }).ended
    expect(exit).toBe(1)
    expect(seen.dialogs).toHaveLength(2)
    expect(seen.dialogs[1]).toMatchObject({ kind: 'error', title: 'InfraZen не запустился' })
    expect(seen.dialogs[1]?.text).toContain('нет исправной копии')
    expect(readFileSync(storeFile, 'utf8')).toBe('no database')
  })

  it('says that the data folder cannot be made', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'taken'), '')
    const { exit, seen } = await bootElectron(join(folder, 'taken', 'data')).ended
    expect(exit).toBe(77)
    expect(seen.dialogs[0]?.text).toContain(join(folder, 'taken', 'data'))
    expect(seen.windows).toEqual([])
  })
})

describe('what the window remembers', () => {
  it.each([
    ['text that is not JSON', '{'],
    ['nothing', 'null'],
    ['a place that no display shows', '{"bounds":{"x":9000,"y":0,"width":1200,"height":800}}'],
    ['bounds of another kind', '{"bounds":{"x":"0","y":0,"width":1e99,"height":null}}'],
  ])('opens at its usual size after %s', async (_what, text) => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'window.json'), text)
    const { windows } = await bootElectron(folder).until<Seen>('report', (seen) => seen.windows.length > 0)
    expect(windows[0]?.options).toMatchObject({ width: 1440, height: 900 })
    expect(windows[0]?.options).not.toHaveProperty('x')
  })

  it('opens although the state cannot be written', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'window.json'))
    const booted = bootElectron(folder)
    await booted.until<Seen>('report', (seen) => seen.windows.length > 0)
    await booted.ask('closeWindow')
    expect((await booted.ended).exit).toBe(0)
  })
})

describe('--smoke', () => {
  it('writes and reads a store of its own, loads the page and leaves with 0', async () => {
    const folder = tempFolder()
    const { exit, seen } = await bootElectron(folder, { args: ['--smoke'] }).ended
    expect(exit).toBe(0)
    expect(seen.dialogs).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })
})
