import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import { CSP } from '#main/hosts/page/csp.ts'
import { startWebServer, type WebServer } from '#main/hosts/web/server.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { sendRaw, statusOf } from '#tests/support/raw-http.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let ports: TestPorts
let backend: Backend
let server: WebServer
let bundleFolder = ''

beforeEach(async () => {
  const folder = tempFolder()
  bundleFolder = join(folder, 'page')
  mkdirSync(join(bundleFolder, 'assets'), { recursive: true })
  writeFileSync(join(bundleFolder, 'index.html'), '<p>the page</p>')
  writeFileSync(join(bundleFolder, 'assets', 'app-1.js'), 'let a')
  writeFileSync(join(folder, 'secret.json'), 'outside')
  ports = testPorts(join(folder, 'data'), { host: 'web' })
  backend = await createBackend(ports)
  server = await startWebServer({
    backend,
    bundleFolder,
    ids: ports.ids,
    log: ports.log,
    inbox: ports.inbox,
    exportsFolder: ports.paths.exportsFolder,
  })
})

afterEach(async () => {
  await server.close()
  await backend.close()
})

const portOf = (web: WebServer): number => Number(new URL(web.origin).port)
const visit = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { headers, redirect: 'manual' })

async function signIn(web: WebServer = server): Promise<string> {
  const [cookie] = (await visit(web.newLink())).headers.getSetCookie()
  return cookie?.split(';', 1)[0] ?? ''
}

type Post = { cookie?: string; headers?: Record<string, string>; body?: string; call?: string }

