import { createPublicKey, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openPackage, sealPackage } from '#main/services/packages/container.ts'
import { fingerprintOf, makeKeyPair, readPrivateKey, readPublicKey } from '#main/services/packages/keys.ts'
import { AppError } from '#shared/errors/app-error.ts'

const facts = { kind: 'licence', name: 'Лицензия', version: '1', madeAtMs: 1_764_000_000_000 } as const
const content = { holder: 'ООО «Ромашка»', until: '2027-12-31' }
const pair = makeKeyPair(null)
const privateKey = readPrivateKey(pair.privatePem, null)
const publicKey = createPublicKey(privateKey)
const trusted = (fingerprint: string): { publicKey: KeyObject } | null =>
  fingerprint === fingerprintOf(publicKey) ? { publicKey } : null
const whole = sealPackage(facts, content, privateKey)

const codeOf = (bytes: Buffer, keyOf = trusted): string => {
  try {
    openPackage(bytes, keyOf)
    return 'opened'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
const changed = (at: number, to: number): Buffer => {
  const bytes = Buffer.from(whole)
  bytes[at] = to
  return bytes
}

describe('a package', () => {
  it('opens to what was put into it', () => {
    expect(openPackage(whole, trusted)).toEqual({ facts, content, key: { publicKey } })
  })

  it('is refused where it was cut, at any byte', () => {
    for (let end = 0; end < whole.length; end += 1)
      expect(codeOf(whole.subarray(0, end))).toMatch(/^package\.(notAPackage|damaged|badSignature)$/)
  })

  it('is refused where a bit of it is another, at any byte', () => {
    for (let at = 0; at < whole.length; at += 1)
      expect(codeOf(changed(at, (whole[at] ?? 0) ^ 1))).not.toBe('opened')
  })

  it('is refused with something after it', () => {
    expect(codeOf(Buffer.concat([whole, Buffer.from('x')]))).toBe('package.damaged')
  })

  it('says why: no package, a newer one, an unknown key, another signature', () => {
    expect(codeOf(Buffer.from('day,currency,rate\n'))).toBe('package.notAPackage')
    expect(codeOf(changed(7, 2))).toBe('package.newer')
    expect(codeOf(whole, () => null)).toBe('package.unknownKey')
    expect(codeOf(changed(whole.length - 1, (whole.at(-1) ?? 0) ^ 1))).toBe('package.badSignature')
  })
})

describe('a key', () => {
  it('is read from its public half alone', () => {
    expect(readPublicKey(pair.publicPem).fingerprint).toBe(pair.fingerprint)
    for (const pem of [pair.privatePem, 'ssh-ed25519 AAAA', pair.publicPem.slice(0, 60)])
      expect(() => readPublicKey(pem)).toThrowError(expect.objectContaining({ code: 'package.badKey' }))
  })

  it('with a passphrase signs for nobody who lacks it', () => {
    const guarded = makeKeyPair('сирень звонит поезду утром')
    expect(guarded.privatePem).toContain('ENCRYPTED')
    expect(readPrivateKey(guarded.privatePem, 'сирень звонит поезду утром').type).toBe('private')
    for (const passphrase of [null, 'другая'])
      expect(() => readPrivateKey(guarded.privatePem, passphrase)).toThrowError(
        expect.objectContaining({ code: 'package.badPrivateKey' }),
      )
  })
})
