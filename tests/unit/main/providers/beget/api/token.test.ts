import { describe, expect, it } from 'vitest'
import { passOf, readPass, readToken, writePass } from '#main/providers/beget/api/token.ts'

const NOW = Date.parse('2026-11-20T09:00:00Z')
const HOUR = 3_600_000

function token(payload: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(payload)}.c2ln`
}

describe('the life of a token', () => {
  it('is renewed at four fifths of it', () => {
    const pass = passOf(token({ exp: (NOW + 10 * HOUR) / 1000 }), NOW, NOW)
    expect(pass.renewAtMs).toBe(NOW + 8 * HOUR)
    expect(pass.endsAtMs).toBe(NOW + 10 * HOUR)
  })

  it("is counted by the server's clock, however wrong ours is", () => {
    const serverMs = NOW + 50 * HOUR
    const pass = passOf(token({ exp: (serverMs + HOUR) / 1000 }), NOW, serverMs)
    expect(pass.endsAtMs).toBe(NOW + HOUR)
  })

  it('is counted from its issue where the server tells no time', () => {
    const iat = (NOW - 90 * HOUR) / 1000
    const pass = passOf(token({ iat, exp: iat + 3600 }), NOW, null)
    expect(pass.renewAtMs).toBe(NOW + 0.8 * HOUR)
  })

  it('is not known where the token is none of ours to read', () => {
    for (const strange of ['opaque', 'a.b.c', token('text'), token({ exp: 'soon' }), token({ exp: 5 })])
      expect(passOf(strange, NOW, NOW)).toEqual({ token: strange, renewAtMs: null, endsAtMs: null })
  })
})

describe('what a token tells', () => {
  it("is the customer's number and login, as text", () => {
    const facts = readToken(token({ customerId: 123456, customerLogin: 'ivanov', exp: 1 }))
    expect(facts).toMatchObject({ customerId: '123456', customerLogin: 'ivanov' })
  })

  it('is nothing where it cannot be read', () => {
    expect(readToken('')).toEqual({ customerId: null, customerLogin: null, exp: null, iat: null })
  })
})

describe('a token kept in the vault', () => {
  const pass = { token: token({ customerLogin: 'Ivanov' }), renewAtMs: NOW + HOUR, endsAtMs: NOW + 2 * HOUR }

  it('comes back as it went in', () => {
    expect(readPass(writePass(pass), 'ivanov', NOW)).toEqual(pass)
  })

  it('is worth nothing after its end, for another login, or when it is not ours', () => {
    expect(readPass(writePass(pass), 'ivanov', NOW + 2 * HOUR)).toBeNull()
    expect(readPass(writePass(pass), 'petrov', NOW)).toBeNull()
    for (const text of [undefined, '', '{', '{"token":""}', '"text"'])
      expect(readPass(text, 'ivanov', NOW)).toBeNull()
  })
})
