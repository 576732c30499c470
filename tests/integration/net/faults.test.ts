import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eachOf } from '#main/providers/http/each-of.ts'
import type { HttpRequest } from '#main/providers/http/types.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Fault, FaultServer } from '#tests/fakes/fault-server.ts'
import { client, failureOf, serve } from './client.ts'

const LIST = 'GET /v1/servers'
const servers = [
  { id: 'a', name: 'web', cores: 2 },
  { id: 'b', name: 'db', cores: 8 },
]
const start = () =>
  serve([
    { pattern: LIST, handle: () => ({ json: { servers } }) },
    { pattern: 'POST /v1/login', handle: () => ({ json: { token: 't' } }) },
  ])

const schema = z.object({
  servers: z.array(z.object({ id: z.string(), name: z.string(), cores: z.number() })),
})
const ask = (server: FaultServer, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url: `${server.origin}/v1/servers`,
  endpoint: 'servers',
  ...more,
})
const hostOf = (server: FaultServer): string => `127.0.0.1:${server.port}`

async function struck(fault: Fault, times = Number.POSITIVE_INFINITY, policy = {}) {
  const server = await start()
  server.fault(LIST, fault, times)
  const { http, waits, ports } = client(policy)
  const answer = http.json(ask(server), schema)
  return { server, answer, waits, lines: ports.lines, host: hostOf(server) }
}

describe('faults that pass', () => {
  it('a server error is asked again with growing waits, and the good answer counts', async () => {
    const { server, answer, waits, lines } = await struck({ kind: 'status', status: 500 }, 2)
    expect(await answer).toEqual({ servers })
    expect(server.requests).toHaveLength(3)
    expect(waits).toEqual([500, 1000])
    expect(lines.map((line) => [line.event, line.facts.why])).toEqual([
      ['http.retried', 500],
      ['http.retried', 500],
    ])
  })

  it('four server errors in a row are the end, with what the provider said', async () => {
    const json = { error: { code: 503, message: 'Maintenance until noon' } }
    const { server, answer, waits, host } = await struck({ kind: 'status', status: 503, json })
    expect(await failureOf(answer)).toEqual({
      code: 'provider.serverError',
      details: { host, status: 503, said: 'Maintenance until noon' },
    })
    expect(server.requests).toHaveLength(4)
    expect(waits).toEqual([500, 1000, 2000])
  })

  it('fewer retries are made where the policy says so, never more than three', async () => {
    const none = await struck({ kind: 'status', status: 500 }, 9, { retries: 0 })
    await failureOf(none.answer)
    expect(none.server.requests).toHaveLength(1)
    const many = await struck({ kind: 'status', status: 500 }, 9, { retries: 50 })
    await failureOf(many.answer)
    expect(many.server.requests).toHaveLength(4)
  })

  it('429 without Retry-After waits longer than other faults', async () => {
    const { server, answer, waits } = await struck({ kind: 'rateLimit' }, 2)
    expect(await answer).toEqual({ servers })
    expect(server.requests).toHaveLength(3)
    expect(waits).toEqual([2000, 4000])
  })

  it('429 with Retry-After in seconds waits exactly that long', async () => {
    const { server, answer, waits } = await struck({ kind: 'rateLimit', retryAfter: '17' }, 1)
    expect(await answer).toEqual({ servers })
    expect(server.requests).toHaveLength(2)
    expect(waits).toEqual([17_000])
  })

  it('Retry-After as a date is measured by the clock of the provider', async () => {
    const headers = { 'retry-after': 'Fri, 20 Nov 2026 08:00:40 GMT', date: 'Fri, 20 Nov 2026 08:00:00 GMT' }
    const { answer, waits } = await struck({ kind: 'status', status: 503, headers }, 1)
    expect(await answer).toEqual({ servers })
    expect(waits).toEqual([40_000])
  })

  it('after 429 the other requests rest as well', async () => {
    const server = await start()
    server.fault(LIST, { kind: 'rateLimit', retryAfter: '30' }, 1)
    const { http, waits } = client({ parallel: 1 })
    await Promise.all([http.json(ask(server), schema), http.json(ask(server), schema)])
    expect(waits).toEqual([30_000])
    expect(server.requests).toHaveLength(3)
  })

  it('429 that lasts is told as a limit, and so is one that asks for more than two minutes, at once', async () => {
    const lasting = await struck({ kind: 'rateLimit', retryAfter: '5' })
    expect(await failureOf(lasting.answer)).toEqual({
      code: 'provider.rateLimited',
      details: { host: lasting.host },
    })
    expect(lasting.server.requests).toHaveLength(4)
    const long = await struck({ kind: 'rateLimit', retryAfter: '3600' })
    expect((await failureOf(long.answer)).code).toBe('provider.rateLimited')
    expect(long.server.requests).toHaveLength(1)
    expect(long.waits).toEqual([])
  })

  it('a reset connection is asked again', async () => {
    const { server, answer, waits } = await struck({ kind: 'reset' }, 1)
    expect(await answer).toEqual({ servers })
    expect(server.requests).toHaveLength(2)
    expect(waits).toEqual([500])
  })

  it('a connection that is always reset is told as no connection', async () => {
    const { server, answer, host } = await struck({ kind: 'reset' })
    expect(await failureOf(answer)).toEqual({
      code: 'provider.unreachable',
      details: { host, reason: 'reset' },
    })
    expect(server.requests).toHaveLength(4)
  })

  it('a body cut on the way is asked again, and told as such when it always is', async () => {
    const once = await struck({ kind: 'cut' }, 1)
    expect(await once.answer).toEqual({ servers })
    expect(once.server.requests).toHaveLength(2)
    const always = await struck({ kind: 'cut' })
    expect(await failureOf(always.answer)).toEqual({
      code: 'provider.badAnswer',
      details: { host: always.host, path: '—', problem: 'cut' },
    })
    expect(always.server.requests).toHaveLength(4)
  })

  it('a silent server is given up after the time of each attempt', async () => {
    const server = await start()
    server.fault(LIST, { kind: 'delay', ms: 10_000 }, Number.POSITIVE_INFINITY)
    const { http } = client({ retries: 1 })
    const failure = await failureOf(http.json(ask(server, { timeoutMs: 60 }), schema))
    expect(failure).toEqual({ code: 'provider.timeout', details: { host: hostOf(server), seconds: 1 } })
    expect(server.requests).toHaveLength(2)
  })

  it('an answer that trickles in is bounded by the time of the whole exchange', async () => {
    const server = await start()
    server.fault(LIST, { kind: 'trickle', bytes: 1, everyMs: 20 }, Number.POSITIVE_INFINITY)
    const { http } = client({ retries: 0 })
    const failure = await failureOf(http.json(ask(server, { timeoutMs: 150 }), schema))
    expect(failure.code).toBe('provider.timeout')
  })

  it('an answer that is only slow arrives whole', async () => {
    const { answer } = await struck({ kind: 'trickle', bytes: 16, everyMs: 2 })
    expect(await answer).toEqual({ servers })
  })
})

