import { createDecipheriv, createHash, type Hash, type KeyObject, verify } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { GivenFile } from '#main/ports/inbox.ts'
import { AppError } from '#shared/errors/app-error.ts'
import {
  deriveKey,
  HEAD_BYTES,
  isSameCheck,
  MAGIC,
  MOST_HEADER_BYTES,
  nonceOf,
  PIECE_BYTES,
  readHeader,
  SIGNATURE_BYTES,
  signedText,
  TAG_BYTES,
  VERSION,
} from './header.ts'

/** A parcel that its passphrase opens. Each reading checks it whole again; who breaks off early has checked nothing. */
export type Unsealed = { publicKey: KeyObject; read(): AsyncGenerator<Buffer> }

const damaged = (): AppError => new AppError('transfer.damaged')

export async function unseal({ path, name }: GivenFile, passphrase: string): Promise<Unsealed> {
  const head = await withFile(path, name, readHead)
  const { said, publicKey } = readHeader(head.subarray(HEAD_BYTES))
  const { key, check } = await deriveKey(passphrase, { ...said, salt: Buffer.from(said.salt, 'base64') })
  if (!isSameCheck(check, Buffer.from(said.check, 'base64'))) throw new AppError('transfer.wrongPassphrase')
  return { publicKey, read: () => readPieces({ path, name }, { head, key, publicKey }) }
}

async function readHead(file: FileHandle): Promise<Buffer> {
  const lead = await upTo(file, HEAD_BYTES)
  if (!lead.subarray(0, MAGIC.length).equals(MAGIC)) throw new AppError('transfer.notAParcel')
  if (lead.length < HEAD_BYTES) throw damaged()
  if (lead.readUInt16BE(MAGIC.length) > VERSION) throw new AppError('transfer.newer')
  const length = lead.readUInt32BE(MAGIC.length + 2)
  if (length > MOST_HEADER_BYTES) throw damaged()
  return Buffer.concat([lead, await whole(file, length)])
}

type Opened = { head: Buffer; key: Buffer; publicKey: KeyObject }

/** What was read before the end is told of as it comes: whoever uses it waits for the end before it counts. */
async function* readPieces(
  { path, name }: Pick<GivenFile, 'path' | 'name'>,
  { head, key, publicKey }: Opened,
): AsyncGenerator<Buffer> {
  const file = await openFile(path, name)
  try {
    const digest = createHash('sha512')
    const again = await whole(file, head.length)
    // Another file in its place since the passphrase was tried.
    if (!again.equals(head)) throw damaged()
    digest.update(again)
    const bound = createHash('sha256').update(head).digest()
    for (let number = 0, isLast = false; !isLast; number += 1) {
      const piece = await readPiece(file, digest)
      isLast = piece.isLast
      yield openPiece(piece.sealed, { key, bound, nonce: nonceOf(number, isLast) })
    }
    const signature = await whole(file, SIGNATURE_BYTES)
    if ((await upTo(file, 1)).length > 0) throw damaged()
    if (!verify(null, signedText(digest.digest()), publicKey, signature)) throw damaged()
  } finally {
    await file.close()
  }
}

async function readPiece(file: FileHandle, digest: Hash): Promise<{ sealed: Buffer; isLast: boolean }> {
  const lead = await whole(file, 5)
  const length = lead.readUInt32BE(1)
  if ((lead[0] ?? 2) > 1 || length < TAG_BYTES || length > PIECE_BYTES + TAG_BYTES) throw damaged()
  const sealed = await whole(file, length)
  digest.update(lead).update(sealed)
  return { sealed, isLast: lead[0] === 1 }
}

function openPiece(sealed: Buffer, of: { key: Buffer; bound: Buffer; nonce: Buffer }): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', of.key, of.nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(of.bound).setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    throw damaged()
  }
}

async function withFile<T>(path: string, name: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await openFile(path, name)
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}

const openFile = (path: string, name: string): Promise<FileHandle> =>
  open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new AppError(error.code === 'ENOENT' ? 'import.fileGone' : 'import.notReadable', { name })
  })

async function whole(file: FileHandle, length: number): Promise<Buffer> {
  const bytes = await upTo(file, length)
  if (bytes.length < length) throw damaged()
  return bytes
}

async function upTo(file: FileHandle, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
