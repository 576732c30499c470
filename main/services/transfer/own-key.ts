import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '#shared/errors/app-error.ts'
import { fingerprintOf } from '../packages/keys.ts'

/** What this installation signs its parcels with: made when it is needed first, never shown, never replaced. */
export function createOwnKey(path: string) {
  function read(): KeyObject | null {
    let pem: string
    try {
      pem = readFileSync(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw new AppError('transfer.badOwnKey', { path }, { cause: error })
    }
    try {
      const key = createPrivateKey(pem)
      if (key.asymmetricKeyType === 'ed25519') return key
    } catch {
      // Said below: a key that others know may not quietly become another one.
    }
    throw new AppError('transfer.badOwnKey', { path })
  }

  function make(): KeyObject {
    const { privateKey } = generateKeyPairSync('ed25519')
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const file = openSync(path, 'wx', 0o600)
    try {
      writeSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return privateKey
  }

  return {
    /** Made when there is none. */
    get: (): KeyObject => read() ?? make(),
    /** Null before the first parcel. */
    fingerprint(): string | null {
      const key = read()
      return key && fingerprintOf(createPublicKey(key))
    },
  }
}
