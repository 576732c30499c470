import { createHttp } from '#main/providers/http/http.ts'
import type { AccountContext } from '#main/providers/provider.ts'
import { type Client, createClient } from './client.ts'
import { createLegacy, type Legacy } from './legacy.ts'
import { createSession, type Session } from './session.ts'

type Api = { login: string; session: Session; client: Client; legacy: Legacy }

export const DEFAULT_ADDRESS = 'https://api.beget.com'
const TIMEOUT_MS = 30_000
const PER_MINUTE = 60
/** Waits of a minute for new requests: a sync has time for them, a person who presses a button has not. */
const PATIENCE = 5

/** Both APIs stand on one host and share nothing: each has its own login, its own manners and its own bounds. */
export function openApi(context: AccountContext, signal: AbortSignal, isTest: boolean): Api {
  const { settings, secrets, clock, log } = context
  const base = (settings.address ?? DEFAULT_ADDRESS).trim().replace(/\/+$/, '')
  // Beget's logins are lower case, whatever a person types.
  const login = (settings.login ?? '').trim().toLowerCase()
  // The vault's text of a kept token is none that travels: the token in it is added when it is read.
  const hidden = new Set(
    [secrets.password, secrets.apiPassword, secrets.code].filter((text) => text !== undefined),
  )
  const shared = { ...context, signal, secrets: hidden }
  const policy = { timeoutMs: TIMEOUT_MS, retries: isTest ? 1 : 3 }
  const modern = createHttp(shared, { ...policy, parallel: 4, perMinute: null })
  const hosting = createHttp(shared, { ...policy, parallel: 1, perMinute: PER_MINUTE })
  const hide = (token: string): void => {
    hidden.add(token)
    log.hide(token)
  }
  const session = createSession({ http: modern, base, context, login, hide, isTest })
  return {
    login,
    session,
    client: createClient(modern, base, session),
    legacy: createLegacy({
      http: hosting,
      base,
      login,
      // Accounts that never set one take their own password.
      password: secrets.apiPassword ?? secrets.password ?? '',
      clock,
      signal,
      patience: isTest ? 0 : PATIENCE,
    }),
  }
}
