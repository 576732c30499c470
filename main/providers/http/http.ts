import type { z } from 'zod'
import type { NetAnswer } from '#main/ports/net.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { isPortal, parseJson, shapeError, statusError } from './judge.ts'
import { againAfterMs, MOST_RETRIES, type Outcome } from './retry.ts'
import { saidIn } from './said.ts'
import { stripSecrets } from './secrets.ts'
import { createThrottle } from './throttle.ts'
import type { Http, HttpAnswer, HttpContext, HttpPolicy, HttpRequest, JsonOptions } from './types.ts'

const MAX_BYTES = 64_000_000

/** The way to one provider's API: throttled, patient with passing faults, and strict about what comes back. */
export function createHttp(context: HttpContext, policy: HttpPolicy): Http {
  const { net, route, clock, ids, log, signal } = context
  const { timeoutMs, parallel, perMinute, maxBytes = MAX_BYTES } = policy
  const retries = Math.min(MOST_RETRIES, policy.retries)
  const throttle = createThrottle({ clock, signal, parallel, perMinute })
  const said = (body: unknown): string => saidIn(body, context.secrets)
  const strip = (text: string): string => stripSecrets(text, context.secrets)

  async function send(request: HttpRequest): Promise<Outcome> {
    const { method, url, headers = {}, body, asBytes } = request
    const parts = {
      method,
      url,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(asBytes ? { asBytes } : {}),
    }
    try {
      return {
        answer: await net.send({
          ...parts,
          timeoutMs: request.timeoutMs ?? timeoutMs,
          maxBytes,
          signal,
          route,
        }),
      }
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof AppError) return { error }
      throw error
    }
  }

  /** One attempt, and how long to wait for the next; null when there is none. */
  async function attempt(request: HttpRequest, done: number): Promise<[Outcome, number | null]> {
    const outcome = await send(request)
    const chance = { attempt: done, nowMs: clock.nowMs(), fraction: ids.fraction() }
    const waitMs = done < retries ? againAfterMs(outcome, request, chance) : null
    // Said while the place is still held: whoever comes next waits too.
    if (waitMs !== null && 'answer' in outcome && outcome.answer.status === 429)
      throttle.restUntil(clock.nowMs() + waitMs)
    return [outcome, waitMs]
  }

  async function request(request: HttpRequest): Promise<NetAnswer> {
    for (let done = 0; ; done += 1) {
      const [outcome, waitMs] = await throttle.run(() => attempt(request, done))
      if (waitMs === null) {
        if ('error' in outcome) throw outcome.error
        return outcome.answer
      }
      const why = 'error' in outcome ? outcome.error.code : outcome.answer.status
      log.write('warn', 'http.retried', { host: hostOf(request), endpoint: request.endpoint, why, waitMs })
      // After a 429 the throttle does the waiting, for everybody.
      if (why !== 429) await clock.wait(waitMs, signal)
    }
  }

  async function json<S extends z.ZodType, A = never>(
    asked: HttpRequest,
    schema: S,
    { accept }: JsonOptions<A> = {},
  ): Promise<z.output<S> | A> {
    const raw = await request(asked)
    const host = hostOf(asked)
    if (isPortal(raw)) throw new AppError('provider.portal', { host })
    const answer: HttpAnswer = { ...raw, body: parseJson(raw.text) }
    const accepted = accept?.(answer)
    if (accepted !== undefined) return accepted
    const refused = statusError(answer, asked, host, said)
    if (refused) throw refused
    if (answer.body === undefined)
      throw new AppError('provider.badAnswer', { host, path: '—', problem: 'json' })
    const parsed = schema.safeParse(answer.body)
    if (!parsed.success) throw shapeError(parsed.error, host, strip)
    return parsed.data
  }

  return { request, json, said }
}

const hostOf = ({ url }: HttpRequest): string => (URL.canParse(url) ? new URL(url).host : '—')
