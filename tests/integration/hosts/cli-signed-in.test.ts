import { chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBackend } from '#main/backend/create-backend.ts'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { type Ended, launch } from '#tests/support/launch.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

beforeAll(() => buildStale(createTerminal(process.env), { only: 'main' }))

const PASSWORD = 'четыре обычных русских слова'
const OWNER = { host: 'web', clientKey: 'not-a-real-key-of-a-browser' } as const

const cli = (args: string[], env: Record<string, string> = {}): Promise<Ended> =>
  launch(process.execPath, ['out/main/cli.js', ...args, '--now', '2026-11-20T09:00:00Z'], {
    env: { ...process.env, LANG: 'ru_RU.UTF-8', ...env },
  }).ended

/** A data folder with these organisations; `ask` works as the owner of the last. */
async function withOrganisations<T>(
  names: string[],
  work: (ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>) => Promise<T>,
): Promise<{ data: string; made: T }> {
  const data = tempFolder()
  const ports = testPorts(data)
  const backend = await createBackend({ ...ports, ids: { ...ports.ids, secret: () => crypto.randomUUID() } })
  const ask = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const envelope = await backend.call(name, input, OWNER)
    if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code}`)
    return envelope.value as CallOutput<N>
  }
  for (const workspaceName of names)
    await ask('people.addWorkspace', {
      workspaceName,
      userName: 'Ольга',
      password: PASSWORD,
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
    })
  const made = await work(ask)
  await backend.close()
  return { data, made }
}

function tokenFile(token: string, mode = 0o600): string {
  const path = join(tempFolder(), 'token')
  writeFileSync(path, `${token}\n`)
  chmodSync(path, mode)
  return path
}

describe('a command of the owner of the store', () => {
  it('acts as the owner of the one organisation and leaves its trail', async () => {
    const { data } = await withOrganisations(['Лютик'], async () => null)
    const { code, stdout } = await cli(['backup', '--data', data, '--format', 'json'])
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ bytes: expect.any(Number) })])
    const listed = await cli(['restore', '--list', '--data', data, '--format', 'csv'])
    expect(listed.stdout.split('\r\n')).toEqual([
      'backup,at,bytes,reason',
      expect.stringContaining(JSON.parse(stdout).backup),
      '',
    ])
  })

  it('asks which organisation where there are several, and takes one by its name', async () => {
    const { data } = await withOrganisations(['Лютик', 'Ромашка'], async () => null)
    const asked = await cli(['backup', '--data', data])
    expect([asked.code, asked.stdout]).toEqual([2, ''])
    expect(asked.stderr).toContain('--organisation')
    expect((await cli(['backup', '--data', data, '--organisation', ' лютик'])).code).toBe(0)
    expect((await cli(['backup', '--data', data, '--organisation', 'Василёк'])).code).toBe(1)
    expect((await cli(['sync', '--data', data, '--format', 'json'])).stdout).toContain('"synced": 0')
  })

  it('restores a backup only when it is told that it may', async () => {
    const { data } = await withOrganisations(['Лютик'], async () => null)
    const { backup } = JSON.parse((await cli(['backup', '--data', data, '--format', 'json'])).stdout)
    const asked = await cli(['restore', backup, '--data', data])
    expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining('--yes')])
    const done = await cli(['restore', 'latest', '--yes', '--data', data, '--format', 'json'])
    expect([done.code, JSON.parse(done.stdout)]).toEqual([0, { backup }])
    expect((await cli(['restore', 'none', '--yes', '--data', data])).code).toBe(1)
    expect(readdirSync(join(data, 'backups')).some((name) => name.includes('beforeRestore'))).toBe(true)
  })
})

describe('a command with a token', () => {
  it('may do what the token may, and no more', async () => {
    const { data, made } = await withOrganisations(['Лютик', 'Ромашка'], async (ask) => ({
      owner: (await ask('tokens.add', { name: 'Копии', role: 'owner' })).token,
      viewer: (await ask('tokens.add', { name: 'Просмотр', role: 'viewer' })).token,
    }))
    const first = await cli(['restore', '--list', '--data', data, '--token-file', tokenFile(made.owner)])
    // Of the second organisation: the first keeps the backups of the whole store.
    expect(first.code).toBe(0)
    const env = { INFRAZEN_TOKEN_FILE: tokenFile(made.viewer) }
    const refused = await cli(['backup', '--data', data], env)
    expect([refused.code, refused.stdout]).toEqual([77, ''])
    const other = await cli(['reconcile', '--data', data, '--organisation', 'Лютик'], env)
    expect(other.code).toBe(1)
  })

  it.each([
    ['izt_this-is-no-token-of-anybody-at-all', 0o600, 77, 'Ключ доступа не подошёл'],
    ['', 0o600, 2, 'одна непустая строка'],
    ['izt_this-is-no-token-of-anybody-at-all', 0o644, 77, 'могут прочитать другие'],
  ])('is refused with %j in a file of rights %o', async (token, mode, code, said) => {
    const { data } = await withOrganisations(['Лютик'], async () => null)
    const ended = await cli(['backup', '--data', data, '--token-file', tokenFile(token, mode)])
    expect([ended.code, ended.stdout]).toEqual([code, ''])
    expect(ended.stderr).toContain(said)
  })
})
