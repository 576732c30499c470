import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { packageKinds } from '#shared/contract/packages.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { fingerprintOf } from './keys.ts'

/*
 * A package (`.izpack`), in this order: `IZPACK`; the format's version (2 bytes, high first); the header's length
 * (4 bytes); the header, JSON in UTF-8; the content, JSON in UTF-8; an Ed25519 signature (64 bytes) over all before it.
 * The header says how long the content is and what its SHA-256 comes to, and who has signed. Nothing is packed: a
 * package is as large as it looks.
 */
const MAGIC = Buffer.from('IZPACK')
const VERSION = 1
const HEAD_BYTES = MAGIC.length + 2 + 4
const SIGNATURE_BYTES = 64
const MOST_HEADER_BYTES = 16 * 1024
export const MOST_PACKAGE_BYTES = 32 * 1024 * 1024

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/\p{Cc}/u.test(text))

const header = z
  .object({
    format: z.literal('infrazen-package'),
    kind: z.enum(packageKinds),
    name: line(100),
    version: line(40),
    madeAtMs: z.int().min(0).max(8_640_000_000_000_000),
    contentBytes: z.int().min(0).max(MOST_PACKAGE_BYTES),
    contentSha256: z.string().regex(/^[\da-f]{64}$/),
    key: z.string().min(1).max(100),
  })
  .strict()
type Header = z.infer<typeof header>

export type PackageFacts = Pick<Header, 'kind' | 'name' | 'version' | 'madeAtMs'>

export function sealPackage(facts: PackageFacts, content: unknown, privateKey: KeyObject): Buffer {
  const body = Buffer.from(JSON.stringify(content))
  const said: Header = {
    format: 'infrazen-package',
    ...facts,
    contentBytes: body.length,
    contentSha256: sha256(body),
    key: fingerprintOf(createPublicKey(privateKey)),
  }
  const head = Buffer.from(JSON.stringify(header.parse(said)))
  const lengths = Buffer.alloc(6)
  lengths.writeUInt16BE(VERSION, 0)
  lengths.writeUInt32BE(head.length, 2)
  const signed = Buffer.concat([MAGIC, lengths, head, body])
  return Buffer.concat([signed, sign(null, signed, privateKey)])
}

/** Nothing of it is believed before the signature is: `keyOf` says whose key a fingerprint is. */
export function openPackage<K extends { publicKey: KeyObject }>(
  bytes: Buffer,
  keyOf: (fingerprint: string) => K | null,
): { facts: PackageFacts; content: unknown; key: K } {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new AppError('package.notAPackage')
  if (bytes.length < HEAD_BYTES) throw new AppError('package.damaged')
  if (bytes.readUInt16BE(MAGIC.length) > VERSION) throw new AppError('package.newer')
  const headLength = bytes.readUInt32BE(MAGIC.length + 2)
  if (headLength > MOST_HEADER_BYTES || HEAD_BYTES + headLength + SIGNATURE_BYTES > bytes.length)
    throw new AppError('package.damaged')
  const said = header.safeParse(parse(bytes.subarray(HEAD_BYTES, HEAD_BYTES + headLength)))
  if (!said.success) throw new AppError('package.damaged')
  const { kind, name, version, madeAtMs, contentBytes, contentSha256, key: fingerprint } = said.data
  const signed = bytes.subarray(0, -SIGNATURE_BYTES)
  const body = signed.subarray(HEAD_BYTES + headLength)
  if (body.length !== contentBytes || sha256(body) !== contentSha256) throw new AppError('package.damaged')
  const key = keyOf(fingerprint)
  if (!key) throw new AppError('package.unknownKey', { fingerprint: fingerprint.slice(0, 80) })
  if (!verify(null, signed, key.publicKey, bytes.subarray(-SIGNATURE_BYTES)))
    throw new AppError('package.badSignature')
  return { facts: { kind, name, version, madeAtMs }, content: parse(body), key }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Undefined for what is no JSON: no schema takes it. */
function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}