const post = ({ cookie = '', headers = {}, body = '{}', call = 'app.getState' }: Post): Promise<Response> =>
  fetch(`${server.origin}/rpc/${call}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin, cookie, ...headers },
    body,
  })

describe('the one-time link', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await visit(server.link)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/')
    const name = `infrazen_${portOf(server)}`
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(new RegExp(`^${name}=[^;]+; HttpOnly; SameSite=Strict; Path=/$`)),
    ])
  })

  it('works once', async () => {
    await visit(server.link)
    const again = await visit(server.link)
    expect(again.status).toBe(403)
    expect(again.headers.getSetCookie()).toEqual([])
  })

  it('stops working when a newer one is made', async () => {
    const old = server.link
    const renewed = server.newLink()
    expect((await visit(old)).status).toBe(403)
    expect((await visit(renewed)).status).toBe(303)
  })

  it.each(['cross-site', 'same-site'])(
    'is refused from a %s page, and is not used up by it',
    async (site) => {
      expect((await visit(server.link, { 'sec-fetch-site': site })).status).toBe(403)
      expect((await visit(server.link, { 'sec-fetch-site': 'none' })).status).toBe(303)
    },
  )

  it('is not used up by HEAD', async () => {
    expect((await fetch(server.link, { method: 'HEAD' })).status).toBe(405)
    expect((await visit(server.link)).status).toBe(303)
  })

  it.each(['', '?t=', '?t=guess', '?T=1'])('is not opened by /auth%s', async (query) => {
    expect((await visit(`${server.origin}/auth${query}`)).status).toBe(403)
  })

  it('never reaches the log', async () => {
    await visit(server.link)
    await visit(server.link)
    await visit(server.link, { 'sec-fetch-site': 'cross-site' })
    const token = new URL(server.link).searchParams.get('t') ?? 'none'
    expect(JSON.stringify(ports.lines)).not.toContain(token)
  })
})

describe('a stranger', () => {
  it('sees a page in two languages that says where the link is, with nothing inline', async () => {
    const answer = await visit(`${server.origin}/resources`)
    const html = await answer.text()
    expect(answer.status).toBe(401)
    expect(html).toMatch(/ссылке из терминала[\s\S]*link from the terminal/)
    expect(html).not.toMatch(/<script|<style|style=|the page/)
  })

  it.each(['/assets/app-1.js', '/index.html'])('does not get %s', async (path) => {
    const answer = await visit(server.origin + path)
    expect(answer.status).toBe(401)
    expect(await answer.text()).not.toMatch(/let a|the page/)
  })

  it('cannot call or listen', async () => {
    expect((await post({})).status).toBe(401)
    expect((await visit(`${server.origin}/events`)).status).toBe(401)
  })

  it('is not let in by the cookie of another port', async () => {
    const other = await startWebServer({
      backend,
      bundleFolder,
      ids: ports.ids,
      log: ports.log,
      inbox: ports.inbox,
      exportsFolder: ports.paths.exportsFolder,
    })
    const foreign = await signIn(other)
    await other.close()
    const key = foreign.split('=')[1]
    expect((await post({ cookie: foreign })).status).toBe(401)
    expect((await post({ cookie: `infrazen_${portOf(server)}=${key}` })).status).toBe(401)
  })
})

describe('the Host header', () => {
  const ask = (lines: string[]): Promise<string> =>
    sendRaw(
      portOf(server),
      `GET / HTTP/1.1\r\n${lines.map((l) => `${l}\r\n`).join('')}Connection: close\r\n\r\n`,
    )

  it.each([
    ['a name that was rebound to this machine', ['Host: evil.example']],
    ['localhost', ['Host: localhost:PORT']],
    ['no port', ['Host: 127.0.0.1']],
    ['another port', ['Host: 127.0.0.1:1']],
    ['a name that ends like ours', ['Host: evil.example#127.0.0.1:PORT']],
    ['a user before our name', ['Host: me@127.0.0.1:PORT']],
    ['a dot after our name', ['Host: 127.0.0.1.:PORT']],
    ['another spelling of the address', ['Host: 2130706433:PORT']],
    ['two of them, ours first', ['Host: 127.0.0.1:PORT', 'Host: evil.example']],
    ['two of them, ours last', ['Host: evil.example', 'Host: 127.0.0.1:PORT']],
    ['none, but a forwarded one', ['X-Forwarded-Host: 127.0.0.1:PORT']],
  ])('is refused with %s', async (_, lines) => {
    const cookie = await signIn()
    const own = lines.map((line) => line.replace('PORT', String(portOf(server))))
    const answer = await ask([...own, `Cookie: ${cookie}`])
    expect([400, 421]).toContain(statusOf(answer))
    expect(answer).not.toContain('the page')
  })

  it('is not replaced by an address in the request line', async () => {
    const cookie = await signIn()
    const host = `127.0.0.1:${portOf(server)}`
    for (const target of ['http://evil.example/', '//evil.example/', `http://${host}/`]) {
      const answer = await sendRaw(
        portOf(server),
        `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
      )
      expect(statusOf(answer)).toBe(400)
    }
  })
})

describe('a call', () => {
  it('is carried when it comes from our own page', async () => {
    const answer = await post({ cookie: await signIn() })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ ok: true, value: { session: null } })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  it.each([
    ['no Origin', { origin: '' }, 403],
    ['an Origin of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['an Origin that begins like ours', { origin: 'ORIGIN.evil.example' }, 403],
    ['a null Origin', { origin: 'null' }, 403],
    ['text, as a form could send', { 'content-type': 'text/plain' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text that mentions JSON', { 'content-type': 'text/plain; application/json' }, 415],
    ['a request from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a request from another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
  ])('is refused with %s', async (_, headers, status) => {
    const own = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('ORIGIN', server.origin)]),
    )
    const answer = await post({ cookie: await signIn(), headers: own, call: 'people.startDemo' })
    expect(answer.status).toBe(status)
    const { value } = (await (await post({ cookie: await signIn() })).json()) as {
      value: { hasDemo: boolean }
    }
    expect(value.hasDemo).toBe(false)
  })

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('is refused as %s', async (method) => {
    const answer = await fetch(`${server.origin}/rpc/people.startDemo`, {
      method,
      headers: { cookie: await signIn(), origin: server.origin },
    })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('POST')
  })

  it.each([
    ['announced', 9_000_001, '{}'],
    ['sent', null, JSON.stringify({ text: 'x'.repeat(1_000_001) })],
  ])('is refused when a body over the limit is %s', async (_, announced, body) => {
    const cookie = await signIn()
    const length = announced ?? body.length
    const answer = await sendRaw(
      portOf(server),
      `POST /rpc/app.getState HTTP/1.1\r\nHost: 127.0.0.1:${portOf(server)}\r\nOrigin: ${server.origin}\r\n` +
        `Content-Type: application/json\r\nCookie: ${cookie}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`,
    )
    expect(statusOf(answer)).toBe(413)
    expect(answer).toContain('"call.tooLarge"')
  })

  it('answers what is not JSON, and a name that is no call, with an envelope', async () => {
    const cookie = await signIn()
    const broken = await post({ cookie, body: '{"a":' })
    expect([broken.status, await broken.json()]).toEqual([400, expect.objectContaining({ ok: false })])
    for (const call of ['__proto__', 'constructor.name', '..%2fauth', 'app.getState%0d%0aX-Evil:1']) {
      const answer = await post({ cookie, call })
      expect(await answer.json()).toMatchObject({ ok: false, error: { code: 'call.unknown' } })
      expect(answer.headers.get('x-evil')).toBeNull()
    }
  })
})

describe('files of the page', () => {
  it('come with the whole set of headers', async () => {
    const answer = await visit(`${server.origin}/`, { cookie: await signIn() })
    expect(await answer.text()).toBe('<p>the page</p>')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': CSP,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cache-control': 'no-store',
    })
  })

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%252e%252e%252fsecret.json',
    '/..%5csecret.json',
    '/assets/app-1.js%00',
    '/%',
  ])('do not include what lies at %s', async (path) => {
    const answer = await sendRaw(
      portOf(server),
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${portOf(server)}\r\nCookie: ${await signIn()}\r\nConnection: close\r\n\r\n`,
    )
    expect(statusOf(answer)).toBe(404)
    expect(answer).not.toContain('outside')
  })
})

