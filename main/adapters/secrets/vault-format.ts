import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  type ScryptOptions,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import type { GuessCost } from '#main/ports/guess-cost.ts'

/** What tells one passphrase from another without opening anything: its cost, its salt, and the key's own check. */
export type VaultHead = { cost: GuessCost; salt: Buffer; check: Buffer }
export type VaultFile = { head: VaultHead; header: Buffer; nonce: Buffer; sealed: Buffer; tag: Buffer }
type VaultKeys = { key: Buffer; check: Buffer }

/*
 * The file: `InfraZen`, version, log2 of N, r, p (one byte each), salt 16, check 32, nonce 12; the sealed text; its
 * tag 16; SHA-256 of all before it. The header is authenticated with the text. The digest is no protection from a
 * person: it tells a damaged file from a wrong passphrase before anybody has typed one.
 */
const MAGIC = Buffer.from('InfraZen')
const VERSION = 1
const SALT = 16
const KEY = 32
const NONCE = 12
const TAG = 16
const DIGEST = 32
const HEADER = MAGIC.length + 4 + SALT + KEY + NONCE
/** Lengths are rounded up to this, so that the file's size tells little of what is in it. */
const BLOCK = 4096
/** What a doctored file may make us spend, at most. */
const MAX_LOG_N = 20
const CIPHER = 'aes-256-gcm'

const digestOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

/** Null for whatever is not a whole vault of this version. */
export function parseVault(bytes: Buffer): VaultFile | null {
  if (bytes.length < HEADER + TAG + DIGEST) return null
  const body = bytes.subarray(0, -DIGEST)
  if (!digestOf(body).equals(bytes.subarray(-DIGEST))) return null
  const [version = 0, logN = 0, r = 0, p = 0] = body.subarray(MAGIC.length, MAGIC.length + 4)
  if (!body.subarray(0, MAGIC.length).equals(MAGIC) || version !== VERSION) return null
  const cost = { n: 2 ** logN, r, p }
  if (logN < 1 || logN > MAX_LOG_N || r < 1 || p < 1 || cost.n * r * p > 2 ** MAX_LOG_N * 8) return null
  const salt = body.subarray(MAGIC.length + 4, MAGIC.length + 4 + SALT)
  const check = body.subarray(HEADER - NONCE - KEY, HEADER - NONCE)
  return {
    head: { cost, salt, check },
    header: body.subarray(0, HEADER),
    nonce: body.subarray(HEADER - NONCE, HEADER),
    sealed: body.subarray(HEADER, -TAG),
    tag: body.subarray(-TAG),
  }
}

export async function newHead(passphrase: string, cost: GuessCost): Promise<VaultHead & { key: Buffer }> {
  const salt = randomBytes(SALT)
  return { cost, salt, ...(await deriveKeys(passphrase, { cost, salt })) }
}

/** The same characters typed on another system may arrive composed differently. */
export async function deriveKeys(
  passphrase: string,
  { cost, salt }: Pick<VaultHead, 'cost' | 'salt'>,
): Promise<VaultKeys> {
  const { n, r, p } = cost
  const options: ScryptOptions = { N: n, r, p, maxmem: 128 * r * (n + p) + 2 ** 20 }
  const master = await new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
  const part = (use: string): Buffer => Buffer.from(hkdfSync('sha256', master, '', `infrazen ${use}`, KEY))
  const keys = { key: part('key'), check: part('check') }
  master.fill(0)
  return keys
}

export const isSameCheck = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

/** Names are sealed with their values. Every sealing has a nonce of its own. */
export function sealVault(entries: ReadonlyMap<string, string>, head: VaultHead, key: Buffer): Buffer {
  const { n, r, p } = head.cost
  const nonce = randomBytes(NONCE)
  const header = Buffer.concat([
    MAGIC,
    Buffer.from([VERSION, Math.log2(n), r, p]),
    head.salt,
    head.check,
    nonce,
  ])
  const text = Buffer.from(JSON.stringify([...entries]))
  const padded = Buffer.alloc(Math.ceil((text.length + 1) / BLOCK) * BLOCK, ' ')
  text.copy(padded)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(header)
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()])
  text.fill(0)
  padded.fill(0)
  const body = Buffer.concat([header, sealed, cipher.getAuthTag()])
  return Buffer.concat([body, digestOf(body)])
}

/** Null when the file is not what was sealed with this key, in any byte. */
export function openSealed(file: VaultFile, key: Buffer): Map<string, string> | null {
  const decipher = createDecipheriv(CIPHER, key, file.nonce, { authTagLength: TAG })
  decipher.setAAD(file.header)
  decipher.setAuthTag(file.tag)
  const text = decipher.update(file.sealed)
  try {
    decipher.final()
    return new Map(JSON.parse(text.toString()) as [string, string][])
  } catch {
    return null
  } finally {
    text.fill(0)
  }
}
