import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createNet } from '#main/adapters/net.ts'
import type { NetRequest } from '#main/ports/net.ts'
import { failureOf, serve } from './client.ts'

const net = createNet({})
const request = (url: string, more: Partial<NetRequest> = {}): NetRequest => ({
  method: 'GET',
  url,
  headers: {},
  timeoutMs: 5000,
  maxBytes: 1_000_000,
  signal: new AbortController().signal,
  route: { proxyUrl: null, caPem: null },
  ...more,
})

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

async function serveRaw(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const hostOf = (url: string): string => new URL(url).host

describe('the way out', () => {
  it('carries method, headers and body, and brings status, headers in lower case and text', async () => {
    const server = await serve([
      {
        pattern: 'POST /token',
        handle: () => ({ status: 201, headers: { 'X-Subject-Token': 'abc' }, text: 'готово' }),
      },
    ])
    const answer = await net.send(
      request(`${server.origin}/token?a=1`, {
        method: 'POST',
        headers: { 'X-Token': 'key' },
        body: '{"ж":1}',
      }),
    )
    expect(answer).toMatchObject({ status: 201, text: 'готово' })
    expect(answer.headers['x-subject-token']).toBe('abc')
    const [seen] = server.requests
    expect(seen?.body).toBe('{"ж":1}')
    expect(seen?.query.get('a')).toBe('1')
    expect(seen?.headers).toMatchObject({ 'x-token': 'key', 'content-length': '8' })
  })

  it('keeps a connection open for the next request', async () => {
    const ports = new Set<number | undefined>()
    const url = await serveRaw((incoming, response) => {
      ports.add(incoming.socket.remotePort)
      response.end('ok')
    })
    await net.send(request(url))
    await net.send(request(url))
    expect(ports.size).toBe(1)
  })

  it('does not follow a redirect', async () => {
    const server = await serve([
      { pattern: 'GET /old', handle: () => ({ status: 307, headers: { location: '/new' }, text: '' }) },
      { pattern: 'GET /new', handle: () => ({ text: 'new' }) },
    ])
    const answer = await net.send(request(`${server.origin}/old`))
    expect(answer).toMatchObject({ status: 307, headers: { location: '/new' } })
    expect(server.requests).toHaveLength(1)
  })

  it('joins a header that comes several times', async () => {
    const url = await serveRaw((_incoming, response) =>
      response
        .writeHead(
          200,
          [
            ['Set-Cookie', 'a=1'],
            ['Set-Cookie', 'b=2'],
          ].flat(),
        )
        .end(),
    )
    expect((await net.send(request(url))).headers['set-cookie']).toBe('a=1, b=2')
  })

  it.each([
    ['http://example.com/', 'http://example.com'],
    ['http://10.0.0.1/', 'http://10.0.0.1'],
    ['http://localhost.example.com/', 'http://localhost.example.com'],
    ['ftp://127.0.0.1/', 'ftp://127.0.0.1'],
    ['https://name:word@127.0.0.1/', 'https://127.0.0.1'],
    ['file:///etc/passwd', 'file://'],
    ['no address', '—'],
  ])('refuses %s before anything is sent', async (url, field) => {
    expect(await failureOf(net.send(request(url)))).toEqual({
      code: 'connection.badAddress',
      details: { field },
    })
  })

  it('a key with a letter that no header can carry is told as a bad key', async () => {
    const server = await serve([{ pattern: 'GET /', handle: () => ({ json: 1 }) }])
    const call = net.send(request(server.origin, { headers: { 'x-token': 'ключ' } }))
    expect(await failureOf(call)).toEqual({ code: 'provider.badCredentials', details: { said: '' } })
    expect(server.requests).toHaveLength(0)
  })

  it('nobody there is told as no connection', async () => {
    const url = await serveRaw(() => {})
    servers.splice(0).forEach((server) => {
      server.close()
    })
    expect(await failureOf(net.send(request(url)))).toEqual({
      code: 'provider.unreachable',
      details: { host: hostOf(url), reason: 'refused' },
    })
  })

  it('what is not HTTP is told as such', async () => {
    const url = await serveRaw((incoming) => incoming.socket.end('SSH-2.0-OpenSSH_9.6\r\n'))
    expect(await failureOf(net.send(request(url)))).toEqual({
      code: 'provider.badAnswer',
      details: { host: hostOf(url), path: '—', problem: 'http' },
    })
  })
})

describe('the time of an exchange', () => {
  it('covers a body that stops in the middle', async () => {
    const url = await serveRaw((_incoming, response) => response.write('{"a":'))
    expect(await failureOf(net.send(request(url, { timeoutMs: 80 })))).toEqual({
      code: 'provider.timeout',
      details: { host: hostOf(url), seconds: 1 },
    })
  })

  it('ends at once when the signal does, with its reason, before and during the answer', async () => {
    const reason = new Error('cancelled by the person')
    let abort = new AbortController()
    const url = await serveRaw((incoming, response) => {
      if (incoming.url === '/body') response.write('{"a":', () => abort.abort(reason))
      else abort.abort(reason)
    })
    for (const path of ['', 'body']) {
      abort = new AbortController()
      const call = net.send(request(url + path, { signal: abort.signal }))
      expect(await call.catch((error: unknown) => error)).toBe(reason)
    }
    const over = AbortSignal.abort(new Error('before'))
    await expect(net.send(request(url, { signal: over }))).rejects.toThrow('before')
  })

  it('leaves nothing behind on the signal', async () => {
    const url = await serveRaw((_incoming, response) => response.end('ok'))
    const abort = new AbortController()
    await net.send(request(url, { signal: abort.signal }))
    let unhandled: unknown = null
    const note = (error: unknown): void => {
      unhandled = error
    }
    process.once('unhandledRejection', note)
    abort.abort()
    await net.send(request(url))
    process.off('unhandledRejection', note)
    expect(unhandled).toBeNull()
  })
})

describe('the size of an answer', () => {
  const big = JSON.stringify({ text: 'x'.repeat(50_000) })
  const packings: [string, (text: string) => Buffer][] = [
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ]

  it.each(packings)('%s is unpacked, up to the bound', async (encoding, pack) => {
    const url = await serveRaw((incoming, response) => {
      expect(incoming.headers['accept-encoding']).toContain(encoding)
      response.writeHead(200, { 'content-encoding': encoding }).end(pack(big))
    })
    expect((await net.send(request(url))).text).toBe(big)
    expect((await net.send(request(url, { maxBytes: big.length }))).text).toBe(big)
    expect(await failureOf(net.send(request(url, { maxBytes: big.length - 1 })))).toEqual({
      code: 'provider.tooLarge',
      details: { host: hostOf(url) },
    })
  })

  it('is refused by the length that it states, before its body is read', async () => {
    const url = await serveRaw((_incoming, response) => {
      response.writeHead(200, { 'content-length': 2_000_000 }).write('{')
    })
    expect((await failureOf(net.send(request(url)))).code).toBe('provider.tooLarge')
  })

  it('is bounded while it is read where no length is stated', async () => {
    let sent = 0
    const url = await serveRaw((_incoming, response) => {
      const more = (): void => {
        if (response.destroyed) return
        sent += 10_000
        response.write('x'.repeat(10_000), () => setImmediate(more))
      }
      more()
    })
    expect((await failureOf(net.send(request(url, { maxBytes: 100_000 })))).code).toBe('provider.tooLarge')
    expect(sent).toBeLessThan(50_000_000)
  })

  it('a length that promises more than comes, or a packing that ends early, is an answer cut short', async () => {
    const cut = await serveRaw((_incoming, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('{"a":1}', () => response.socket?.destroy())
    })
    const details = (url: string) => ({ host: hostOf(url), path: '—', problem: 'cut' })
    expect(await failureOf(net.send(request(cut)))).toEqual({
      code: 'provider.badAnswer',
      details: details(cut),
    })
    const packed = await serveRaw((_incoming, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(big).subarray(0, 60))
    })
    expect(await failureOf(net.send(request(packed)))).toEqual({
      code: 'provider.badAnswer',
      details: details(packed),
    })
  })

  it('text is UTF-8, its byte order mark dropped', async () => {
    const url = await serveRaw((_incoming, response) => response.end('\ufeff{"имя":"😀"}'))
    expect((await net.send(request(url))).text).toBe('{"имя":"😀"}')
  })
})
