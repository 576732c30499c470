import type { Envelope } from '#shared/errors/app-error.ts'

/** What a command asks of the window that has the store open. */
export type SpoolRequest = {
  /** As the file is named: a copy under another name is none. */
  id: string
  /** Known to the command alone; its session in the window hangs on it. */
  secret: string
  /** `wait`: answered at the next news for this client, or after a while. */
  kind: 'call' | 'wait'
  name: string
  input: unknown
}

/** As large as a call may be over HTTP. */
export const MAX_REQUEST_BYTES = 1_000_000
export const MAX_ANSWER_BYTES = 256_000_000
/** A request that nobody took for so long, and an answer that nobody fetched, are of no use to anybody. */
export const STALE_MS = 60_000
/** How long a wait without news lasts. */
export const WAIT_MS = 1000
/** Both sides look by themselves too: not every file system tells of its changes. The window does so for days. */
export const SERVED_EVERY_MS = 2000
export const ASKED_EVERY_MS = 250

const ID = /^[\w-]{32,64}$/
const SECRET = /^[\w-]{20,100}$/
const ends = { request: '.request', answer: '.answer', draft: '.part' } as const

export const nameOf = (id: string, kind: keyof typeof ends): string => `${id}${ends[kind]}`

/** The number of the request that a file of the folder is; null where it is none. */
export function idOf(name: string): string | null {
  if (!name.endsWith(ends.request)) return null
  const id = name.slice(0, -ends.request.length)
  return ID.test(id) ? id : null
}

export const isOurs = (name: string): boolean => Object.values(ends).some((end) => name.endsWith(end))

export function readRequest(text: string): SpoolRequest | null {
  const value = parse(text)
  if (typeof value !== 'object' || value === null) return null
  const { id, secret, kind, name, input } = value as Record<string, unknown>
  if (typeof id !== 'string' || typeof secret !== 'string' || typeof name !== 'string') return null
  if (!SECRET.test(secret) || (kind !== 'call' && kind !== 'wait')) return null
  return { id, secret, kind, name, input }
}

/** The window is our own program: that it is an envelope vouches for the rest. */
export function readAnswer(text: string): Envelope<unknown> | null {
  const value = parse(text)
  const isEnvelope = typeof value === 'object' && value !== null && 'ok' in value
  return isEnvelope ? (value as Envelope<unknown>) : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
