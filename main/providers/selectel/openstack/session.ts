import type { z } from 'zod'
import type { Http, HttpRequest, JsonOptions } from '#main/providers/http/types.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Catalogue } from './catalogue.ts'
import type { Token } from './keystone.ts'

/** One project of a cloud, with a token of its own that is renewed in time. */
export type CloudSession = {
  projectId: string
  /** What a person calls the project. */
  project: string
  /** Logs in when that is still to be done; throws what the login throws, and goes on throwing it without asking again. */
  catalogue(): Promise<Catalogue>
  json<S extends z.ZodType, A = never>(
    request: HttpRequest,
    schema: S,
    options?: JsonOptions<A>,
  ): Promise<z.output<S> | A>
}

type SessionParts = {
  http: Http
  project: { id: string; name: string }
  /** What a refusal in this project is about. */
  right: string
  nowMs(): number
  login(projectId: string): Promise<Token>
  /** For clouds whose catalogue comes empty. */
  fallback: Catalogue
}

type Pass = { token: Promise<Token> }

/** Renewed this long before its end, so that no request starts with a token that dies on the way. */
const MARGIN_MS = 5 * 60_000

export function openSession({ http, project, right, nowMs, login, fallback }: SessionParts): CloudSession {
  let pass: Pass | null = null
  let hasRenewed = false

  const newPass = (): Pass => {
    pass = { token: login(project.id) }
    return pass
  }
  /** Of several that find the same pass old at once only the first one logs in. */
  const after = (old: Pass): Pass => (pass === null || pass === old ? newPass() : pass)

  async function current(): Promise<Pass> {
    const held = pass ?? newPass()
    const { expiresAtMs } = await held.token
    return expiresAtMs === null || expiresAtMs - MARGIN_MS > nowMs() ? held : after(held)
  }

  return {
    projectId: project.id,
    project: project.name,
    async catalogue() {
      const { catalogue } = await (await current()).token
      return catalogue.regions.length > 0 ? catalogue : fallback
    },
    async json(request, schema, options) {
      const held = await current()
      const signed = ({ value }: Token): HttpRequest => ({
        right,
        ...request,
        headers: { accept: 'application/json', ...request.headers, 'x-auth-token': value },
      })
      try {
        return await http.json(signed(await held.token), schema, options)
      } catch (error) {
        if (!isRefused(error)) throw error
        // Ended or taken back in the middle: one new login, and whoever is refused after that stays refused.
        if (pass === held && hasRenewed) throw error
        hasRenewed = true
        return http.json(signed(await after(held).token), schema, options)
      }
    },
  }
}

const isRefused = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'provider.badCredentials'
