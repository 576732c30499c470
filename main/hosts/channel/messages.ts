import type { AppEvent } from '#shared/contract/events.ts'
import type { Envelope, ErrorView } from '#shared/errors/app-error.ts'

/** One end of a pipe between the main process and the backend's process. */
export type Port = { post(message: unknown): void; listen(listener: (message: unknown) => void): void }

export type ToBackend =
  | { kind: 'call'; id: number; name: string; input: unknown; clientKey: string }
  | { kind: 'subscribe'; clientKey: string }
  | { kind: 'close' }

/** Of when the backup is that took a damaged store's place, and where the damaged file lies now. */
export type Recovery = { atMs: number; keptAs: string | null }

export type FromBackend =
  | { kind: 'ready'; recovery: Recovery | null }
  | { kind: 'failed'; error: ErrorView }
  | { kind: 'answer'; id: number; envelope: Envelope<unknown> }
  | { kind: 'event'; clientKey: string; event: AppEvent }
  | { kind: 'closed' }

export type Emitter = {
  postMessage(message: unknown): void
  on(name: 'message', listener: (message: unknown) => void): unknown
}

/** For Electron's utility process and for Node's MessagePort, which speak alike. */
export const portOf = (emitter: Emitter): Port => ({
  post: (message) => emitter.postMessage(message),
  listen: (listener) => {
    emitter.on('message', listener)
  },
})

type Fields = Record<string, unknown>
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

export function readToBackend(message: unknown): ToBackend | null {
  if (!isObject(message)) return null
  const { kind, id, name, input, clientKey } = message
  if (kind === 'close') return { kind }
  if (typeof clientKey !== 'string' || clientKey === '') return null
  if (kind === 'subscribe') return { kind, clientKey }
  if (kind !== 'call' || typeof id !== 'number' || typeof name !== 'string') return null
  return { kind, id, name, input, clientKey }
}

export function readFromBackend(message: unknown): FromBackend | null {
  if (!isObject(message)) return null
  const isKnown =
    message.kind === 'ready' ||
    message.kind === 'closed' ||
    (message.kind === 'failed' && isObject(message.error)) ||
    (message.kind === 'answer' && typeof message.id === 'number' && isObject(message.envelope)) ||
    (message.kind === 'event' && typeof message.clientKey === 'string' && isObject(message.event))
  // The other end is our own program: its kind vouches for the rest of the shape.
  return isKnown ? (message as FromBackend) : null
}
