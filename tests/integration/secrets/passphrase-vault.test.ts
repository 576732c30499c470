import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createPassphraseVault } from '#main/adapters/secrets/passphrase-vault.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { asPlainUser } from '#tests/support/as-plain-user.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const QUICK = { n: 2 ** 10, r: 8, p: 1 }
const PHRASE = 'лес река мост окно'
const OTHER = 'сыр перо гора волна'
const NAME = 'connection/0001'
const VALUE = '{"token":"not-a-real-token"}'

let path: string
const open = (file = path) => createPassphraseVault(file, QUICK)

beforeEach(() => {
  path = join(tempFolder(), 'data', 'infrazen.vault')
})

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error === null) return 'ok'
  if (!(error instanceof AppError)) throw error
  return error.code
}

/** A vault with one secret, closed. */
async function made() {
  const vault = open()
  await vault.create(PHRASE)
  await vault.put(NAME, VALUE)
  vault.lock()
  return vault
}

describe('the vault under a passphrase', () => {
  it('is absent, then open, then locked, and opens again in another process’s place', async () => {
    const vault = open()
    expect(vault.state()).toBe('absent')
    await vault.create(PHRASE)
    expect(vault.state()).toBe('open')
    await vault.put(NAME, VALUE)
    expect(await vault.get(NAME)).toBe(VALUE)
    vault.lock()
    expect(vault.state()).toBe('locked')
    const next = open()
    expect(next.state()).toBe('locked')
    expect(await next.unlock(PHRASE)).toBe(true)
    expect(await next.get(NAME)).toBe(VALUE)
  })

  it('gives, takes and removes nothing while it is locked', async () => {
    const vault = await made()
    const before = readFileSync(path)
    for (const work of [vault.get(NAME), vault.put(NAME, 'x'), vault.remove(NAME), vault.rekey(OTHER)])
      expect(await codeOf(work)).toBe('vault.locked')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('does not open by another passphrase, and stays open when one is tried on it', async () => {
    const vault = await made()
    expect(await vault.unlock(OTHER)).toBe(false)
    expect(vault.state()).toBe('locked')
    expect(await vault.unlock(PHRASE)).toBe(true)
    expect(await vault.unlock(OTHER)).toBe(false)
    expect(await vault.get(NAME)).toBe(VALUE)
  })

  it('belongs to its owner alone, with nothing left beside it', async () => {
    await made()
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(path, '..'))).toEqual(['infrazen.vault'])
  })

  it('takes over what a killed writing has left', async () => {
    const vault = await made()
    writeFileSync(join(path, '..', '.infrazen.vault.tmp'), 'half', { mode: 0o666 })
    await vault.unlock(PHRASE)
    await vault.put(NAME, 'new')
    expect(readdirSync(join(path, '..'))).toEqual(['infrazen.vault'])
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('forgets what is removed, and everything with its file', async () => {
    const vault = await made()
    await vault.unlock(PHRASE)
    await vault.put('proxy/1', 'p')
    await vault.remove(NAME)
    await vault.remove('never-there')
    expect([await vault.get(NAME), await vault.get('proxy/1')]).toEqual([null, 'p'])
    await vault.destroy()
    expect([vault.state(), existsSync(path)]).toEqual(['absent', false])
    expect(await codeOf(vault.get('proxy/1'))).toBe('vault.damaged')
  })

  it('keeps its content under another passphrase, and then opens by that alone', async () => {
    const vault = await made()
    await vault.unlock(PHRASE)
    await vault.rekey(OTHER)
    expect(await vault.get(NAME)).toBe(VALUE)
    const next = open()
    expect(await next.unlock(PHRASE)).toBe(false)
    expect(await next.unlock(OTHER)).toBe(true)
    expect(await next.get(NAME)).toBe(VALUE)
  })

  it('locked while the passphrase changes loses nothing and stays locked', async () => {
    const vault = await made()
    await vault.unlock(PHRASE)
    const change = codeOf(vault.rekey(OTHER))
    vault.lock()
    const phrase = (await change) === 'ok' ? OTHER : PHRASE
    expect(vault.state()).toBe('locked')
    const next = open()
    expect(await next.unlock(phrase)).toBe(true)
    expect(await next.get(NAME)).toBe(VALUE)
  })

  it('sets an older file aside when it is made anew, and never writes over it', async () => {
    const vault = await made()
    const before = readFileSync(path)
    await vault.create(OTHER)
    await vault.create(OTHER)
    expect(readdirSync(join(path, '..')).sort()).toEqual([
      'infrazen.vault',
      'infrazen.vault.old-1',
      'infrazen.vault.old-2',
    ])
    expect(readFileSync(`${path}.old-1`).equals(before)).toBe(true)
    expect(await vault.get(NAME)).toBeNull()
    const old = open(`${path}.old-1`)
    expect(await old.unlock(PHRASE)).toBe(true)
    expect(await old.get(NAME)).toBe(VALUE)
  })

  it('does many things at once as if they came one by one', async () => {
    const vault = open()
    await vault.create(PHRASE)
    const names = Array.from({ length: 20 }, (_, i) => `connection/${i}`)
    await Promise.all(names.map((name) => vault.put(name, name)))
    await Promise.all(names.slice(10).map((name) => vault.remove(name)))
    expect(await Promise.all(names.map((name) => vault.get(name)))).toEqual(
      names.map((name, i) => (i < 10 ? name : null)),
    )
  })
})

describe('a file that is not a whole vault', () => {
  it('is damaged with any of its bytes changed, and is left as it is', async () => {
    await made()
    const whole = readFileSync(path)
    const places = new Set([...Array(128).keys(), whole.length - 1, whole.length - 33])
    for (let at = 128; at < whole.length; at += 97) places.add(at)
    for (const at of places) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x40
      writeFileSync(path, changed)
      const vault = open()
      expect(vault.state(), `byte ${at}`).toBe('damaged')
      expect(await codeOf(vault.unlock(PHRASE))).toBe('vault.damaged')
      expect(readFileSync(path).equals(changed)).toBe(true)
    }
  })

  it.each([0, 1, 100, 4000])('is damaged when it ends after %d bytes', async (length) => {
    await made()
    writeFileSync(path, readFileSync(path).subarray(0, length))
    expect(open().state()).toBe('damaged')
  })

  it('is damaged for whom it was open, too, and nothing is written over it', async () => {
    const vault = open()
    await vault.create(PHRASE)
    await vault.put(NAME, VALUE)
    writeFileSync(path, 'something else')
    expect(vault.state()).toBe('damaged')
    expect(await codeOf(vault.put(NAME, 'x'))).toBe('vault.damaged')
    expect(readFileSync(path, 'utf8')).toBe('something else')
  })

  it('that was put there by hand has to be opened by its own passphrase', async () => {
    const vault = open()
    await vault.create(PHRASE)
    const other = open(join(path, '..', 'other.vault'))
    await other.create(OTHER)
    writeFileSync(path, readFileSync(join(path, '..', 'other.vault')))
    expect(vault.state()).toBe('locked')
    expect(await vault.unlock(OTHER)).toBe(true)
  })
})

describe('a disk that refuses', () => {
  it('is told with the system’s reason, and what was there stays', async () => {
    const vault = await made()
    await vault.unlock(PHRASE)
    const folder = join(path, '..')
    chmodSync(folder, 0o500)
    const code = await asPlainUser([join(folder, '..'), folder, path], () => codeOf(vault.put(NAME, 'new')))
    chmodSync(folder, 0o700)
    expect(code).toBe('vault.failed')
    expect(await vault.get(NAME)).toBe(VALUE)
  })
})
