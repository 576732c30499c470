import type { AppEvent } from '#shared/contract/events.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import { hostInBrowser } from './host-in-browser.ts'
import { offlineError, TransportError } from './transport-error.ts'
import type { Transport } from './types.ts'
import { type Giving, pickFiles, upload } from './upload.ts'

export function createHttpTransport(): Transport {
  const listeners = new Set<(event: AppEvent) => void>()
  const givingListeners = new Set<(giving: Giving | null) => void>()
  const liveListeners = new Set<(isLive: boolean) => void>()
  let source: EventSource | null = null

  const tellLive = (isLive: boolean): void => {
    for (const listener of liveListeners) listener(isLive)
  }
  let settle: () => void = () => undefined
  /** Answers wait for the events: what changes after an answer must not pass unheard. */
  const isListening = new Promise<void>((resolve) => {
    settle = resolve
  })
  const connect = (): void => {
    source = new EventSource('/events')
    source.addEventListener('open', settle)
    source.addEventListener('error', settle)
    source.addEventListener('open', () => tellLive(true))
    source.addEventListener('error', () => {
      tellLive(false)
      // A refused stream is closed for good by the browser; a broken one reconnects by itself.
      if (source?.readyState === EventSource.CLOSED && listeners.size > 0) {
        window.setTimeout(reconnect, RECONNECT_MS)
        post('app.getState', {}).catch(() => undefined)
      }
    })
    source.addEventListener('message', (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as AppEvent
      for (const listener of listeners) listener(event)
    })
  }
  const reconnect = (): void => {
    source?.close()
    if (listeners.size > 0) connect()
  }

  const tellGiving = (giving: Giving | null): void => {
    for (const listener of givingListeners) listener(giving)
  }
  const giveFiles: Transport['giveFiles'] = (files) =>
    upload(files, tellGiving).finally(() => tellGiving(null))

  return {
    kind: 'http',
    async call(name, input) {
      if (!source) connect()
      await isListening
      return post(name, input)
    },
    subscribe(listener) {
      listeners.add(listener)
      if (!source) connect()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        source?.close()
        source = null
      }
    },
    onLive(listener) {
      liveListeners.add(listener)
      return () => liveListeners.delete(listener)
    },
    host: { ...hostInBrowser, 'host.openFiles': async ({ kind }) => giveFiles(await pickFiles(kind)) },
    giveFiles,
    onGiving(listener) {
      givingListeners.add(listener)
      return () => givingListeners.delete(listener)
    },
    onMenu: () => () => undefined,
  }
}

const RECONNECT_MS = 3_000

async function post<T>(name: string, input: unknown): Promise<T> {
  const response = await fetch(`/rpc/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    credentials: 'same-origin',
  }).catch(() => {
    throw offlineError()
  })
  // The program was started anew and does not know this browser: its own page says how to come in.
  if (response.status === 401) window.location.reload()
  const envelope = (await response.json().catch(() => null)) as Envelope<T> | null
  if (envelope === null || typeof envelope.ok !== 'boolean') throw offlineError()
  if (!envelope.ok) throw new TransportError(envelope.error)
  return envelope.value
}
