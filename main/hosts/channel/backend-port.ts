import type { Backend } from '#main/backend/create-backend.ts'
import type { Log } from '#main/ports/ports.ts'
import { type FromBackend, type Port, type Recovery, readToBackend, type ToBackend } from './messages.ts'

type Parts = {
  backend: Pick<Backend, 'call' | 'subscribe' | 'close'>
  port: Port
  log: Pick<Log, 'write'>
  recovery?: Recovery | null
  onClosed?: () => void
}

/** Answers what comes through the port with the backend. Knows nothing of Electron, so that a test can join both ends. */
export function serveBackend({ backend, port, log, recovery = null, onClosed }: Parts): void {
  const send = (message: FromBackend): void => port.post(message)
  const subscribed = new Set<string>()

  async function answer({ id, name, input, clientKey }: ToBackend & { kind: 'call' }): Promise<void> {
    const envelope = await backend.call(name, input, { host: 'electron', clientKey })
    send({ kind: 'answer', id, envelope })
  }

  async function close(): Promise<void> {
    await backend.close()
    send({ kind: 'closed' })
    onClosed?.()
  }

  const tell = (error: unknown): void => log.write('error', 'port.failed', { message: String(error) })

  port.listen((raw) => {
    const message = readToBackend(raw)
    if (!message) return log.write('warn', 'port.malformed', { type: typeof raw })
    if (message.kind === 'call') {
      answer(message).catch(tell)
      return
    }
    if (message.kind === 'close') {
      close().catch(tell)
      return
    }
    const { clientKey } = message
    if (subscribed.has(clientKey)) return
    subscribed.add(clientKey)
    backend.subscribe({ host: 'electron', clientKey }, (event) => send({ kind: 'event', clientKey, event }))
  })
  send({ kind: 'ready', recovery })
}
