import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeKeyring } from '#tests/fakes/keyring.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import {
  addOrganisation,
  endOf,
  type OpenedVault,
  openVaultIn,
  PHRASE,
  sessionIn,
} from '#tests/support/vault.ts'

const anna = sessionIn('w1')
const SECRETS = {
  'connection/c1': { token: 'not-a-real-token' },
  'connection/c2': { key: 'not-a-real-key-'.repeat(300) },
  proxy: { password: 'not-a-real-password' },
}
const names = Object.keys(SECRETS) as (keyof typeof SECRETS)[]

let folder: string
let keyring: ReturnType<typeof fakeKeyring>
let opened: OpenedVault

beforeEach(async () => {
  folder = tempFolder()
  keyring = fakeKeyring()
  opened = await openVaultIn(folder, keyring)
  addOrganisation(opened.store, { id: 'w1', connections: ['c1', 'c2', 'c3'] })
})
afterEach(() => opened.close())

const go = (kind: 'keychain' | 'passphrase') =>
  opened.vault.update(anna, {
    kind,
    leavesBehind: false,
    startsOver: false,
    ...(kind === 'passphrase' ? { passphrase: PHRASE } : {}),
  })
async function keepAll(): Promise<void> {
  for (const name of names) await opened.vault.keep(name, SECRETS[name])
}
async function expectAll(): Promise<void> {
  for (const name of names) expect(await opened.vault.read(name), name).toEqual(SECRETS[name])
}

describe('moving the secrets', () => {
  it('to a file carries all over and leaves nothing in the keychain', async () => {
    await go('keychain')
    await keepAll()
    expect(await go('passphrase')).toEqual({ moved: 3 })
    await expectAll()
    expect(keyring.kept.size).toBe(0)
  })

  it('to the keychain carries all over and removes the file', async () => {
    await go('passphrase')
    await keepAll()
    expect(await go('keychain')).toEqual({ moved: 3 })
    await expectAll()
    expect(existsSync(opened.ports.paths.vaultFile)).toBe(false)
  })

  it('there and back, and twice to the same place, changes nothing', async () => {
    await go('keychain')
    await keepAll()
    for (const kind of ['passphrase', 'passphrase', 'keychain', 'keychain', 'passphrase'] as const) {
      await go(kind)
      await expectAll()
    }
  })

  it('takes along what was kept before the store knew its owner', async () => {
    await go('keychain')
    await opened.vault.keep('connection/not-stored-yet', { token: 'fresh' })
    expect(await go('passphrase')).toEqual({ moved: 1 })
    expect(await opened.vault.read('connection/not-stored-yet')).toEqual({ token: 'fresh' })
  })

  it('does not begin while the old place is locked, and says so', async () => {
    await go('passphrase')
    await keepAll()
    opened.vault.lock(anna)
    expect(await endOf(go('keychain'))).toBe('vault.locked')
    expect(keyring.kept.size).toBe(0)
    expect((await opened.vault.getState()).kind).toBe('passphrase')
  })

  it('that the new place refuses leaves everything where it was', async () => {
    await go('passphrase')
    await keepAll()
    const before = readFileSync(opened.ports.paths.vaultFile)
    // The canary passes, the second secret does not.
    keyring.dieAfter(8)
    expect(await endOf(go('keychain'))).toBe('vault.failed the process is gone')
    keyring.dieAfter(Number.POSITIVE_INFINITY)
    expect(readFileSync(opened.ports.paths.vaultFile).equals(before)).toBe(true)
    await expectAll()
    expect(await go('keychain')).toEqual({ moved: 3 })
    await expectAll()
  })

  it('that could not clear the old place does so later, once the secrets can be read at the new one', async () => {
    await go('keychain')
    await keepAll()
    for (let calls = 0; ; calls += 1) {
      keyring.dieAfter(calls)
      if ((await endOf(go('passphrase'))) === 'ok') break
    }
    const left = keyring.kept.size
    expect(left).toBeGreaterThan(0)
    expect(opened.ports.lines.map(({ event }) => event)).toContain('vault.notCleared')
    keyring.dieAfter(Number.POSITIVE_INFINITY)
    opened.close()
    opened = await openVaultIn(folder, keyring)
    await opened.vault.unlock(anna, PHRASE)
    expect(keyring.kept.size).toBe(left)
    await expectAll()
    expect(keyring.kept.size).toBe(0)
  })
})
