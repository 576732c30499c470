import { createHttp } from '#main/providers/http/http.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { AccountContext } from '../provider.ts'
import { createAuth } from './auth.ts'
import { createClient } from './client.ts'
import { readSettings } from './settings.ts'

/** Statistics are slow and heavy: one at a time, and as big as a day of a hundred thousand resources. */
const BILL = { timeoutMs: 30_000, parallel: 2, perMinute: null, retries: 3, maxBytes: 400_000_000 }
const CLOUD = { timeoutMs: 30_000, parallel: 4, perMinute: null, retries: 2 }

/** The account's two doors: the static token's and the service user's. */
export function openAccount(context: AccountContext) {
  const settings = readSettings(context)
  const { token, user } = settings
  const half = halfGiven(context)
  if (half) throw new AppError('connection.missingField', { field: half })
  if (token === '') throw new AppError('connection.missingField', { field: 'token' })
  const secrets = new Set([token, ...(user ? [user.password] : [])])
  const { net, route, clock, ids, log, signal } = context
  const http = { net, route, clock, ids, log, signal, secrets }
  const client = createClient(createHttp(http, BILL), settings.apiUrl, token)
  const cloud = createHttp(http, CLOUD)

  return {
    settings,
    client,
    /** Whose account it is. Throws when the token is refused, or when the number cannot be told. */
    async identify() {
      const { account } = await client.account().catch((error: unknown) => {
        // A token that sees the bill alone: the number that the person gave will do.
        if (settings.account === null || !isForbidden(error)) throw error
        return { account: { name: null, enabled: null, locked: null } }
      })
      const ref = settings.account ?? account.name
      if (ref === null) throw new AppError('connection.missingField', { field: 'account' })
      return { account, ref }
    },
    /** Null where there is no service user. */
    auth: (accountRef: string) =>
      user ? createAuth({ context, http: cloud, settings, user, accountRef, secrets }) : null,
  }
}

export type OpenAccount = ReturnType<typeof openAccount>

/** A name without a password or the other way round is a slip, and would read nothing without a word. */
function halfGiven({ settings, secrets }: AccountContext): string | null {
  const [hasName, hasPassword] = [Boolean(settings.user?.trim()), Boolean(secrets.password)]
  if (hasName === hasPassword) return null
  return hasName ? 'password' : 'user'
}

const isForbidden = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'provider.forbidden'
