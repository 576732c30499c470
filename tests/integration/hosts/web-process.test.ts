import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { launch, type Started } from '#tests/support/launch.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const LINK = /http:\/\/127\.0\.0\.1:\d+\/auth\?t=[\w-]+/
const STACK = /\n\s+at |Error:|node:internal/

beforeAll(() => buildStale(createTerminal(process.env)))

const started: Started[] = []
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
})

function startWeb(data: string, args: readonly string[] = [], out = 'out'): Started {
  const all = [join(out, 'main', 'web.js'), '--data', data, '--no-open', ...args]
  const program = launch(process.execPath, all, { env: { ...process.env, LANG: 'en_US.UTF-8' } })
  started.push(program)
  return program
}

async function enter(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' })
  return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
}

async function firstPage(link: string): Promise<string> {
  const cookie = await enter(link)
  return (await fetch(new URL('/', link), { headers: { cookie } })).text()
}

describe('the web host as a process', () => {
  it('shows its first page within three seconds of its start', async () => {
    const before = performance.now()
    const link = await startWeb(tempFolder()).says(LINK)
    expect(await firstPage(link)).toContain('<div id="root">')
    expect(performance.now() - before).toBeLessThan(3000)
  })

  it.each([
    ['Ctrl+C', ['SIGINT']],
    ['Ctrl+C twice, as npm and the terminal both send it', ['SIGINT', 'SIGINT']],
    ['the system', ['SIGTERM']],
  ] as const)('ends well on %s and leaves the store to the next', async (_, signals) => {
    const data = tempFolder()
    const first = startWeb(data)
    await first.says(LINK)
    for (const signal of signals) first.child.kill(signal)
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' })
    await startWeb(data).says(LINK)
  })

  it('ends at once even while a page is listening', async () => {
    const host = startWeb(tempFolder())
    const link = await host.says(LINK)
    const cookie = await enter(link)
    const stream = await fetch(new URL('/events', link), { headers: { cookie } })
    expect(stream.status).toBe(200)
    host.child.kill('SIGINT')
    expect((await host.ended).code).toBe(0)
    await stream.text().catch(() => '')
  })

  it('works on when a new build takes its files away', async () => {
    // Under node_modules, from where the native module is found.
    const out = resolve('node_modules', '.cache', `infrazen-out-${randomUUID()}`)
    for (const part of ['main', 'renderer']) cpSync(join('out', part), join(out, part), { recursive: true })
    const chunks = globSync('assets/*', { cwd: join(out, 'renderer') }).map((path) => `/${path}`)
    try {
      const link = await startWeb(tempFolder(), [], out).says(LINK)
      rmSync(out, { recursive: true })
      const headers = { cookie: await enter(link), origin: new URL(link).origin }
      const statusOf = async (path: string, init: RequestInit = {}): Promise<number> =>
        (await fetch(new URL(path, link), { ...init, headers: { ...headers, ...init.headers } })).status
      const page = await (await fetch(new URL('/', link), { headers })).text()
      const parts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
      expect(parts.length).toBeGreaterThanOrEqual(3)
      for (const path of [...parts, ...chunks]) expect(await statusOf(path)).toBe(200)
      const call = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
      expect(await statusOf('/rpc/app.getState', call)).toBe(200)
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  })

  it('says that another one holds the store, with code 4', async () => {
    const data = tempFolder()
    const first = startWeb(data)
    await first.says(LINK)
    const { code, stderr } = await startWeb(data).ended
    expect(code).toBe(4)
    expect(stderr).toContain(`process ${first.child.pid}`)
    expect(stderr).not.toMatch(STACK)
  })

  it('says that the data folder cannot be made, with code 77', async () => {
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    const { code, stderr } = await startWeb(join(file, 'data')).ended
    expect(code).toBe(77)
    expect(stderr).toContain(join(file, 'data'))
    expect(stderr).not.toMatch(STACK)
  })

  it('says what is wrong in its command line, with code 2', async () => {
    for (const args of [['--frobnicate'], ['--port', '70000'], ['--now', 'yesterday']]) {
      const { code, stderr } = await startWeb(tempFolder(), args).ended
      expect(code).toBe(2)
      expect(stderr).not.toMatch(STACK)
    }
  })

  it('says that a port is taken', async () => {
    const link = await startWeb(tempFolder()).says(LINK)
    const { port } = new URL(link)
    const { code, stderr } = await startWeb(tempFolder(), ['--port', port]).ended
    expect([code, stderr]).toEqual([1, expect.stringContaining(port)])
  })

  it('writes no link into its log', async () => {
    const data = tempFolder()
    const host = startWeb(data)
    const link = await host.says(LINK)
    await firstPage(link)
    await fetch(link)
    host.child.kill('SIGTERM')
    await host.ended
    const found = spawnSync('grep', ['-r', new URL(link).searchParams.get('t') ?? '', join(data, 'logs')])
    expect(found.status).toBe(1)
  })
})

describe('run.mjs', () => {
  const oldNode = (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, 'node'))
    .find((node) => {
      const { stdout } = spawnSync(node, ['-p', 'process.versions.napi'], { encoding: 'utf8' })
      return Number(stdout) > 0 && Number(stdout) < 10
    })
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    launch(oldNode ?? process.execPath, ['main/hosts/run.mjs', ...args], { env: { ...process.env, ...env } })
      .ended

  it('hands over to the Node of the project', async () => {
    const { code, stdout } = await run(['script', 'tests/support/children/say-runtime.ts'])
    expect([code, Number(stdout) >= 10]).toEqual([0, true])
  })

  it('refuses an old Node with a sentence and code 78 when there is no other', async () => {
    // Where the machine has no old Node, the guard itself is tried: tests/unit/main/hosts/runtime.test.ts.
    const { code, stderr } = await run(['help'], { INFRAZEN_HANDED_OVER: '1' })
    expect(code).toBe(oldNode ? 78 : 0)
    expect(stderr).not.toMatch(STACK)
  })

  it('asks for npm ci where nothing is installed', async () => {
    const folder = join(tempFolder(), 'main', 'hosts')
    mkdirSync(folder, { recursive: true })
    for (const name of ['run.mjs', 'runtime.mjs'])
      copyFileSync(join('main', 'hosts', name), join(folder, name))
    const { code, stderr } = await launch(process.execPath, [join(folder, 'run.mjs')]).ended
    expect([code, stderr.match(/npm ci/g)?.length]).toEqual([78, 2])
    expect(stderr).not.toMatch(STACK)
  })

  it('knows its commands', async () => {
    const { code, stderr } = await run(['fly'], { LANG: 'en_US.UTF-8' })
    const said = 'InfraZen: There is no such command: fly. See npm start -- --help\n'
    expect([code, stderr]).toEqual([2, said])
  })

  it.each([
    [['--help']],
    [['start', '--help']],
    [['dev', '-h']],
    [['build', '--help']],
    [['web', '--data', 'x', '--help']],
  ])('explains itself instead of doing %j', async (args) => {
    const { code, stdout, stderr } = await run(args, { LANG: 'ru_RU.UTF-8' })
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Команды:\n {2}npm start/)
  })

  it.each([
    [
      ['start', '--frobnicate'],
      'InfraZen: Нет такого параметра: --frobnicate. Какие есть, покажет npm start -- --help\n',
    ],
    [
      ['build', '--only', 'half'],
      'InfraZen: Нет такой части сборки: half. В --only можно указать page, main или preload.\n',
    ],
  ])('says of %j in Russian alone what is wrong', async (args, said) => {
    const { code, stderr } = await run(args, { LANG: 'ru_RU.UTF-8' })
    expect([code, stderr]).toEqual([2, said])
  })
})
