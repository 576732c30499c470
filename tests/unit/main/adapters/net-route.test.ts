import { describe, expect, it } from 'vitest'
import { allowedUrl, proxyFor } from '#main/adapters/net-route.ts'
import { AppError } from '#shared/errors/app-error.ts'

const system = { proxyUrl: null, caPem: null }
const api = new URL('https://api.fake.example/v1')
const throughEnv = (url: string, env: Record<string, string>): string | null =>
  proxyFor(new URL(url), system, env)?.shown ?? null

const detailsOf = (call: () => unknown): unknown => {
  try {
    return call()
  } catch (error) {
    return error instanceof AppError ? [error.code, error.details] : error
  }
}

describe('allowedUrl', () => {
  it.each([
    'https://api.fake.example/x',
    'https://10.0.0.1/',
    'http://localhost:8080/',
    'http://127.8.9.1/',
    'http://[::1]/',
  ])('lets %s through', (url) => {
    expect(allowedUrl(url).href).toBe(url)
  })

  it.each([
    'http://api.fake.example/',
    'http://127.0.0.1.fake.example/',
    'http://[::2]/',
    'http://0.0.0.0/',
    'https://user@api.fake.example/',
    'ws://127.0.0.1/',
    'javascript:alert(1)',
    '',
  ])('refuses %s', (url) => {
    expect(detailsOf(() => allowedUrl(url))).toMatchObject(['connection.badAddress', {}])
  })
})

describe('the choice of a proxy', () => {
  it('by hand wins over the environment and shows no password', () => {
    const route = { proxyUrl: 'http://buh:not-a-real-word@proxy.fake.example:3128', caPem: null }
    expect(proxyFor(api, route, { HTTPS_PROXY: 'http://other.fake.example', NO_PROXY: '*' })).toEqual({
      url: 'http://buh:not-a-real-word@proxy.fake.example:3128/',
      shown: 'proxy.fake.example:3128',
    })
  })

  it.each([
    ['socks5://proxy.fake.example:1080', 'scheme'],
    ['nonsense', 'address'],
    ['http://buh:100%zz@proxy.fake.example', 'address'],
  ])('%s is refused', (proxyUrl, reason) => {
    expect(detailsOf(() => proxyFor(api, { proxyUrl, caPem: null }, {}))).toMatchObject([
      'provider.proxy',
      { reason },
    ])
  })

  it('the environment names it with or without a scheme, in either case of letters', () => {
    expect(throughEnv(api.href, { HTTPS_PROXY: 'http://a.fake.example:1' })).toBe('a.fake.example:1')
    expect(throughEnv(api.href, { https_proxy: 'b.fake.example:2' })).toBe('b.fake.example:2')
    expect(throughEnv(api.href, { HTTP_PROXY: 'c.fake.example:3' })).toBeNull()
    expect(throughEnv(api.href, { HTTPS_PROXY: '' })).toBeNull()
    expect(throughEnv(api.href, {})).toBeNull()
  })

  it('this machine is reached straight whatever the environment says', () => {
    expect(throughEnv('https://localhost/', { HTTPS_PROXY: 'a.fake.example:1' })).toBeNull()
    expect(throughEnv('https://127.0.0.1:8443/', { HTTPS_PROXY: 'a.fake.example:1' })).toBeNull()
  })

  it.each([
    ['https://api.fake.example/', '*', true],
    ['https://api.fake.example/', 'api.fake.example', true],
    ['https://api.fake.example/', 'FAKE.example', true],
    ['https://api.fake.example/', '.fake.example', true],
    ['https://api.fake.example/', '*.fake.example', true],
    ['https://api.fake.example/', 'other.example, fake.example', true],
    ['https://api.fake.example/', 'i.fake.example', false],
    ['https://api.fake.example/', 'api.fake.example:443', true],
    ['https://api.fake.example/', 'api.fake.example:8443', false],
    ['https://10.1.2.3/', '10.0.0.0/8', true],
    ['https://11.1.2.3/', '10.0.0.0/8', false],
    ['https://10.1.2.3/', '10.1.2.3', true],
    ['https://10.1.2.3/', '2.3', false],
    ['https://[fd00::1]/', 'fd00::/8', true],
    ['https://[fd00::1]/', 'fd00::1', true],
    ['https://[fd00::1]/', '[fd00::1]:443', true],
    ['https://10.1.2.3/', '10.0.0.0/99, x/8, /', false],
    ['https://api.fake.example/', ' , ', false],
  ])('%s with NO_PROXY=%s goes straight: %s', (url, NO_PROXY, isStraight) => {
    expect(throughEnv(url, { HTTPS_PROXY: 'a.fake.example:1', NO_PROXY }) === null).toBe(isStraight)
  })
})
