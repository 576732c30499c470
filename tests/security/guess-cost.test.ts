import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { parseVault } from '#main/adapters/secrets/vault-format.ts'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { connectWebClient, startWebHost } from '#tests/support/web-host.ts'

const PHRASE = 'лес река мост окно'

beforeAll(() => buildStale(createTerminal(process.env)))

// Tests hash with less, so that this one says what the program itself does.
test('in a program as it is started each guess of a password or passphrase takes 128 MB', async () => {
  const folder = tempFolder()
  const host = await startWebHost({ dataFolder: folder })
  const client = await connectWebClient(host)
  const place = { kind: 'passphrase', passphrase: PHRASE, leavesBehind: false, startsOver: false } as const
  await client.value('people.addWorkspace', {
    workspaceName: 'Ромашка',
    userName: 'Анна',
    password: 'Сиреневый-туман-41',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
  })
  await client.value('vault.update', place)
  await host.stop()

  const db = new Database(join(folder, 'infrazen.sqlite'), { readonly: true })
  expect(db.prepare('SELECT password_hash FROM users').pluck().all()).toEqual([
    expect.stringMatching(/^scrypt\$131072\$8\$1\$/),
  ])
  db.close()
  expect(parseVault(readFileSync(join(folder, 'infrazen.vault')))?.head.cost).toEqual({
    n: 2 ** 17,
    r: 8,
    p: 1,
  })
})
