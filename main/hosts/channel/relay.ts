import { isTooLarge } from '#main/backend/bounds.ts'
import type { Log } from '#main/ports/ports.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import { AppError, type Envelope, type ErrorView } from '#shared/errors/app-error.ts'
import { type Port, type Recovery, readFromBackend, type ToBackend } from './messages.ts'

export type Relay = {
  /** Tells of a recovery that came first; rejects with an AppError when the backend could not start. */
  readonly ready: Promise<Recovery | null>
  /** Always answers; waits while the backend is starting. */
  call(name: string, input: unknown, clientKey: string): Promise<Envelope<unknown>>
  subscribe(clientKey: string, listener: (event: AppEvent) => void): void
  /** Resolves when the store is closed. */
  close(): Promise<void>
  /** The other end is gone: whoever waits is told so. */
  drop(): void
}

const viewOf = (code: ErrorView['code']): ErrorView => ({ code, details: {}, ref: null })
const offline = viewOf('host.offline')
const tooLarge = { ok: false, error: viewOf('call.tooLarge') } as const
// More than a page of ours ever waits for: whoever asks faster only fills the memory of both processes.
const CALLS_AT_ONCE = 1000

/** The main process's end of the pipe: numbers the calls, hands back the answers, passes on the events. */
export function createRelay({ port, log }: { port: Port; log: Pick<Log, 'write'> }): Relay {
  const waiting = new Map<number, (envelope: Envelope<unknown>) => void>()
  const listeners = new Map<string, (event: AppEvent) => void>()
  const ready = Promise.withResolvers<Recovery | null>()
  const closed = Promise.withResolvers<void>()
  let lastId = 0
  let held = 0
  let lost: ErrorView | null = null
  // A start that failed is told by `ready`; nobody may be listening yet.
  ready.promise.catch(() => undefined)

  const send = (message: ToBackend): void => port.post(message)

  function end(error: ErrorView): void {
    lost ??= error
    ready.reject(new AppError(error.code, error.details))
    for (const settle of waiting.values()) settle({ ok: false, error })
    waiting.clear()
    closed.resolve()
  }

  port.listen((raw) => {
    const message = readFromBackend(raw)
    if (!message) return log.write('warn', 'relay.malformed', { type: typeof raw })
    if (message.kind === 'ready') ready.resolve(message.recovery)
    if (message.kind === 'failed') end(message.error)
    if (message.kind === 'closed') end(offline)
    if (message.kind === 'event') listeners.get(message.clientKey)?.(message.event)
    if (message.kind === 'answer') {
      waiting.get(message.id)?.(message.envelope)
      waiting.delete(message.id)
    }
  })

  async function call(name: string, input: unknown, clientKey: string): Promise<Envelope<unknown>> {
    // Before it is copied once more, for the other process.
    if (held >= CALLS_AT_ONCE || isTooLarge(input)) return tooLarge
    held += 1
    try {
      await ready.promise.catch(() => undefined)
      return await ask(name, input, clientKey)
    } finally {
      held -= 1
    }
  }

  async function ask(name: string, input: unknown, clientKey: string): Promise<Envelope<unknown>> {
    if (lost) return { ok: false, error: lost }
    lastId += 1
    const id = lastId
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      try {
        send({ kind: 'call', id, name, input, clientKey })
      } catch (error) {
        waiting.delete(id)
        log.write('warn', 'relay.notSent', { message: String(error) })
        resolve({ ok: false, error: viewOf('call.unknown') })
      }
    })
  }

  return {
    ready: ready.promise,
    call,
    subscribe(clientKey, listener) {
      listeners.set(clientKey, listener)
      ready.promise.then(() => send({ kind: 'subscribe', clientKey })).catch(() => undefined)
    },
    close() {
      if (!lost) send({ kind: 'close' })
      return closed.promise
    },
    drop: () => end(offline),
  }
}