describe('faults that stay', () => {
  it('a captive portal is named, not asked again', async () => {
    const { server, answer, host } = await struck({ kind: 'html' })
    expect(await failureOf(answer)).toEqual({ code: 'provider.portal', details: { host } })
    expect(server.requests).toHaveLength(1)
  })

  it('a page without a content type and a redirect are a portal too', async () => {
    const bare = await struck({ kind: 'status', status: 200, text: '\n <html><body>hi</body></html>' })
    expect((await failureOf(bare.answer)).code).toBe('provider.portal')
    const moved = await struck({ kind: 'redirect', to: 'http://127.0.0.1:9/login' })
    expect((await failureOf(moved.answer)).code).toBe('provider.portal')
    expect(moved.server.requests).toHaveLength(1)
    const asked = await struck({ kind: 'status', status: 511, text: '<html></html>' })
    expect((await failureOf(asked.answer)).code).toBe('provider.portal')
    expect(asked.server.requests).toHaveLength(1)
  })

  it('what is not JSON is told as such, not asked again', async () => {
    const { server, answer, host } = await struck({ kind: 'invalidJson' })
    expect(await failureOf(answer)).toEqual({
      code: 'provider.badAnswer',
      details: { host, path: '—', problem: 'json' },
    })
    expect(server.requests).toHaveLength(1)
  })

  it.each<[string, Fault, string, string]>([
    ['a missing field', { kind: 'remove', path: 'servers.1.id' }, 'servers.1.id', 'invalid_type'],
    ['a renamed list', { kind: 'rename', path: 'servers', to: 'items' }, 'servers', 'invalid_type'],
    [
      'a wrong type',
      { kind: 'set', path: 'servers.0.cores', value: 'eight' },
      'servers.0.cores',
      'invalid_type',
    ],
  ])('%s is told by its place and kind, never its value', async (_what, fault, path, problem) => {
    const { server, answer, host } = await struck(fault)
    expect(await failureOf(answer)).toEqual({ code: 'provider.badAnswer', details: { host, path, problem } })
    expect(server.requests).toHaveLength(1)
  })

  it('one bad record of a list does not cost the others', async () => {
    const server = await start()
    server.fault(LIST, { kind: 'set', path: 'servers.0.cores', value: {} })
    const { http } = client()
    const list = z.object({ servers: eachOf(schema.shape.servers.element) })
    expect((await http.json(ask(server), list)).servers).toEqual({
      items: [servers[1]],
      received: 2,
      unreadable: 1,
      first: { path: '0.cores', problem: 'invalid_type' },
    })
  })

  it('401 is the end of it at once', async () => {
    const json = { error: { code: 401, message: 'The token is not valid', title: 'Unauthorized' } }
    const { server, answer, waits, host } = await struck({ kind: 'status', status: 401, json })
    expect(await failureOf(answer)).toEqual({
      code: 'provider.badCredentials',
      details: { host, said: 'The token is not valid' },
    })
    expect(server.requests).toHaveLength(1)
    expect(waits).toEqual([])
  })

  it('403 names the right, or the endpoint where the request names none', async () => {
    const server = await start()
    server.fault(LIST, { kind: 'status', status: 403, text: 'no role' }, 2)
    const { http } = client()
    const named = await failureOf(http.json(ask(server, { right: 'billing.read' }), schema))
    expect(named).toEqual({
      code: 'provider.forbidden',
      details: { host: hostOf(server), right: 'billing.read', said: 'no role' },
    })
    const unnamed = await failureOf(http.json(ask(server), schema))
    expect(unnamed.details).toMatchObject({ right: 'servers' })
  })

  it('422 and 404 are refusals unless the caller takes them', async () => {
    const json = { status: 'error', error: { locale: ['Missing data for required field.'] } }
    const refused = await struck({ kind: 'status', status: 422, json })
    expect(await failureOf(refused.answer)).toEqual({
      code: 'provider.refused',
      details: { host: refused.host, status: 422, said: 'locale: Missing data for required field.' },
    })
    const server = await start()
    server.fault(LIST, { kind: 'status', status: 404, json: {} })
    const { http } = client()
    const taken = await http.json(ask(server), schema, {
      accept: ({ status }) => (status === 404 ? ('absent' as const) : undefined),
    })
    expect(taken).toBe('absent')
  })

  it('the caller sees the body of a 200 that carries an error', async () => {
    const { http } = client()
    const server = await start()
    server.fault(LIST, { kind: 'status', status: 200, json: { error: 'INCORRECT_CREDENTIALS' } })
    const call = http.json(ask(server), schema, {
      accept: ({ body }) => {
        const { error } = z.object({ error: z.string().optional() }).parse(body)
        if (error) throw new AppError('provider.badCredentials', { said: http.said(body) })
        return undefined
      },
    })
    expect(await failureOf(call)).toEqual({
      code: 'provider.badCredentials',
      details: { said: 'INCORRECT_CREDENTIALS' },
    })
  })
})

describe('what is sent twice', () => {
  it('a POST is not, unless it only asks', async () => {
    const server = await start()
    server.fault('POST /v1/login', { kind: 'status', status: 500 }, 2)
    const { http } = client()
    const login = ask(server, { method: 'POST', url: `${server.origin}/v1/login`, body: '{}' })
    expect((await http.request(login)).status).toBe(500)
    expect((await http.request({ ...login, isReadOnly: true })).status).toBe(200)
    expect(server.seen('POST /v1/login')).toHaveLength(3)
  })

  it('a POST that was turned away for haste is', async () => {
    const server = await start()
    server.fault('POST /v1/login', { kind: 'rateLimit', retryAfter: '2' })
    const { http, waits } = client()
    const answer = await http.request(
      ask(server, { method: 'POST', url: `${server.origin}/v1/login`, body: 'login=ivanov' }),
    )
    expect(answer).toMatchObject({ status: 200, text: '{"token":"t"}' })
    expect(server.requests.map((request) => request.body)).toEqual(['login=ivanov', 'login=ivanov'])
    expect(waits).toEqual([2000])
  })
})
