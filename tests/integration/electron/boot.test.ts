import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { CSP } from '#main/hosts/page/csp.ts'
import { channels } from '#shared/contract/host.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import { type Booted, bootElectron, buildBundles, built, type Seen } from '../../support/electron.ts'
import { tempFolder } from '../../support/temp-folder.ts'

beforeAll(buildBundles, 120_000)

const call = (booted: Booted, name: string, input: unknown = {}, who = 'page') =>
  booted.ask<Envelope<Record<string, unknown>>>('invoke', who, channels.call, name, input)

const host = (booted: Booted, name: string, input: unknown = {}, who = 'page') =>
  booted.ask<Envelope<unknown>>('invoke', who, channels.host, name, input)

const opened = (booted: Booted) => booted.until<Seen>('report', ({ windows }) => windows[0]?.isShown === true)

describe('the built main bundle', () => {
  it('turns the sandbox on before anything else and opens one safe window on app://', async () => {
    const booted = bootElectron(tempFolder())
    const seen = await opened(booted)
    expect(seen.order).toEqual(['enableSandbox', 'schemes', 'lock', 'ready', 'window'])
    expect(seen.schemes).toEqual([
      expect.objectContaining({
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      }),
    ])
    const [window] = seen.windows
    const preferences = window?.options.webPreferences ?? {}
    const preload = String(preferences.preload)
    expect(preferences).toEqual({
      preload: built('preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: true,
      spellcheck: false,
    })
    expect(existsSync(preload)).toBe(true)
    expect(window?.url).toBe('app://infrazen/')
    expect(window?.options).toMatchObject({ minWidth: 1024, minHeight: 700, show: false })
    expect(await booted.ask('channels')).toEqual([channels.call, channels.give, channels.host])
  })

  it('has no developer tools in a packaged build', async () => {
    const booted = bootElectron(tempFolder(), { env: { FAKE_PACKAGED: '1' } })
    const { windows, menu } = await opened(booted)
    expect(windows[0]?.options.webPreferences.devTools).toBe(false)
    const roles = menu.flatMap(({ items }) => items.map(({ role }) => role))
    expect(roles).toContain('quit')
    expect(roles).not.toContain('reload')
    expect(roles).not.toContain('toggleDevTools')
  })

  it('carries a call to the real backend and the answer back', async () => {
    const booted = bootElectron(tempFolder())
    await opened(booted)
    expect(await call(booted, 'app.getState')).toMatchObject({
      ok: true,
      value: { version: '0.0.0-test', session: null },
    })
    expect(await call(booted, 'people.startDemo')).toEqual({ ok: true, value: {} })
    const state = await call(booted, 'app.getState')
    expect(state.ok && state.value.session).toMatchObject({ isDemo: true })
    expect(await call(booted, 'dashboard.getSummary', { period: 'nonsense' })).toMatchObject({
      ok: false,
      error: { code: 'input.invalid' },
    })
    expect(await call(booted, '__proto__')).toMatchObject({ ok: false, error: { code: 'call.unknown' } })
    const { windows } = await booted.ask<Seen>('report')
    const names = windows[0]?.sent.map(({ value }) => (value as { name: string }).name)
    expect(names).toEqual(expect.arrayContaining(['session.changed', 'data.changed']))
  })

  it.each(['frame', 'elsewhere', 'lookalike', 'gone', 'stranger'])(
    'refuses a question from a sender that is not our page (%s)',
    async (who) => {
      const booted = bootElectron(tempFolder())
      await opened(booted)
      await expect(call(booted, 'app.getState', {}, who)).rejects.toThrow('Refused')
      await expect(host(booted, 'host.openDataFolder', {}, who)).rejects.toThrow('Refused')
      expect((await booted.ask<Seen>('report')).opened).toEqual([])
    },
  )

  it('denies rights, other addresses, new windows, webviews, downloads and bad certificates', async () => {
    const booted = bootElectron(tempFolder())
    await opened(booted)
    for (const name of ['geolocation', 'notifications', 'media', 'clipboard-read', 'openExternal'])
      expect(await booted.ask('permission', name)).toBe(false)
    expect(await booted.ask('permissionCheck')).toBe(false)
    expect(await booted.ask('devicePermission')).toBe(false)
    expect(await booted.ask('windowOpen', 'https://infrazen.example/')).toBe('deny')
    expect(await booted.ask('download')).toBe(true)
    expect(await booted.ask('contents', 'will-attach-webview', {})).toBe(true)
    expect(await booted.ask('certificate')).toEqual({ isTrusted: false, isPrevented: true })
    const goes = (event: string, url: string, isMainFrame = true) =>
      booted.ask('contents', event, { url, isMainFrame })
    for (const event of ['will-frame-navigate', 'will-redirect']) {
      for (const url of [
        'https://infrazen.example/',
        'file:///etc/passwd',
        'app://infrazen.evil/',
        'javascript:1',
      ])
        expect(await goes(event, url), `${event} ${url}`).toBe(true)
      expect(await goes(event, 'app://infrazen/budgets', false)).toBe(true)
      expect(await goes(event, 'app://infrazen/budgets')).toBe(false)
    }
  })

  it('serves the page with its policy and nothing from outside the bundle', async () => {
    const booted = bootElectron(tempFolder())
    await opened(booted)
    type Reply = { status: number; headers: Record<string, string>; body: string }
    const page = await booted.ask<Reply>('request', 'app://infrazen/')
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toBe(CSP)
    expect(page.headers['content-type']).toContain('text/html')
    expect(Buffer.from(page.body, 'base64')).toEqual(readFileSync(built('renderer', 'index.html')))
    expect(await booted.ask<Reply>('request', 'app://infrazen/resources')).toMatchObject({ body: page.body })
    for (const address of [
      'app://infrazen/../main/electron.js',
      'app://infrazen/..%2f..%2fpackage.json',
      'app://infrazen/%2e%2e/main/electron.js',
      'app://infrazen/..%5c..%5cpackage.json',
      'app://infrazen//etc/passwd.js',
      'app://elsewhere/index.html',
    ]) {
      const reply = await booted.ask<Reply>('request', address)
      expect(reply.status, address).toBe(404)
      expect(reply.body).toBe('')
      expect(reply.headers['content-security-policy']).toBe(CSP)
    }
    expect((await booted.ask<Reply>('request', 'app://infrazen/', 'POST')).status).toBe(404)
  })

  it('saves a file whole, says why it could not, and lets the person change their mind', async () => {
    const folder = tempFolder()
    const booted = bootElectron(folder)
    await opened(booted)
    const file = { fileName: '../spend: "май".csv', mediaType: 'text/csv', data: 'да;1\n', encoding: 'utf8' }
    expect(await host(booted, 'host.saveFile', file)).toEqual({ ok: true, value: null })
    const target = join(folder, 'saved.csv')
    await booted.ask('saveTo', target)
    expect(await host(booted, 'host.saveFile', file)).toEqual({ ok: true, value: target })
    expect(readFileSync(target, 'utf8')).toBe('да;1\n')
    await booted.ask('saveTo', join(folder, 'missing', 'saved.csv'))
    expect(await host(booted, 'host.saveFile', file)).toMatchObject({
      ok: false,
      error: { code: 'host.saveFailed', details: { reason: 'папки больше нет' } },
    })
    expect(await host(booted, 'host.saveFile', { ...file, encoding: 'utf16' })).toMatchObject({
      ok: false,
      error: { code: 'input.invalid' },
    })
    const { dialogs } = await booted.ask<Seen>('report')
    expect(dialogs[0]).toMatchObject({ title: 'Сохранить файл', text: join(folder, 'spend_ _май_.csv') })
  })

  it('copies a finished export to where the person says, and nothing else', async () => {
    const folder = tempFolder()
    const booted = bootElectron(folder)
    await opened(booted)
    await call(booted, 'people.startDemo')
    expect(await host(booted, 'host.saveExport', { id: 'none', fileName: 'a.csv' })).toMatchObject({
      ok: false,
      error: { code: 'export.notFound' },
    })
    const about = await call(booted, 'app.getAbout')
    const day = about.ok ? (about.value.counts as { lastDay: string }).lastDay : ''
    const filter = { from: day, to: day }
    const started = await call(booted, 'ledger.startExport', { filter, version: '1.2', format: 'parquet' })
    const id = started.ok ? String(started.value.id) : ''
    const finished = async (): Promise<boolean> => {
      const list = await call(booted, 'ledger.listExports')
      return list.ok && (list.value.items as { status: string }[])[0]?.status === 'done'
    }
    while (!(await finished()));
    const target = join(folder, 'focus.parquet')
    await booted.ask('saveTo', target)
    expect(await host(booted, 'host.saveExport', { id, fileName: 'x' })).toEqual({ ok: true, value: target })
    expect(readFileSync(target).subarray(0, 4).toString()).toBe('PAR1')
    await booted.ask('saveTo', join(folder, 'missing', 'focus.parquet'))
    expect(await host(booted, 'host.saveExport', { id, fileName: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'host.saveFailed' },
    })
  })

  it('opens allowed links and the data folder, and keeps the theme for the next start', async () => {
    const folder = tempFolder()
    const booted = bootElectron(folder)
    await opened(booted)
    expect(await host(booted, 'host.openLink', { url: 'https://infrazen.example/help' })).toEqual({
      ok: true,
      value: true,
    })
    expect(await host(booted, 'host.openLink', { url: 'https://infrazen.example.evil/' })).toEqual({
      ok: true,
      value: false,
    })
    expect(await host(booted, 'host.openDataFolder')).toEqual({ ok: true, value: true })
    expect(await host(booted, 'host.format', {})).toMatchObject({
      ok: false,
      error: { code: 'call.unknown' },
    })
    await host(booted, 'host.setTheme', { theme: 'dark' })
    expect((await booted.ask<Seen>('report')).opened).toEqual(['https://infrazen.example/help', folder])
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toMatchObject({ theme: 'dark' })
  })

  it('sends the menu to the page, in the language of the system', async () => {
    const booted = bootElectron(tempFolder(), { env: { FAKE_LOCALE: 'en-GB' } })
    const { menu, tray } = await opened(booted)
    expect(menu.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help'])
    expect(tray).toEqual(['Open InfraZen', '', 'Quit InfraZen'])
    const commands = ['settings', 'lock', 'palette', 'refresh', 'shortcuts', 'about']
    for (const id of commands) await booted.ask('menu', id)
    const { windows } = await booted.ask<Seen>('report')
    const sent = windows[0]?.sent.filter(({ channel }) => channel === channels.menu)
    expect(sent?.map(({ value }) => value)).toEqual(commands)
  })

  it('gives the focus to its window when a second instance starts or the tray is clicked', async () => {
    const booted = bootElectron(tempFolder())
    await opened(booted)
    await booted.ask('appEvent', 'second-instance')
    await booted.ask('trayClick')
    const { windows } = await booted.ask<Seen>('report')
    expect(windows).toHaveLength(1)
    expect(windows[0]?.focused).toBe(2)
  })

  it('leaves at once when it is itself the second instance', async () => {
    const folder = tempFolder()
    const { exit, seen } = await bootElectron(folder, { env: { FAKE_IS_SECOND: '1' } }).ended
    expect(exit).toBe(0)
    expect(seen.windows).toEqual([])
    expect(existsSync(join(folder, 'infrazen.sqlite'))).toBe(false)
  })

  it('closes the store when the last window closes, and opens where it was', async () => {
    const folder = tempFolder()
    const booted = bootElectron(folder)
    await opened(booted)
    await call(booted, 'people.startDemo')
    await booted.ask('closeWindow')
    const { exit } = await booted.ended
    expect(exit).toBe(0)
    // A store closed in order has no write-ahead log left behind it.
    const wal = statSync(join(folder, 'infrazen.sqlite-wal'), { throwIfNoEntry: false })
    expect(wal?.size ?? 0).toBe(0)
    expect(existsSync(join(folder, 'infrazen.lock.json'))).toBe(false)
    const again = bootElectron(folder)
    const { windows } = await opened(again)
    expect(windows[0]?.options).toMatchObject({ x: 40, y: 30, width: 1200, height: 800 })
    expect(await call(again, 'app.getState')).toMatchObject({
      ok: true,
      value: { hasDemo: true, session: null },
    })
  })

  it('reloads a page that crashed, but not for ever', async () => {
    const booted = bootElectron(tempFolder())
    await opened(booted)
    for (let i = 0; i < 5; i += 1) await booted.ask('pageGone', 'crashed')
    expect((await booted.ask<Seen>('report')).windows[0]?.reloads).toBe(3)
  })
})
