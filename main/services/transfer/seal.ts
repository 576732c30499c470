import { createCipheriv, createHash, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { GuessCost } from '#main/ports/guess-cost.ts'
import { deriveKey, type Header, MAGIC, nonceOf, PIECE_BYTES, signedText, VERSION } from './header.ts'

type Sealing = { passphrase: string; cost: GuessCost; privateKey: KeyObject; path: string }

/** Writes what it is given, encrypted piece by piece and signed as a whole. Never more than two pieces are in memory. */
export async function sealParcel(source: AsyncIterable<Buffer>, how: Sealing): Promise<{ bytes: number }> {
  const { passphrase, cost, privateKey, path } = how
  const salt = randomBytes(16)
  const { key, check } = await deriveKey(passphrase, { ...cost, salt })
  const header: Header = {
    format: 'infrazen-data',
    ...cost,
    salt: salt.toString('base64'),
    check: check.toString('base64'),
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64'),
  }
  const head = headOf(header)
  const bound = createHash('sha256').update(head).digest()
  const digest = createHash('sha512')
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  const put = async (part: Buffer): Promise<void> => {
    digest.update(part)
    bytes += part.length
    await file.write(part)
  }
  let number = 0
  const piece = async (plain: Buffer, isLast: boolean): Promise<void> => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(bound)
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    const lead = Buffer.alloc(5)
    lead[0] = isLast ? 1 : 0
    lead.writeUInt32BE(sealed.length, 1)
    number += 1
    await put(Buffer.concat([lead, sealed]))
  }
  try {
    await put(head)
    let rest: Buffer = Buffer.alloc(0)
    for await (const chunk of source) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      while (rest.length > PIECE_BYTES) {
        await piece(rest.subarray(0, PIECE_BYTES), false)
        rest = rest.subarray(PIECE_BYTES)
      }
    }
    await piece(rest, true)
    const signature = sign(null, signedText(digest.digest()), privateKey)
    await file.write(signature)
    await file.sync()
    return { bytes: bytes + signature.length }
  } finally {
    key.fill(0)
    await file.close()
  }
}

function headOf(header: Header): Buffer {
  const text = Buffer.from(JSON.stringify(header))
  const lengths = Buffer.alloc(6)
  lengths.writeUInt16BE(VERSION, 0)
  lengths.writeUInt32BE(text.length, 2)
  return Buffer.concat([MAGIC, lengths, text])
}
