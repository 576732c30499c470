import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { fakeKeyring } from '#tests/fakes/keyring.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import {
  addOrganisation,
  endOf,
  type OpenedVault,
  OTHER_PHRASE,
  openVaultIn,
  PHRASE,
  sessionIn,
} from '#tests/support/vault.ts'

const anna = sessionIn('w1')
const NO_KEYRING = 'The name org.freedesktop.secrets was not provided by any .service files'
const SECRETS = { token: 'not-a-real-token', 'app key': 'ключ с "кавычками" и 😀' }
const LONG = { key: 'not-a-real-key-'.repeat(200) }

let folder: string
let keyring: ReturnType<typeof fakeKeyring>
let opened: OpenedVault

beforeEach(async () => {
  folder = tempFolder()
  keyring = fakeKeyring()
  opened = await openVaultIn(folder, keyring)
  addOrganisation(opened.store, { id: 'w1', connections: ['c1', 'c2'] })
})
afterEach(() => opened.close())

/** The program started again over the same folder and keychain. */
async function restart(): Promise<void> {
  opened.close()
  opened = await openVaultIn(folder, keyring)
}
const choose = (kind: 'keychain' | 'passphrase', more: Partial<ParsedInput<'vault.update'>> = {}) =>
  opened.vault.update(anna, { kind, leavesBehind: false, startsOver: false, ...more })
const chooseFile = (passphrase = PHRASE, more: Partial<ParsedInput<'vault.update'>> = {}) =>
  choose('passphrase', { passphrase, ...more })

describe('before anybody has chosen', () => {
  it('the first secret goes to the keychain where there is one, and the person sees where', async () => {
    expect(await opened.vault.getState()).toEqual({
      kind: null,
      isOpen: true,
      keychain: 'ready',
      keychainDetail: null,
      passphrase: 'absent',
      connections: 2,
    })
    await opened.vault.assertOpen()
    await opened.vault.keep('connection/c1', SECRETS)
    expect(await opened.vault.getState()).toMatchObject({ kind: 'keychain', isOpen: true })
    expect([...keyring.kept.keys()]).toEqual(['connection/c1'])
  })

  it('nothing is kept where there is no keychain: somebody has to choose', async () => {
    keyring.say(NO_KEYRING, 'constructor')
    expect(await endOf(opened.vault.assertOpen())).toBe('vault.notChosen')
    expect(await endOf(opened.vault.keep('connection/c1', SECRETS))).toBe('vault.notChosen')
    expect(await opened.vault.getState()).toMatchObject({
      kind: null,
      isOpen: false,
      keychain: 'missing',
      keychainDetail: NO_KEYRING,
    })
    expect(readdirSync(folder)).not.toContain('infrazen.vault')
  })

  it('there is nothing to read and nothing to forget', async () => {
    expect(await opened.vault.read('connection/c1')).toBeNull()
    expect(await endOf(opened.vault.forget('connection/c1'))).toBe('ok')
  })
})

describe.each(['keychain', 'passphrase'] as const)('secrets under %s', (kind) => {
  beforeEach(() => (kind === 'keychain' ? choose(kind) : chooseFile()))

  it('come back as they were, after the program is started again too', async () => {
    await opened.vault.keep('connection/c1', SECRETS)
    await opened.vault.keep('connection/c2', LONG)
    await restart()
    if (kind === 'passphrase') await opened.vault.unlock(anna, PHRASE)
    expect(await opened.vault.read('connection/c1')).toEqual(SECRETS)
    expect(await opened.vault.read('connection/c2')).toEqual(LONG)
  })

  it('are replaced whole and forgotten whole', async () => {
    await opened.vault.keep('connection/c1', LONG)
    await opened.vault.keep('connection/c1', SECRETS)
    expect(await opened.vault.read('connection/c1')).toEqual(SECRETS)
    await opened.vault.forget('connection/c1')
    expect(await opened.vault.read('connection/c1')).toBeNull()
    expect(keyring.kept.size).toBe(0)
  })

  it('are hidden from the log before they are kept and before they are given out', async () => {
    await opened.vault.keep('connection/c1', { token: 'kept/secret' })
    expect(opened.ports.hidden).toContain('kept/secret')
    expect(opened.ports.hidden).toContain('kept%2Fsecret')
    opened.ports.hidden.clear()
    await opened.vault.read('connection/c1')
    expect(opened.ports.hidden).toContain('kept/secret')
  })
})

