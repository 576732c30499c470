import { describe, expect, it } from 'vitest'
import { createNet } from '#main/adapters/net.ts'
import type { NetRoute } from '#main/ports/net.ts'
import { fakeAuthority, fakeCertificate } from '#tests/fakes/fault-tls.ts'
import { failureOf, serve, serveProxy } from './client.ts'

const routes = [{ pattern: 'GET /who', handle: () => ({ json: { me: 'api' } }) }]
const trusted = { proxyUrl: null, caPem: fakeAuthority() }
const API = 'https://api.fake.example/who'

const ask = (url: string, route: NetRoute, env: Record<string, string> = {}) =>
  createNet(env).send({
    method: 'GET',
    url,
    headers: { authorization: 'Bearer not-a-real-token' },
    timeoutMs: 5000,
    maxBytes: 100_000,
    signal: new AbortController().signal,
    route,
  })

describe('certificates', () => {
  it('an authority of the organisation is trusted when it is given', async () => {
    const server = await serve(routes, fakeCertificate('server'))
    expect((await ask(`${server.origin}/who`, trusted)).text).toBe('{"me":"api"}')
  })

  it.each([
    ['server', null, 'unknownIssuer'],
    ['self-signed', fakeAuthority(), 'selfSigned'],
    ['expired', fakeAuthority(), 'expired'],
    ['other-host', fakeAuthority(), 'wrongHost'],
  ] as const)('%s is refused with its reason', async (name, caPem, reason) => {
    const server = await serve(routes, fakeCertificate(name))
    expect(await failureOf(ask(`${server.origin}/who`, { proxyUrl: null, caPem }))).toEqual({
      code: 'provider.tls',
      details: { host: `127.0.0.1:${server.port}`, reason },
    })
    expect(server.requests).toHaveLength(0)
  })

  it('a server that speaks no TLS is told as such', async () => {
    const server = await serve(routes)
    const failure = await failureOf(ask(`https://127.0.0.1:${server.port}/who`, trusted))
    expect(failure).toEqual({
      code: 'provider.tls',
      details: { host: `127.0.0.1:${server.port}`, reason: 'protocol' },
    })
  })

  it('what is no certificate is told as such', async () => {
    const caPem = '-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----\n'
    expect((await failureOf(ask(API, { proxyUrl: null, caPem }))).code).toBe('network.badCertificate')
  })
})

describe('the proxy set by hand', () => {
  it('carries https through a tunnel, verified end to end', async () => {
    const server = await serve(routes, fakeCertificate('server'))
    const proxy = await serveProxy({ names: { 'api.fake.example:443': server.port } })
    const answer = await ask(API, { ...trusted, proxyUrl: proxy.url })
    expect(answer.text).toBe('{"me":"api"}')
    expect(proxy.requests).toEqual(['CONNECT api.fake.example:443'])
    expect(server.requests[0]?.headers).not.toHaveProperty('proxy-authorization')
  })

  it('is used for this machine too, https and http', async () => {
    const [secure, plain] = [await serve(routes, fakeCertificate('server')), await serve(routes)]
    const proxy = await serveProxy()
    const route = { ...trusted, proxyUrl: proxy.url }
    await ask(`${secure.origin}/who`, route)
    expect((await ask(`${plain.origin}/who`, route)).text).toBe('{"me":"api"}')
    expect(proxy.requests).toEqual([`CONNECT 127.0.0.1:${secure.port}`, `GET ${plain.origin}/who`])
  })

  it('gets the name and password of its address, whatever characters they hold', async () => {
    const credentials = { user: 'buh@office', password: 'not:a real/pass%20word' }
    const server = await serve(routes, fakeCertificate('server'))
    const names = { 'api.fake.example:443': server.port }
    const proxy = await serveProxy({ credentials, names })
    expect((await ask(API, { ...trusted, proxyUrl: proxy.url })).status).toBe(200)
  })

  it.each([API, 'plain'])('a wrong password is told without it: %s', async (what) => {
    const plain = await serve(routes)
    const proxy = await serveProxy({ credentials: { user: 'buh', password: 'right-one' } })
    const proxyUrl = proxy.url.replace('right-one', 'wrong-fake-word')
    const failure = await failureOf(
      ask(what === 'plain' ? `${plain.origin}/who` : what, { ...trusted, proxyUrl }),
    )
    expect(failure).toEqual({ code: 'provider.proxy', details: { proxy: proxy.shown, reason: 'login' } })
  })

  it('a refusal is told with its status, nonsense as nonsense', async () => {
    const refusing = await serveProxy({ answers: 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n' })
    expect(await failureOf(ask(API, { ...trusted, proxyUrl: refusing.url }))).toEqual({
      code: 'provider.proxy',
      details: { proxy: refusing.shown, reason: 'answered', status: 403 },
    })
    const babbling = await serveProxy({ answers: 'hello, who is there?\r\n\r\n' })
    expect(await failureOf(ask(API, { ...trusted, proxyUrl: babbling.url }))).toEqual({
      code: 'provider.proxy',
      details: { proxy: babbling.shown, reason: 'badAnswer' },
    })
  })

  it('a proxy that is not there is told as the proxy, not as the provider', async () => {
    const proxy = await serveProxy()
    await proxy.close()
    const proxyUrl = proxy.url.replace('http://', 'http://buh:not-a-real-word@')
    expect(await failureOf(ask(API, { ...trusted, proxyUrl }))).toEqual({
      code: 'provider.proxy',
      details: { proxy: proxy.shown, reason: 'refused' },
    })
  })

  it('a certificate is judged through the tunnel too', async () => {
    const server = await serve(routes, fakeCertificate('expired'))
    const proxy = await serveProxy({ names: { 'api.fake.example:443': server.port } })
    expect(await failureOf(ask(API, { ...trusted, proxyUrl: proxy.url }))).toEqual({
      code: 'provider.tls',
      details: { host: 'api.fake.example', reason: 'expired' },
    })
  })
})

describe('the proxy of the environment', () => {
  it('is used for the world, not for this machine and not for what NO_PROXY names', async () => {
    const server = await serve(routes, fakeCertificate('server'))
    const names = { 'api.fake.example:443': server.port }
    const [first, second] = [await serveProxy({ names }), await serveProxy({ names })]
    const env = { HTTPS_PROXY: first.shown, NO_PROXY: 'localhost' }
    expect((await ask(API, trusted, env)).status).toBe(200)
    expect((await ask(`${server.origin}/who`, trusted, env)).status).toBe(200)
    expect(first.requests).toEqual(['CONNECT api.fake.example:443'])
    const byHand = { ...trusted, proxyUrl: second.url }
    expect((await ask(API, byHand, { HTTPS_PROXY: first.url, NO_PROXY: '*' })).status).toBe(200)
    expect(second.requests).toHaveLength(1)
  })
})
