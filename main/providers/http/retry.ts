import type { NetAnswer } from '#main/ports/net.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { HttpRequest } from './types.ts'

export const MOST_RETRIES = 3
/** Who asks for more rest than this is better left alone until the next sync. */
const LONGEST_REST_MS = 120_000
const LONGEST_BACKOFF_MS = 30_000
const BACKOFF_MS = 1000
const CROWDED_BACKOFF_MS = 4000

export type Outcome = { answer: NetAnswer } | { error: AppError }

/** Full jitter: anywhere from nothing up to twice as far each time, so that callers who failed together part. */
function backoffMs(attempt: number, baseMs: number, fraction: number): number {
  return Math.round(fraction * Math.min(LONGEST_BACKOFF_MS, baseMs * 2 ** attempt))
}

/** How long a Retry-After asks to wait, in seconds or as a date; null where there is none that can be read. */
export function retryAfterMs(headers: NetAnswer['headers'], nowMs: number): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000)
  const atMs = /[A-Za-z]/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(atMs)) return null
  // Against the provider's own clock, where it tells it: ours may be wrong.
  const theirNowMs = Date.parse(headers.date ?? '')
  return Math.max(0, atMs - (Number.isNaN(theirNowMs) ? nowMs : theirNowMs))
}

/** How long to wait before the same request once more; null: what came is final. */
export function againAfterMs(
  outcome: Outcome,
  request: HttpRequest,
  chance: { attempt: number; nowMs: number; fraction: number },
): number | null {
  const { attempt, nowMs, fraction } = chance
  const isRepeatable = request.method === 'GET' || request.isReadOnly === true
  if ('error' in outcome)
    return isRepeatable && isPassing(outcome.error) ? backoffMs(attempt, BACKOFF_MS, fraction) : null
  const { status, headers } = outcome.answer
  const isCrowded = status === 429
  // 511 comes from a network that wants a sign-in. A request that was turned away for its haste was not carried out.
  if (!isCrowded && !(isRepeatable && status >= 500 && status !== 511)) return null
  const askedMs = retryAfterMs(headers, nowMs)
  if (askedMs !== null) return askedMs <= LONGEST_REST_MS ? askedMs : null
  return backoffMs(attempt, isCrowded ? CROWDED_BACKOFF_MS : BACKOFF_MS, fraction)
}

/** Faults of the moment. A certificate, a proxy's password or an address do not mend themselves. */
function isPassing({ code, details }: AppError): boolean {
  switch (code) {
    case 'provider.unreachable':
    case 'provider.timeout':
    case 'provider.badAnswer':
      return true
    case 'provider.proxy':
      return (
        !['login', 'address', 'scheme'].includes(String(details.reason)) &&
        Number(details.status ?? 500) >= 500
      )
    default:
      return false
  }
}