describe('a keychain that does not answer', () => {
  beforeEach(async () => {
    await choose('keychain')
    await opened.vault.keep('connection/c1', SECRETS)
  })

  it('is told with its own words, and gives the secrets again when it answers', async () => {
    keyring.say('unlock prompt was dismissed')
    const said = 'vault.noKeychain unlock prompt was dismissed'
    expect(await endOf(opened.vault.read('connection/c1'))).toBe(said)
    expect(await endOf(opened.vault.keep('connection/c1', LONG))).toBe(said)
    opened.ports.clock.advance(60_000)
    expect(await endOf(opened.vault.assertOpen())).toBe(said)
    expect(await opened.vault.getState()).toMatchObject({
      kind: 'keychain',
      isOpen: false,
      keychain: 'locked',
    })
    keyring.say(null)
    expect(await endOf(opened.vault.assertOpen())).toBe('ok')
    expect(await opened.vault.read('connection/c1')).toEqual(SECRETS)
  })

  it('is tried out once for all who ask within a few seconds', async () => {
    const asked = async (): Promise<number> => {
      const before = keyring.opened.length
      await Promise.all([opened.vault.getState(), opened.vault.getState(), opened.vault.getState()])
      return keyring.opened.length - before
    }
    opened.ports.clock.advance(11_000)
    // Put, got and removed once.
    expect(await asked()).toBe(3)
    expect(await asked()).toBe(0)
    opened.ports.clock.advance(11_000)
    expect(await asked()).toBe(3)
  })

  it('is left for a file only when the person says so, and its secrets are then to be entered again', async () => {
    keyring.say(NO_KEYRING, 'constructor')
    expect(await endOf(chooseFile())).toBe(`vault.noKeychain ${NO_KEYRING}`)
    expect(await opened.vault.getState()).toMatchObject({ kind: 'keychain' })
    expect(await chooseFile(PHRASE, { leavesBehind: true })).toEqual({ moved: 0 })
    expect(await opened.vault.read('connection/c1')).toBeNull()
    await opened.vault.keep('connection/c1', LONG)
    expect(await opened.vault.read('connection/c1')).toEqual(LONG)
  })
})

