import type { BegetState } from './state.ts'

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Tokens that look like Beget's, live as long as the account says, and can all be taken back. */
export function createTokens(state: BegetState, nowMs: () => number) {
  const alive = new Map<string, number>()
  let made = 0
  return {
    make(): string {
      made += 1
      const { customerId, login, tokenLifeMs, hasIssueTime } = state.account
      const endsAtMs = nowMs() + tokenLifeMs
      const payload = {
        customerId,
        customerLogin: login,
        env: 'web',
        ip: '127.0.0.1',
        exp: Math.floor(endsAtMs / 1000),
        ...(hasIssueTime ? { iat: Math.floor(nowMs() / 1000) } : {}),
      }
      const signature = Buffer.from(`not-a-real-signature-${made}`).toString('base64url')
      const token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}.${signature}`
      alive.set(token, endsAtMs)
      return token
    },
    isGood(authorization: string | undefined): boolean {
      const endsAtMs = alive.get(authorization?.replace(/^Bearer /, '') ?? '')
      return endsAtMs !== undefined && endsAtMs > nowMs()
    },
    revoke(authorization: string | undefined): void {
      alive.delete(authorization?.replace(/^Bearer /, '') ?? '')
    },
    revokeAll: () => alive.clear(),
    made: () => made,
  }
}

export type Tokens = ReturnType<typeof createTokens>
