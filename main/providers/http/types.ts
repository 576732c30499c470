import type { z } from 'zod'
import type { Net, NetAnswer, NetRoute } from '#main/ports/net.ts'
import type { Clock, Ids, Log } from '#main/ports/ports.ts'

export type HttpContext = {
  net: Net
  route: NetRoute
  clock: Clock
  ids: Pick<Ids, 'fraction'>
  log: Log
  signal: AbortSignal
  /** What no error and no log line may show. Read anew each time: a Set that new tokens are added to will do. */
  secrets: Iterable<string>
}

export type HttpPolicy = {
  /** For one exchange, the waiting between attempts not counted. */
  timeoutMs: number
  /** How many exchanges at once. */
  parallel: number
  /** Attempts in any minute; null: as many as they come. */
  perMinute: number | null
  /** Further attempts after a failed one, at most 3. */
  retries: number
  maxBytes?: number
}

export type HttpRequest = {
  method: 'GET' | 'POST'
  url: string
  headers?: Readonly<Record<string, string>>
  body?: string
  timeoutMs?: number
  /** What is asked for, as the log and a missing right call it: `servers`. Never an address: addresses carry secrets. */
  endpoint: string
  /** A POST that only asks may be sent again as a GET may; another one is sent once. */
  isReadOnly?: boolean
  /** The right that a 403 is about; the endpoint when left out. */
  right?: string
  /** The answer's bytes instead of its text; for `request` alone. */
  asBytes?: boolean
}

/** `body`: the parsed JSON; undefined where the text is none. */
export type HttpAnswer = NetAnswer & { body: unknown }

export type JsonOptions<A> = {
  /**
   * Sees every answer that came, whatever its status, before it is judged. What it returns is the outcome; undefined
   * leaves the answer to the common rule; it may throw an AppError of its own.
   */
  accept?: (answer: HttpAnswer) => A | undefined
}

export type Http = {
  /** Any status comes back, once the attempts that its kind deserves are used up. */
  request(request: HttpRequest): Promise<NetAnswer>
  /** A parsed answer of status 2xx; everything else is an AppError of `provider.*`. */
  json<S extends z.ZodType, A = never>(
    request: HttpRequest,
    schema: S,
    options?: JsonOptions<A>,
  ): Promise<z.output<S> | A>
  /** The provider's own message in a body, parsed or text: one line, bounded, without secrets; '' when there is none. */
  said(body: unknown): string
}
