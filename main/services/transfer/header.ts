import {
  createPublicKey,
  hkdfSync,
  type KeyObject,
  type ScryptOptions,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { z } from 'zod'
import type { GuessCost } from '#main/ports/guess-cost.ts'
import { AppError } from '#shared/errors/app-error.ts'

/*
 * A parcel (`.izdata`), in this order: `IZDATA`; the format's version (2 bytes, high first); the header's length
 * (4 bytes); the header, JSON; pieces; an Ed25519 signature (64 bytes) over the SHA-512 of all before it. A piece is a
 * byte that says whether it is the last, its length (4 bytes), and AES-256-GCM of that many bytes with its tag. Its
 * number and whether it is the last are its nonce, the SHA-256 of the header is authenticated with it: a piece cannot be
 * left out, moved, or taken to another parcel. Unpacked (gzip), pieces make up records (records.ts).
 */
export const MAGIC = Buffer.from('IZDATA')
export const VERSION = 1
export const HEAD_BYTES = MAGIC.length + 2 + 4
export const MOST_HEADER_BYTES = 4096
export const PIECE_BYTES = 64 * 1024
export const TAG_BYTES = 16
export const SIGNATURE_BYTES = 64

/** What a doctored parcel may make us spend, at most. */
const MOST_N = 2 ** 18

const base64 = (bytes: number) =>
  z
    .string()
    .max(200)
    .refine((text) => Buffer.from(text, 'base64').length === bytes)

const header = z
  .object({
    format: z.literal('infrazen-data'),
    n: z
      .int()
      .min(2 ** 4)
      .max(MOST_N)
      .refine((n) => Number.isInteger(Math.log2(n))),
    r: z.int().min(1).max(8),
    p: z.int().min(1).max(4),
    salt: base64(16),
    check: base64(32),
    publicKey: base64(44),
  })
  .strict()
export type Header = z.infer<typeof header>

export function readHeader(bytes: Buffer): { said: Header; publicKey: KeyObject } {
  const said = header.safeParse(parse(bytes))
  if (!said.success) throw new AppError('transfer.damaged')
  return { said: said.data, publicKey: keyFrom(said.data.publicKey) }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString()) as unknown
  } catch {
    return null
  }
}

function keyFrom(text: string): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below.
  }
  throw new AppError('transfer.damaged')
}

/** The same characters typed on another system may arrive composed differently. */
export async function deriveKey(
  passphrase: string,
  { n, r, p, salt }: GuessCost & { salt: Buffer },
): Promise<{ key: Buffer; check: Buffer }> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 128 * r * (n + p) + 2 ** 20 }
  const master = await new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
  const part = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master, '', `infrazen parcel ${use}`, 32))
  const keys = { key: part('key'), check: part('check') }
  master.fill(0)
  return keys
}

export const isSameCheck = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

/** Of the piece's own number: no two pieces of a parcel share one, and each parcel has a key of its own. */
export function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(number), 3)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** What is signed: the digest of all before the signature, and what for. */
export const signedText = (digest: Buffer): Buffer =>
  Buffer.concat([Buffer.from('InfraZen parcel 1\n'), digest])
