import type { FakeRequest } from './fault-routes.ts'

/**
 * What can be wrong with an answer. Paths are dotted, a list's index or `*` for each of its elements among the steps:
 * `servers.*.id`.
 */
export type Fault =
  /** Real time, at most ten seconds; the answer follows unharmed. */
  | { kind: 'delay'; ms: number }
  /** 429; `retryAfter` as it stands in the header: seconds or a date. */
  | { kind: 'rateLimit'; retryAfter?: string }
  | { kind: 'status'; status: number; json?: unknown; text?: string; headers?: Record<string, string> }
  /** Promises the whole answer, sends its beginning and hangs up. */
  | { kind: 'cut'; bytes?: number }
  /** The whole answer, its last third missing, with a length that fits. */
  | { kind: 'invalidJson' }
  /** The sign-in page of a network that lets nobody out. */
  | { kind: 'html' }
  | { kind: 'redirect'; to: string }
  /** Hangs up without a word. */
  | { kind: 'reset' }
  /** A few bytes at a time, in real time. */
  | { kind: 'trickle'; bytes: number; everyMs: number }
  | { kind: 'remove'; path: string }
  /** `to`: the field's new name, in its old place. */
  | { kind: 'rename'; path: string; to: string }
  | { kind: 'set'; path: string; value: unknown }
  | { kind: 'change'; change: (json: unknown, request: FakeRequest) => unknown }
  /** The page before once more, whatever page was asked for. */
  | { kind: 'repeatPage' }
  /**
   * Always one more page of records never seen before: the first page with new identifiers. `total` and `next` say
   * there is more to come; `next` is called with a number that grows.
   */
  | {
      kind: 'endless'
      list: string
      id: string
      total?: string
      next?: { path: string; value: (round: number, request: FakeRequest) => unknown }
      /** Parameters that ask for a further page; without them the first one comes. */
      paging: readonly string[]
    }

/** Faults that leave the handler's answer what it is, so that several of them can work on one request. */
export const isGentle = (fault: Fault): boolean =>
  ['delay', 'remove', 'rename', 'set', 'change'].includes(fault.kind)