describe('events', () => {
  const listen = async (cookie: string) => {
    const answer = await visit(`${server.origin}/events`, { cookie })
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    return async (): Promise<string> => (await reader?.read())?.value ?? ''
  }
  const workspace = (name: string) =>
    JSON.stringify({
      workspaceName: name,
      userName: 'Анна Петрова',
      password: 'Сиреневый-туман-41',
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
    })

  it('of one organisation are not heard in another', async () => {
    const [anna, boris] = [await signIn(), await signIn()]
    await post({ cookie: anna, call: 'people.addWorkspace', body: workspace('Берег') })
    await post({ cookie: boris, call: 'people.addWorkspace', body: workspace('Склон') })
    const [hearAnna, hearBoris] = [await listen(anna), await listen(boris)]
    expect([await hearAnna(), await hearBoris()]).toEqual(['retry: 2000\n\n', 'retry: 2000\n\n'])
    await post({ cookie: anna, call: 'settings.update', body: '{"theme":"dark"}' })
    await post({ cookie: boris, call: 'people.lock' })
    expect(await hearAnna()).toContain('"settings.changed"')
    // The first thing Boris hears is his own: Anna's came earlier and was not for him.
    expect(await hearBoris()).toContain('"session.changed"')
  })

  it('are refused to a page of another site', async () => {
    const headers = { cookie: await signIn(), 'sec-fetch-site': 'cross-site' }
    expect((await visit(`${server.origin}/events`, headers)).status).toBe(403)
  })

  it('end when the server stops', async () => {
    const hear = await listen(await signIn())
    expect(await hear()).toBe('retry: 2000\n\n')
    await server.close()
    expect(await hear()).toBe('')
  })
})

describe('a slow or greedy client', () => {
  it('is cut off when its headers do not end', async () => {
    const limits = { headersMs: 60, requestMs: 60, checkEveryMs: 20 }
    const strict = await startWebServer({
      backend,
      bundleFolder,
      ids: ports.ids,
      log: ports.log,
      inbox: ports.inbox,
      exportsFolder: ports.paths.exportsFolder,
      limits,
    })
    expect(statusOf(await sendRaw(portOf(strict), 'GET / HTTP/1.1\r\nHost: 127'))).toBe(408)
    await strict.close()
  })

  it('is refused headers without end', async () => {
    const answer = await sendRaw(portOf(server), `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)
    expect(statusOf(answer)).toBe(431)
  })

  it('cannot be reached from another address of this machine', async () => {
    expect(new URL(server.origin).hostname).toBe('127.0.0.1')
    await expect(fetch(`http://[::1]:${portOf(server)}/`)).rejects.toThrow()
  })
})