describe('a passphrase', () => {
  it('is asked for after each start, and nothing is read or kept before it', async () => {
    await chooseFile()
    await opened.vault.keep('connection/c1', SECRETS)
    await restart()
    expect(await opened.vault.getState()).toMatchObject({
      kind: 'passphrase',
      isOpen: false,
      passphrase: 'locked',
    })
    expect(await endOf(opened.vault.assertOpen())).toBe('vault.locked')
    expect(await endOf(opened.vault.read('connection/c1'))).toBe('vault.locked')
    expect(await endOf(opened.vault.keep('connection/c1', LONG))).toBe('vault.locked')
    expect(await endOf(opened.vault.forget('connection/c1'))).toBe('vault.locked')
    await opened.vault.unlock(anna, PHRASE)
    expect(await opened.vault.read('connection/c1')).toEqual(SECRETS)
    opened.vault.lock(anna)
    expect(await endOf(opened.vault.read('connection/c1'))).toBe('vault.locked')
  })

  it('that is too simple is refused, and no file is made', async () => {
    expect(await endOf(chooseFile('qwerty'))).toBe('vault.weakPassphrase')
    expect(await endOf(choose('passphrase'))).toBe('input.invalid passphrase missing')
    expect(existsSync(`${folder}/infrazen.vault`)).toBe(false)
    expect((await opened.vault.getState()).kind).toBeNull()
  })

  it('is changed by whoever knows it, and the old one opens no more', async () => {
    await chooseFile()
    await opened.vault.keep('connection/c1', SECRETS)
    const change = (currentPassphrase: string, newPassphrase: string) =>
      endOf(opened.vault.updatePassphrase(anna, { currentPassphrase, newPassphrase }))
    expect(await change(OTHER_PHRASE, OTHER_PHRASE)).toBe('vault.wrongPassphrase')
    expect(await change(PHRASE, 'weak')).toBe('vault.weakPassphrase')
    expect(await change(PHRASE, OTHER_PHRASE)).toBe('ok')
    await restart()
    expect(await endOf(opened.vault.unlock(anna, PHRASE))).toBe('vault.wrongPassphrase')
    await opened.vault.unlock(anna, OTHER_PHRASE)
    expect(await opened.vault.read('connection/c1')).toEqual(SECRETS)
  })

  it('that is forgotten ends in a new file; the old one stays under another name', async () => {
    await chooseFile()
    await opened.vault.keep('connection/c1', SECRETS)
    await restart()
    expect(await endOf(chooseFile(OTHER_PHRASE))).toBe('vault.wrongPassphrase')
    expect(await chooseFile(OTHER_PHRASE, { startsOver: true })).toEqual({ moved: 0 })
    expect(await opened.vault.read('connection/c1')).toBeNull()
    await opened.vault.keep('connection/c1', LONG)
    expect(readdirSync(folder)).toContain('infrazen.vault.old-1')
  })

  it('of an open file is never started over by mistake', async () => {
    await chooseFile()
    await opened.vault.keep('connection/c1', SECRETS)
    await chooseFile(OTHER_PHRASE, { startsOver: true })
    expect(await opened.vault.read('connection/c1')).toEqual(SECRETS)
    expect(readdirSync(folder)).not.toContain('infrazen.vault.old-1')
  })

  it('of a file that the store has forgotten opens it again', async () => {
    await chooseFile()
    await opened.vault.keep('connection/c1', SECRETS)
    await restart()
    // As a backup from before the choice would leave it.
    opened.store.transaction((db) =>
      putSetting(db, { scope: 'app', ownerId: 'vault', key: 'kind', value: false }),
    )
    expect(await opened.vault.getState()).toMatchObject({ kind: null, passphrase: 'locked' })
    await chooseFile()
    expect(await opened.vault.read('connection/c1')).toEqual(SECRETS)
  })
})

describe('a file that is damaged or gone', () => {
  beforeEach(async () => {
    await chooseFile()
    await opened.vault.keep('connection/c1', SECRETS)
  })
  const path = (): string => opened.ports.paths.vaultFile

  it('is told with its path and never written over', async () => {
    writeFileSync(path(), 'something else')
    await restart()
    const told = `vault.damaged ${path()}`
    expect(await endOf(opened.vault.read('connection/c1'))).toBe(told)
    expect(await endOf(opened.vault.unlock(anna, PHRASE))).toBe(told)
    expect(await endOf(chooseFile())).toBe(told)
    expect(await endOf(choose('keychain'))).toBe(told)
    expect(await opened.vault.getState()).toMatchObject({ isOpen: false, passphrase: 'damaged' })
    await chooseFile(PHRASE, { startsOver: true })
    await opened.vault.keep('connection/c1', LONG)
    expect(readdirSync(folder)).toContain('infrazen.vault.old-1')
  })

  it('can be left for the keychain', async () => {
    writeFileSync(path(), 'something else')
    expect(await choose('keychain', { leavesBehind: true })).toEqual({ moved: 0 })
    expect(existsSync(path())).toBe(true)
    await opened.vault.keep('connection/c1', LONG)
    expect(await opened.vault.read('connection/c1')).toEqual(LONG)
  })
})

it('what is in the keychain under our name and is not ours is no secret', async () => {
  await choose('keychain')
  for (const text of ['=[]', '="text"', '={"a":1}', '={', 'plain']) {
    keyring.kept.set('connection/c1', text)
    expect(await opened.vault.read('connection/c1')).toBeNull()
  }
})
