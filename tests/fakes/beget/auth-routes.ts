import type { FakeAnswer, FakeRequest, FakeRoute } from '../fault-routes.ts'
import type { Json } from './fake-list.ts'
import type { BegetState } from './state.ts'
import type { Tokens } from './tokens.ts'

const refused = (error: string): FakeAnswer => ({ json: { error } })

/** Whatever comes of it, the status is 200. */
function logIn({ account }: BegetState, tokens: Tokens, request: FakeRequest): FakeAnswer {
  const { login, password, code } = JSON.parse(request.body) as Json
  if (account.loginError !== null) return refused(account.loginError)
  if (login === '') return refused('EMPTY_LOGIN')
  if (password === '') return refused('EMPTY_PASSWORD')
  if (login !== account.login || password !== account.password) return refused('INCORRECT_CREDENTIALS')
  if (account.twoFactor !== null) {
    if (typeof code !== 'string' || code === '') return refused(account.twoFactor.word)
    if (code !== account.twoFactor.code) return refused('INCORRECT_CODE')
    // One-time: the next login needs another.
    account.twoFactor = { ...account.twoFactor, code: `${account.twoFactor.code}-spent` }
  }
  return { json: { token: tokens.make() } }
}

export function authRoutes(state: BegetState, tokens: Tokens): FakeRoute[] {
  return [
    { pattern: 'POST /v1/auth', handle: (request) => logIn(state, tokens, request) },
    {
      pattern: 'POST /v1/auth/refresh',
      handle({ headers }) {
        const { refreshError } = state.account
        if (refreshError !== null) return refused(refreshError)
        if (!tokens.isGood(headers.authorization)) return refused('TOKEN_REVOKED')
        tokens.revoke(headers.authorization)
        return { json: { token: tokens.make() } }
      },
    },
  ]
}
