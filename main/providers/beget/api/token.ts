import { z } from 'zod'
import { looseNumber, looseText } from '#main/providers/http/tolerant.ts'

/** A token of the new API with the times of this machine's clock at which it is renewed and at which it ends. */
export type Pass = { token: string; renewAtMs: number | null; endsAtMs: number | null }

const payload = z.object({
  customerId: looseText(),
  customerLogin: looseText(),
  exp: looseNumber(),
  iat: looseNumber(),
})
export type TokenFacts = z.output<typeof payload>

const NO_FACTS: TokenFacts = { customerId: null, customerLogin: null, exp: null, iat: null }

/** What the token says of itself. It is not checked: it comes from the host that it goes back to. */
export function readToken(token: string): TokenFacts {
  try {
    const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
    return payload.safeParse(JSON.parse(text)).data ?? NO_FACTS
  } catch {
    return NO_FACTS
  }
}

const RENEW_AFTER = 0.8
const MS = 1000

/**
 * The life of a token is told by the server's clock and spent by ours, which may be hours apart: what counts is how
 * long it lives, from the moment that it came.
 */
export function passOf(token: string, nowMs: number, serverMs: number | null): Pass {
  const { exp, iat } = readToken(token)
  if (exp === null) return { token, renewAtMs: null, endsAtMs: null }
  const bornMs = serverMs ?? (iat === null ? nowMs : iat * MS)
  const livesMs = exp * MS - bornMs
  if (!(livesMs > 0)) return { token, renewAtMs: null, endsAtMs: null }
  return { token, renewAtMs: nowMs + Math.floor(livesMs * RENEW_AFTER), endsAtMs: nowMs + livesMs }
}

const kept = z.object({
  token: z.string().min(1),
  renewAtMs: z.number().nullable(),
  endsAtMs: z.number().nullable(),
})

export const writePass = (pass: Pass): string => JSON.stringify(pass)

/** What an earlier run kept, as long as it is alive and this login's own. */
export function readPass(text: string | undefined, login: string, nowMs: number): Pass | null {
  if (text === undefined) return null
  try {
    const pass = kept.parse(JSON.parse(text))
    const owner = readToken(pass.token).customerLogin
    if (owner !== null && owner.toLowerCase() !== login) return null
    return pass.endsAtMs !== null && pass.endsAtMs <= nowMs ? null : pass
  } catch {
    return null
  }
}
