import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { HEAD_BYTES, PIECE_BYTES } from '#main/services/transfer/header.ts'
import { sealParcel } from '#main/services/transfer/seal.ts'
import { unseal } from '#main/services/transfer/unseal.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const { privateKey } = generateKeyPairSync('ed25519')
const cost = { n: 16, r: 1, p: 1 }
const PHRASE = 'сирень звонит поезду утром'
let folder: string

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function made(plain: Buffer, name = 'made.izdata', chunk = 1000): Promise<Buffer> {
  const path = join(folder, name)
  await sealParcel(inChunks(plain, chunk), { passphrase: PHRASE, cost, privateKey, path })
  return readFileSync(path)
}

async function opened(bytes: Buffer, passphrase = PHRASE): Promise<Buffer> {
  const path = join(folder, 'tried.izdata')
  writeFileSync(path, bytes)
  const parts: Buffer[] = []
  const { read } = await unseal({ path, name: 'tried.izdata', isOurs: false }, passphrase)
  for await (const part of read()) parts.push(part)
  return Buffer.concat(parts)
}

const codeOf = (bytes: Buffer, passphrase?: string): Promise<string> =>
  opened(bytes, passphrase).then(
    () => 'opened',
    (error: unknown) => {
      if (error instanceof AppError) return error.code
      throw error
    },
  )

const small = Buffer.from('что было положено')
const large = Buffer.alloc(3 * PIECE_BYTES + 17, 'посылка ')

let whole: Buffer
beforeEach(async () => {
  folder = tempFolder()
  whole = await made(small, 'whole.izdata')
})

describe('a parcel’s file', () => {
  it.each([0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, large.length])(
    'opens to what was put into it: %i bytes',
    async (length) => {
      const plain = large.subarray(0, length)
      expect((await opened(await made(plain, `of-${length}.izdata`, 7001))).equals(plain)).toBe(true)
    },
  )

  it('is never the same twice, and says nothing of what is in it', async () => {
    const again = await made(small, 'again.izdata')
    expect(again.length).toBe(whole.length)
    const head = HEAD_BYTES + whole.readUInt32BE(8)
    expect(again.subarray(head).equals(whole.subarray(head))).toBe(false)
    expect(whole.includes(small)).toBe(false)
  })

  it('is refused where it was cut, at any byte', async () => {
    for (let end = 0; end < whole.length; end += 1)
      expect(await codeOf(whole.subarray(0, end))).toMatch(/^transfer\.(notAParcel|damaged)$/)
  })

  it('is refused where a bit of it is another, at any byte', async () => {
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 4
      expect(await codeOf(bytes), `byte ${at}`).toMatch(/^transfer\./)
    }
  })

  it('tells a wrong phrase from a damaged file', async () => {
    expect(await codeOf(whole, 'другая фраза совсем')).toBe('transfer.wrongPassphrase')
  })

  it('opens by the same letters, however the keyboard has put them together', async () => {
    const path = join(folder, 'composed.izdata')
    const how = { passphrase: 'й ё фраза'.normalize('NFD'), cost, privateKey, path }
    await sealParcel(inChunks(small, 5), how)
    expect((await opened(readFileSync(path), 'й ё фраза'.normalize('NFC'))).equals(small)).toBe(true)
  })

  it('says whose it is', async () => {
    const path = join(folder, 'whole.izdata')
    const { publicKey } = await unseal({ path, name: 'whole.izdata', isOurs: false }, PHRASE)
    expect(publicKey.equals(createPublicKey(privateKey))).toBe(true)
  })
})
