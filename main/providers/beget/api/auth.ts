import { z } from 'zod'
import { looseText } from '#main/providers/http/tolerant.ts'
import type { Http, HttpAnswer } from '#main/providers/http/types.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { loginError } from './errors.ts'

type Credentials = { login: string; password: string; code: string }

/** `serverMs`: the server's own clock as it answered. */
export type Granted = { token: string; serverMs: number | null }

const answer = z.object({ token: looseText(), error: looseText() })

/** Throws what the word of refusal means: the new API refuses with status 200. */
export function logIn(http: Http, base: string, { login, password, code }: Credentials): Promise<Granted> {
  return ask(http, {
    base,
    path: '/v1/auth',
    // A code serves once: the same request sent again would be refused.
    isReadOnly: code === '',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password, code, saveMe: false }),
  })
}

export function refresh(http: Http, base: string, token: string): Promise<Granted> {
  const headers = { authorization: `Bearer ${token}` }
  return ask(http, { base, path: '/v1/auth/refresh', isReadOnly: true, headers })
}

type Asking = {
  base: string
  path: string
  isReadOnly: boolean
  headers: Record<string, string>
  body?: string
}

async function ask(http: Http, { base, path, headers, ...rest }: Asking): Promise<Granted> {
  const host = new URL(base).host
  return http.json(
    {
      method: 'POST',
      url: `${base}${path}`,
      endpoint: path,
      headers: { accept: 'application/json', ...headers },
      ...rest,
    },
    // Whatever is 2xx `accept` has taken.
    z.never(),
    { accept: (given) => grantOf(given, { host, path, said: http.said }) },
  )
}

function grantOf(
  given: HttpAnswer,
  { host, path, said }: { host: string; path: string; said: Http['said'] },
): Granted | undefined {
  const { token, error } = answer.safeParse(given.body).data ?? { token: null, error: null }
  if (error) throw loginError(error, host, said({ error }))
  if (given.status < 200 || given.status > 299) return undefined
  // A web page instead of an answer is judged by the common rule.
  if (given.body === undefined) return undefined
  if (!token) throw new AppError('provider.badAnswer', { host, path: `${path} token`, problem: 'missing' })
  return { token, serverMs: serverTime(given.headers.date) }
}

function serverTime(date: string | undefined): number | null {
  const ms = Date.parse(date ?? '')
  return Number.isNaN(ms) ? null : ms
}
