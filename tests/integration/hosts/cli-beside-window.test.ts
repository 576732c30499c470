import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createBackend } from '#main/backend/create-backend.ts'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { csvOf, focusDays } from '#tests/support/imports.ts'
import { type Ended, launch, type Started } from '#tests/support/launch.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

beforeAll(() => buildStale(createTerminal(process.env), { only: 'main' }))

const NOW = ['--now', '2026-11-20T09:00:00Z']
let data = ''
let page = ''
let window: Started

const cli = (...args: string[]): Promise<Ended> =>
  launch(process.execPath, ['out/main/cli.js', ...args, '--data', data, ...NOW], {
    env: { ...process.env, LANG: 'ru_RU.UTF-8' },
  }).ended

/** The page itself is of no matter here. */
async function openWindow(): Promise<Started> {
  const started = launch(process.execPath, [
    '-e',
    `import('${join(process.cwd(), 'out/main/web.js')}').then(({ runWeb }) => runWeb(${JSON.stringify(['--data', data, '--no-open', ...NOW])}, ${JSON.stringify(page)})).then((code) => process.exit(code))`,
  ])
  await started.says(/auth\?t=/)
  return started
}

beforeEach(async () => {
  const folder = tempFolder()
  data = join(folder, 'data')
  page = join(folder, 'page')
  mkdirSync(page)
  writeFileSync(join(page, 'index.html'), '<p>the page</p>')
  const backend = await createBackend(testPorts(data))
  await backend.call(
    'people.addWorkspace',
    {
      workspaceName: 'Лютик',
      userName: 'Ольга',
      password: 'четыре обычных русских слова',
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
    },
    { host: 'web', clientKey: 'not-a-real-key-of-a-browser' },
  )
  await backend.close()
  window = await openWindow()
})

afterEach(async () => {
  window.child.kill('SIGINT')
  await window.ended
})

describe('a command beside the open window', () => {
  it('says who has the store open, and what is in it', async () => {
    const { code, stdout } = await cli('status', '--format', 'json')
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({
        store: 'openElsewhere',
        holder: window.child.pid,
        heldSince: '2026-11-20T09:00:00.000Z',
        organisations: 1,
        hasDemo: false,
      }),
    ])
  })

  it('loads, exports and backs up with the same results as without it', async () => {
    const file = join(data, '..', 'october.csv')
    writeFileSync(file, csvOf(focusDays(3)))
    const loaded = await cli('import', file, '--format', 'json')
    expect([loaded.code, JSON.parse(loaded.stdout)]).toEqual([
      0,
      [expect.objectContaining({ status: 'committed', rowsKept: 3, totals: '31.5 RUB' })],
    ])
    const beside = await cli('export', '--from', '2026-10-01')
    expect((await cli('backup')).code).toBe(0)
    expect((await cli('sync', 'all', '--format', 'csv')).stdout).toContain('0,0,0')
    window.child.kill('SIGINT')
    await window.ended
    const alone = await cli('export', '--from', '2026-10-01')
    expect([alone.code, alone.stdout]).toEqual([0, beside.stdout])
    expect((await cli('import', file)).stdout).toContain('уже загружено')
  })

  it('does not mix with another, and leaves nothing behind', async () => {
    const names = ['Один', 'Два', 'Три', 'Четыре'].map((name) => join(data, '..', `${name}.csv`))
    for (const [at, name] of names.entries())
      writeFileSync(name, csvOf(focusDays(at + 1, { BillingAccountId: `${at}` })))
    const ended = await Promise.all(names.map((name) => cli('import', name, '--format', 'json')))
    expect(ended.map(({ code, stdout }) => [code, JSON.parse(stdout)[0].rowsKept])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
    ])
    expect(readdirSync(join(data, 'requests'))).toEqual(['served.json'])
    expect(readdirSync(join(data, 'inbox'))).toEqual([])
  })

  it('is told when the window dies in the middle', async () => {
    window.child.kill('SIGSTOP')
    const waiting = cli('backup')
    const taken = join(data, 'requests')
    while (!readdirSync(taken).some((name) => name.endsWith('.request')))
      await new Promise((resolve) => setImmediate(resolve))
    window.child.kill('SIGKILL')
    const { code, stdout, stderr } = await waiting
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('Открытое окно программы не ответило.')
    // What was asked of the one that died is not done by the next.
    window = await openWindow()
    expect(existsSync(join(data, 'backups'))).toBe(false)
    expect((await cli('backup')).code).toBe(0)
    expect(readFileSync(join(data, 'requests', 'served.json'), 'utf8')).toContain(String(window.child.pid))
  })
})
