import type { Log } from '#main/ports/ports.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import { AppError, type Envelope, type ErrorView } from '#shared/errors/app-error.ts'
import { type Port, readFromBackend, type ToBackend } from './messages.ts'

export type Relay = {
  /** Rejects with an AppError when the backend could not start. */
  readonly ready: Promise<void>
  /** Always answers; waits while the backend is starting. */
  call(name: string, input: unknown, clientKey: string): Promise<Envelope<unknown>>
  subscribe(clientKey: string, listener: (event: AppEvent) => void): void
  /** Resolves when the store is closed. */
  close(): Promise<void>
  /** The other end is gone: whoever waits is told so. */
  drop(): void
}

const offline: ErrorView = { code: 'host.offline', details: {}, ref: null }

/** The main process's end of the pipe: numbers the calls, hands back the answers, passes on the events. */
export function createRelay({ port, log }: { port: Port; log: Log }): Relay {
  const waiting = new Map<number, (envelope: Envelope<unknown>) => void>()
  const listeners = new Map<string, (event: AppEvent) => void>()
  const ready = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  let lastId = 0
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
    if (message.kind === 'ready') ready.resolve()
    if (message.kind === 'failed') end(message.error)
    if (message.kind === 'closed') end(offline)
    if (message.kind === 'event') listeners.get(message.clientKey)?.(message.event)
    if (message.kind === 'answer') {
      waiting.get(message.id)?.(message.envelope)
      waiting.delete(message.id)
    }
  })

  async function call(name: string, input: unknown, clientKey: string): Promise<Envelope<unknown>> {
    await ready.promise.catch(() => undefined)
    if (lost) return { ok: false, error: lost }
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      waiting.set(id, resolve)
      try {
        send({ kind: 'call', id, name, input, clientKey })
      } catch (error) {
        waiting.delete(id)
        reject(error)
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
