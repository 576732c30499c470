import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  deriveKeys,
  newHead,
  openSealed,
  parseVault,
  sealVault,
} from '#main/adapters/secrets/vault-format.ts'

const QUICK = { n: 2 ** 10, r: 8, p: 1 }
const PHRASE = 'лес река мост окно'
const entries = new Map([
  ['connection/0001', '{"token":"not-a-real-token"}'],
  ['__proto__', '{"token":"no-prototype"}'],
])

async function sealed(phrase = PHRASE) {
  const { key, ...head } = await newHead(phrase, QUICK)
  return { key, head, bytes: sealVault(entries, head, key) }
}

describe('a vault', () => {
  it('is opened by its passphrase and by the parameters that it carries', async () => {
    const { bytes } = await sealed()
    const file = parseVault(bytes)
    if (!file) throw new Error('not a vault')
    const { key, check } = await deriveKeys(PHRASE, file.head)
    expect(check.equals(file.head.check)).toBe(true)
    expect(openSealed(file, key)).toEqual(entries)
  })

  it('takes composed and decomposed letters for the same', async () => {
    const { head } = await sealed('йод ё кошка'.normalize('NFC'))
    const { check } = await deriveKeys('йод ё кошка'.normalize('NFD'), head)
    expect(check.equals(head.check)).toBe(true)
  })

  it('is another file each time, with a nonce of its own', async () => {
    const { key, head, bytes } = await sealed()
    const again = sealVault(entries, head, key)
    const [first, second] = [parseVault(bytes), parseVault(again)]
    expect(first?.nonce.equals(second?.nonce ?? Buffer.alloc(0))).toBe(false)
    expect(first?.sealed.equals(second?.sealed ?? Buffer.alloc(0))).toBe(false)
  })

  it('tells by its size neither how many secrets are in it nor how long they are', async () => {
    const { key, head, bytes } = await sealed()
    expect(sealVault(new Map(), head, key).length).toBe(bytes.length)
    expect(sealVault(new Map([['a', 'x'.repeat(3000)]]), head, key).length).toBe(bytes.length)
  })

  it('is not opened by the key of another passphrase', async () => {
    const { bytes, head } = await sealed()
    const file = parseVault(bytes)
    const { key, check } = await deriveKeys('совсем другая фраза', head)
    expect(check.equals(head.check)).toBe(false)
    expect(file && openSealed(file, key)).toBeNull()
  })

  it('of another version, of doctored cost or cut short is none', async () => {
    const { bytes } = await sealed()
    /** With a digest that fits, as somebody would make it who knows how. */
    const doctored = (at: number, value: number): Buffer => {
      const body = Buffer.from(bytes.subarray(0, -32))
      body[at] = value
      return Buffer.concat([body, createHash('sha256').update(body).digest()])
    }
    expect(parseVault(doctored(9, bytes[9] ?? 0))).not.toBeNull()
    expect(parseVault(doctored(8, 2))).toBeNull()
    for (const [at, value] of [
      [9, 0],
      [9, 21],
      [9, 255],
      [10, 0],
      [11, 0],
    ] as const)
      expect(parseVault(doctored(at, value)), `${at} ${value}`).toBeNull()
    for (const length of [0, 1, 71, 119, bytes.length - 1])
      expect(parseVault(bytes.subarray(0, length)), `${length}`).toBeNull()
    expect(parseVault(Buffer.concat([bytes, Buffer.alloc(1)]))).toBeNull()
  })

  it('says so when its text or its header was changed and the digest made to fit', async () => {
    const { bytes, key } = await sealed()
    // Salt and check lie in the header, which is authenticated with the text.
    for (const at of [12, 27, 28, 59, 60, 71, 72, bytes.length - 49, bytes.length - 33]) {
      const body = Buffer.from(bytes.subarray(0, -32))
      body[at] = (body[at] ?? 0) ^ 1
      const file = parseVault(Buffer.concat([body, createHash('sha256').update(body).digest()]))
      expect(file && openSealed(file, key), `${at}`).toBeNull()
    }
  })
})
