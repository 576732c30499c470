import type { z } from 'zod'
import type { NetAnswer } from '#main/ports/net.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { HttpAnswer, HttpRequest } from './types.ts'

const MAX_PATH = 120

/** A web page or a way elsewhere where an API was asked: a network that wants a sign-in speaks in its place. */
export function isPortal({ status, headers, text }: NetAnswer): boolean {
  if (status === 511 || (status >= 300 && status < 400)) return true
  if (status < 200 || status >= 300) return false
  const type = headers['content-type'] ?? ''
  return type.includes('text/html') || (!type.includes('xml') && /^\s*</.test(text))
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What an answer's status means, where the provider itself has not said otherwise. */
export function statusError(
  answer: HttpAnswer,
  request: HttpRequest,
  host: string,
  tell: (body: unknown) => string,
): AppError | null {
  const { status } = answer
  if (status >= 200 && status < 300) return null
  const said = tell(answer.body ?? answer.text)
  if (status === 401) return new AppError('provider.badCredentials', { host, said })
  if (status === 403)
    return new AppError('provider.forbidden', { host, right: request.right ?? request.endpoint, said })
  if (status === 429) return new AppError('provider.rateLimited', { host })
  return new AppError(status >= 500 ? 'provider.serverError' : 'provider.refused', { host, status, said })
}

/** Where the schema was not met and how; the value that stood there stays out of it. */
export function shapeError(error: z.ZodError, host: string, strip: (text: string) => string): AppError {
  const [issue] = error.issues
  const path = strip((issue?.path ?? []).map(String).join('.')).slice(0, MAX_PATH)
  return new AppError('provider.badAnswer', { host, path: path || '—', problem: issue?.code ?? 'custom' })
}
