import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { answerOf } from './fault-answer.ts'
import { createFaultList, type FaultList } from './fault-list.ts'
import { type FakeAnswer, type FakeRequest, type FakeRoute, findRoute } from './fault-routes.ts'
import { sendAnswer } from './fault-send.ts'

export type { Fault } from './fault-kinds.ts'
export type { FakeRequest, FakeRoute } from './fault-routes.ts'

/**
 * `route`: the pattern that took it; null when none did. `faults`: the kinds that struck it. `fromMs`, `toMs`: from the
 * request's last byte to the answer's, by the machine's clock; the end is NaN while it is on its way.
 */
type SeenRequest = FakeRequest & {
  route: string | null
  faults: readonly string[]
  fromMs: number
  toMs: number
}

export type FaultServer = Pick<FaultList, 'fault' | 'clearFaults'> & {
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  origin: string
  port: number
  /** Everything that came, in order. */
  requests: SeenRequest[]
  /** What one route got. */
  seen(pattern: string): SeenRequest[]
  /** What handlers threw: a bug of the fake, which its caller sees as 500. */
  failures: unknown[]
  close(): Promise<void>
}

type Options = {
  routes: readonly FakeRoute[]
  port?: number
  tls?: { cert: string; key: string }
}

/**
 * A provider's stand-in: an HTTP server on the loopback that answers by its routes and errs on demand. Works outside
 * of tests as well. With `tls` its certificate decides what the origin's name should be: the port is what counts.
 */
export async function startFaultServer({ routes, port = 0, tls }: Options): Promise<FaultServer> {
  const requests: SeenRequest[] = []
  const failures: unknown[] = []
  const faults = createFaultList()
  /** What each route answered last, for the page that comes twice. */
  const answered = new Map<string, FakeAnswer>()

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming)
    const match = findRoute(routes, request.method, request.path)
    const asked = { ...request, params: match?.params ?? {} }
    const route = match?.route ?? null
    const struck = faults.take(route?.pattern ?? '')
    const kinds = struck.map((f) => f.fault.kind)
    const seen = { ...asked, route: route?.pattern ?? null, faults: kinds, fromMs: nowMs(), toMs: Number.NaN }
    requests.push(seen)
    const answer = await answerOf(route, asked, struck, answered)
    await sendAnswer(
      response,
      answer,
      struck.map((f) => f.fault),
    )
    seen.toMs = nowMs()
  }

  const listener: RequestListener = (incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      // A caller that hung up is no bug of the handler's.
      if (incoming.destroyed && !incoming.complete) return
      failures.push(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  }
  const server = tls ? createTlsServer(tls, listener) : createServer(listener)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo

  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${address.port}`,
    port: address.port,
    requests,
    failures,
    seen: (pattern) => requests.filter((request) => request.route === pattern),
    fault: faults.fault,
    clearFaults: faults.clearFaults,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const nowMs = (): number => performance.timeOrigin + performance.now()

async function readRequest(incoming: IncomingMessage): Promise<Omit<FakeRequest, 'params'>> {
  const url = new URL(incoming.url ?? '/', 'http://fake.example')
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value ?? '')]),
  )
  const body = await text(incoming)
  return { method: incoming.method ?? 'GET', path: url.pathname, query: url.searchParams, headers, body }
}
