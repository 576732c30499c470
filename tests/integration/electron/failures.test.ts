import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { channels } from '#shared/contract/host.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import { type Booted, bootElectron, buildBundles, type Seen } from '../../support/electron.ts'
import { tempFolder } from '../../support/temp-folder.ts'

beforeAll(buildBundles, 120_000)

const call = (booted: Booted, name: string) =>
  booted.ask<Envelope<Record<string, unknown>>>('invoke', 'page', channels.call, name, {})

const eventsOf = ({ windows }: Seen): string[] =>
  (windows[0]?.sent ?? [])
    .filter(({ channel }) => channel === channels.event)
    .map(({ value }) => (value as { name: string }).name)

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

  it('says that the store is damaged and where the backups are', async () => {
    const folder = tempFolder()
    writeFileSync(
      join(folder, 'infrazen.sqlite'),
      'this is no database, only text that is long enough'.repeat(40),
    )
    const { exit, seen } = await bootElectron(folder, { env: { FAKE_LOCALE: 'en-US' } }).ended
    expect(exit).toBe(1)
    expect(seen.dialogs[0]?.title).toBe('InfraZen did not start')
    expect(seen.dialogs[0]?.text).toContain(join(folder, 'infrazen.sqlite'))
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
