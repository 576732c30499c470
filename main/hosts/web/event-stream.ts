import type { ServerResponse } from 'node:http'
import type { Backend } from '#main/backend/create-backend.ts'

const MAX_STREAMS = 64
/** A reader that has stopped reading is let go rather than remembered without end. */
const MAX_UNREAD_BYTES = 256_000

export function createEventStreams(backend: Backend, heartbeatMs: number) {
  const streams = new Map<ServerResponse, () => void>()

  return {
    count: () => streams.size,

    /** False when there are as many as there may be. */
    open(response: ServerResponse, clientKey: string): boolean {
      if (streams.size >= MAX_STREAMS) return false
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
      })
      const send = (text: string): void => {
        if (response.writableLength > MAX_UNREAD_BYTES) response.destroy()
        else response.write(text)
      }
      const unsubscribe = backend.subscribe({ host: 'web', clientKey }, (event) =>
        send(`data: ${JSON.stringify(event)}\n\n`),
      )
      const heartbeat = setInterval(() => send(':\n\n'), heartbeatMs)
      const release = (): void => {
        clearInterval(heartbeat)
        unsubscribe()
        streams.delete(response)
      }
      streams.set(response, release)
      response.once('close', release)
      send('retry: 2000\n\n')
      return true
    },

    closeAll(): void {
      for (const [response, release] of streams) {
        release()
        response.end()
      }
    },
  }
}
