import { afterEach } from 'vitest'
import type { Clock } from '#main/ports/ports.ts'
import { createHttp } from '#main/providers/http/http.ts'
import type { Http, HttpPolicy } from '#main/providers/http/types.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type FakeRoute, type FaultServer, startFaultServer } from '#tests/fakes/fault-server.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { type ProxyServer, startProxyServer } from '#tests/fakes/proxy-server.ts'

const open: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** Servers of one test, closed after it. */
export async function serve(
  routes: readonly FakeRoute[],
  tls?: { cert: string; key: string },
): Promise<FaultServer> {
  const server = await startFaultServer({ routes, ...(tls ? { tls } : {}) })
  open.push(server)
  return server
}

export async function serveProxy(options?: Parameters<typeof startProxyServer>[0]): Promise<ProxyServer> {
  const proxy = await startProxyServer(options)
  open.push(proxy)
  return proxy
}

type Client = { http: Http; ports: TestPorts; waits: number[]; abort: AbortController }

/** What a provider holds, with a clock that stands still and tells what it was asked to wait. */
export function client(policy: Partial<HttpPolicy> = {}, secrets: Iterable<string> = []): Client {
  const ports = testPorts('/nowhere')
  const waits: number[] = []
  const abort = new AbortController()
  const clock: Clock = {
    nowMs: ports.clock.nowMs,
    wait: (ms, signal) => {
      waits.push(ms)
      return ports.clock.wait(ms, signal)
    },
  }
  const { net, ids, log } = ports
  const route = { proxyUrl: null, caPem: null }
  const http = createHttp(
    { net, route, clock, ids, log, signal: abort.signal, secrets },
    { timeoutMs: 5000, parallel: 4, perMinute: null, retries: 3, ...policy },
  )
  return { http, ports, waits, abort }
}

/** What a call failed with, as the page gets it; a call that does not fail fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<{ code: string; details: unknown }> {
  const error = await call.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError)) throw error
  return { code: error.code, details: error.details }
}
