import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { inGroups } from '#main/core/packages/fingerprint.ts'
import { AppError } from '#shared/errors/app-error.ts'

const PRIVATE = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

/** Of the key itself, in whatever wrapping it came. */
export const fingerprintOf = (key: KeyObject): string =>
  inGroups(
    createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  )

/** A public key and nothing else: from a private one Node would take the public half without a word. */
export function readPublicKey(pem: string): { publicKey: KeyObject; pem: string; fingerprint: string } {
  if (PRIVATE.test(pem)) throw new AppError('package.badKey')
  const publicKey = attempt(() => createPublicKey({ key: pem.trim(), format: 'pem' }))
  if (publicKey?.asymmetricKeyType !== 'ed25519') throw new AppError('package.badKey')
  return {
    publicKey,
    pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
  }
}

/** The signer's half. A wrong passphrase and a file of another kind look the same from here. */
export function readPrivateKey(pem: string, passphrase: string | null): KeyObject {
  const options = { key: pem, format: 'pem', ...(passphrase === null ? {} : { passphrase }) } as const
  const privateKey = attempt(() => createPrivateKey(options))
  if (privateKey?.asymmetricKeyType !== 'ed25519') throw new AppError('package.badPrivateKey')
  return privateKey
}

/** With a passphrase the private half is of no use to whoever only has the file. */
export function makeKeyPair(passphrase: string | null): {
  privatePem: string
  publicPem: string
  fingerprint: string
} {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const guard = passphrase === null ? {} : { cipher: 'aes-256-cbc', passphrase }
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem', ...guard }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
  }
}

function attempt<T>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null
  }
}
