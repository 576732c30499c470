import type { Http } from '#main/providers/http/types.ts'
import type { AccountContext } from '#main/providers/provider.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Granted, logIn, refresh } from './auth.ts'
import { isPassing, isShut, wantsCode } from './errors.ts'
import { type Pass, passOf, readPass, readToken, type TokenFacts, writePass } from './token.ts'

export type Session = {
  /** A token that is good as far as anybody knows. Throws what the login threw, again and again, without another try. */
  bearer(): Promise<string>
  /** The server takes this token no more: logs in anew, once a run. */
  renew(refused: string): Promise<void>
  facts(): Promise<TokenFacts>
}

type Parts = {
  http: Http
  base: string
  context: Pick<AccountContext, 'secrets' | 'clock' | 'log' | 'keepSecret'>
  login: string
  /** Tokens are secrets too. */
  hide(token: string): void
  /** For a test of the password: a token kept from before proves nothing of it. */
  isTest: boolean
}

/**
 * One login for all requests of a run. Where the account wants one-time codes, the token outlives the run in the vault,
 * so that nobody is asked for a code every night.
 */
export function createSession({ http, base, context, login, hide, isTest }: Parts): Session {
  const { clock, secrets } = context
  let spare = readPass(secrets.token, login, clock.nowMs())
  if (spare) hide(spare.token)
  let current: Pass | null = isTest ? null : spare
  let isKeeping = secrets.token !== undefined
  let code = secrets.code?.trim() ?? ''
  let failure: { error: unknown } | null = null
  let hasRenewed = false
  let pending: Promise<Pass> | null = null

  /** Of many that want a token at once, one asks. */
  function once(obtain: () => Promise<Pass>): Promise<Pass> {
    pending ??= obtain()
      .then((pass) => {
        current = pass
        return pass
      })
      .catch((error: unknown) => {
        failure = { error }
        throw error
      })
      .finally(() => {
        pending = null
      })
    return pending
  }

  async function take(granted: Granted): Promise<Pass> {
    hide(granted.token)
    const pass = passOf(granted.token, clock.nowMs(), granted.serverMs)
    if (isKeeping) await context.keepSecret('token', writePass(pass))
    return pass
  }

  async function dropKept(): Promise<void> {
    spare = null
    if (isKeeping) await context.keepSecret('token', null)
  }

  async function enter(): Promise<Pass> {
    const given = { login, password: secrets.password ?? '', code }
    // Spent, whatever comes of it.
    code = ''
    try {
      const granted = await logIn(http, base, given)
      if (isKeeping && given.code === '') await dropKept()
      isKeeping = given.code !== ''
      return await take(granted)
    } catch (error) {
      // The password was right, and the token that came for an earlier code is alive.
      if (isTest && spare && wantsCode(error)) return spare
      throw error
    }
  }

  async function extend(pass: Pass): Promise<Pass> {
    try {
      return await take(await refresh(http, base, pass.token))
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('provider.') || isShut(error)) throw error
      const isAlive = pass.endsAtMs !== null && pass.endsAtMs > clock.nowMs()
      // A server that is out of order takes nothing away: the token goes on as long as it lives.
      if (isAlive && isPassing(error)) return { ...pass, renewAtMs: pass.endsAtMs }
      context.log.write('info', 'beget.loginAnew', { code: error.code, said: error.details.said ?? null })
      await dropKept()
      return enter()
    }
  }

  async function valid(): Promise<Pass> {
    if (failure) throw failure.error
    if (pending) return pending
    const held = current
    if (held === null) return once(enter)
    const isOld = held.renewAtMs !== null && held.renewAtMs <= clock.nowMs()
    return isOld ? once(() => extend(held)) : held
  }

  return {
    bearer: async () => (await valid()).token,
    async renew(refused) {
      if (pending) await pending
      if (failure) throw failure.error
      if (current?.token !== refused) return
      if (hasRenewed) throw new AppError('provider.badCredentials', { host: new URL(base).host, said: '401' })
      hasRenewed = true
      await once(async () => {
        await dropKept()
        return enter()
      })
    },
    facts: async () => readToken((await valid()).token),
  }
}
