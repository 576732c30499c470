import { constants, readFileSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { GuessCost } from '#main/ports/guess-cost.ts'
import type { PassphraseVault } from '#main/ports/secrets.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { oneAtATime } from '#shared/lib/one-at-a-time.ts'
import { makeFolder } from '../make-folder.ts'
import { syncFolder, writeWhole } from '../write-whole.ts'
import {
  deriveKeys,
  isSameCheck,
  newHead,
  openSealed,
  parseVault,
  sealVault,
  type VaultFile,
  type VaultHead,
} from './vault-format.ts'

type Held = VaultHead & { key: Buffer }
type Entries = Map<string, string>

/**
 * The file is read and opened anew for each question: only the key stays in memory, and only until it is locked.
 * Whatever needs the key is done without waiting in between, so that locking cannot change it halfway.
 */
export function createPassphraseVault(path: string, cost: GuessCost): PassphraseVault {
  const inTurn = oneAtATime()
  let held: Held | null = null

  const damaged = (): AppError => new AppError('vault.damaged', { path })

  function load(): VaultFile | 'absent' | 'damaged' {
    try {
      return parseVault(readFileSync(path)) ?? 'damaged'
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? 'absent' : 'damaged'
    }
  }

  function loadWhole(): VaultFile {
    const file = load()
    if (typeof file === 'string') throw damaged()
    return file
  }

  /** A file that was put there meanwhile by hand has another salt: it has to be opened by its own passphrase. */
  const fits = (file: VaultFile): boolean => held?.salt.equals(file.head.salt) ?? false

  function open(): { held: Held; entries: Entries } {
    const file = loadWhole()
    if (!held || !fits(file)) throw new AppError('vault.locked')
    const entries = openSealed(file, held.key)
    if (!entries) throw damaged()
    return { held, entries }
  }

  function lock(): void {
    held?.key.fill(0)
    held = null
  }

  function hold(next: Held): void {
    lock()
    held = next
  }

  async function write(bytes: Buffer): Promise<void> {
    try {
      makeFolder(dirname(path))
      const draft = join(dirname(path), `.${basename(path)}.tmp`)
      await writeWhole(path, bytes, { mode: 0o600, draft })
      await syncFolder(dirname(path))
    } catch (error) {
      throw new AppError('vault.failed', { detail: codeOf(error) }, { cause: error })
    }
    if (!readFileSync(path).equals(bytes)) throw damaged()
  }

  /** Nothing replaces the file that could not be opened again. */
  function seal(entries: Entries, { key, ...head }: Held): Buffer {
    const bytes = sealVault(entries, head, key)
    const file = parseVault(bytes)
    if (!file || !openSealed(file, key)) throw new Error('a vault was sealed that does not open')
    return bytes
  }

  async function setAside(): Promise<void> {
    for (let number = 1; ; number += 1) {
      try {
        await copyFile(path, `${path}.old-${number}`, constants.COPYFILE_EXCL)
        return
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return
        if (codeOf(error) !== 'EEXIST')
          throw new AppError('vault.failed', { detail: codeOf(error) }, { cause: error })
      }
    }
  }

  return {
    state() {
      const file = load()
      if (typeof file === 'string') return file
      return fits(file) ? 'open' : 'locked'
    },
    lock,
    create: (passphrase) =>
      inTurn(async () => {
        const next = await newHead(passphrase, cost)
        await setAside()
        await write(seal(new Map(), next))
        hold(next)
      }),
    unlock: (passphrase) =>
      inTurn(async () => {
        const file = loadWhole()
        const { head } = file
        const { key, check } = await deriveKeys(passphrase, head)
        if (!isSameCheck(check, head.check)) {
          key.fill(0)
          return false
        }
        if (!openSealed(file, key)) {
          key.fill(0)
          throw damaged()
        }
        hold({ ...head, key })
        return true
      }),
    rekey: (passphrase) =>
      inTurn(async () => {
        open()
        const next = await newHead(passphrase, cost)
        await write(seal(open().entries, next))
        // Locked while it was being written: the new passphrase is asked for like the old one.
        if (held) hold(next)
        else next.key.fill(0)
      }),
    destroy: () =>
      inTurn(async () => {
        lock()
        await rm(path, { force: true })
      }),
    get: (name) => inTurn(async () => open().entries.get(name) ?? null),
    put: (name, value) =>
      inTurn(async () => {
        const { held: now, entries } = open()
        await write(seal(entries.set(name, value), now))
      }),
    remove: (name) =>
      inTurn(async () => {
        const { held: now, entries } = open()
        if (entries.delete(name)) await write(seal(entries, now))
      }),
  }
}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? 'EIO')
