import type { z } from 'zod'
import type { Http, HttpAnswer } from '#main/providers/http/types.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { isRecord } from '../common/shapes.ts'
import { createGate } from './gate.ts'
import type { Session } from './session.ts'

type Query = Readonly<Record<string, string | number>>

/** The new API. `null`: there is no such thing there. */
export type Client = {
  host: string
  get<S extends z.ZodType>(
    path: string,
    schema: S,
    options: { endpoint: string; query?: Query },
  ): Promise<z.output<S> | null>
}

const EXPIRED = Symbol('expired')
const ABSENT = Symbol('absent')

export function createClient(http: Http, base: string, session: Session): Client {
  const { host } = new URL(base)
  const gated = createGate()

  /** Refusals travel with status 200 as well, and with a reason that no status would tell. */
  function judge(answer: HttpAnswer): typeof EXPIRED | typeof ABSENT | undefined {
    if (answer.status === 401) return EXPIRED
    if (answer.status === 404) return ABSENT
    if (answer.status < 200 || answer.status > 299 || !isRecord(answer.body)) return undefined
    const { error } = answer.body
    if (error === undefined || error === null || error === '') return undefined
    throw new AppError('provider.refused', { host, status: answer.status, said: http.said(answer.body) })
  }

  return {
    host,
    get: (path, schema, { endpoint, query = {} }) =>
      gated(async () => {
        const search = new URLSearchParams()
        for (const [name, value] of Object.entries(query)) search.set(name, String(value))
        const url = `${base}${path}${search.size > 0 ? `?${search}` : ''}`
        const token = await session.bearer()
        let answer = await ask(token)
        if (answer === EXPIRED) {
          await session.renew(token)
          answer = await ask(await session.bearer())
        }
        if (answer === EXPIRED) throw new AppError('provider.badCredentials', { host, said: '401' })
        return answer === ABSENT ? null : answer

        function ask(bearer: string) {
          const headers = { accept: 'application/json', authorization: `Bearer ${bearer}` }
          return http.json({ method: 'GET', url, headers, endpoint }, schema, { accept: judge })
        }
      }),
  }
}
