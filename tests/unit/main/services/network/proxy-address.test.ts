import { describe, expect, it } from 'vitest'
import { readProxyAddress, withPerson } from '#main/services/network/proxy-address.ts'
import { AppError } from '#shared/errors/app-error.ts'

const refusalOf = (text: string): unknown => {
  try {
    return readProxyAddress(text)
  } catch (error) {
    return error instanceof AppError ? { code: error.code, ...error.details } : error
  }
}

describe('a proxy’s address', () => {
  it.each([
    ['http://proxy.example:3128', 'http://proxy.example:3128'],
    ['HTTPS://Proxy.Example:8443/', 'https://proxy.example:8443'],
    ['proxy.example:3128', 'http://proxy.example:3128'],
    ['10.0.0.7:8080', 'http://10.0.0.7:8080'],
    ['http://[::1]:3128', 'http://[::1]:3128'],
    ['http://прокси.example:3128', 'http://xn--h1adldfi.example:3128'],
  ])('%s is taken as %s', (text, address) => expect(readProxyAddress(text)).toBe(address))

  it.each([
    ['socks5://proxy.example:1080', 'socks5://proxy.example:1080'],
    ['http://', 'http://'],
    ['ftp://x', 'ftp://x'],
    ['http://proxy.example:99999', 'http://proxy.example:99999'],
    ['http://proxy.example/path', 'http://proxy.example/path'],
    ['http://proxy.example?x=1', 'http://proxy.example?x=1'],
    ['двa слова', 'двa слова'],
  ])('%s is refused and named', (text, address) =>
    expect(refusalOf(text)).toEqual({ code: 'network.badProxy', address }),
  )

  it.each([
    'http://anna:not-a-real-password@proxy.example:3128',
    'anna:not-a-real-password@proxy.example:3128',
    'http://anna:not-a-real/pass@word@proxy.example:3128',
    'http://not-a-real-token@proxy.example',
  ])('with a person in it is refused, and the refusal names the address alone: %s', (text) => {
    expect(JSON.stringify(refusalOf(text))).toMatch(
      /^\{"code":"network\.badProxy","address":"(http:\/\/)?proxy\.example(:3128)?"\}$/,
    )
  })
})

describe('the address with the person', () => {
  it('carries any name and password as an address can', () => {
    const address = withPerson('http://proxy.example:3128', 'domain\\anna@corp', 'п:а/р@о%ль ?#')
    const { username, password, host } = new URL(address)
    expect([username, password].map(decodeURIComponent)).toEqual(['domain\\anna@corp', 'п:а/р@о%ль ?#'])
    expect(host).toBe('proxy.example:3128')
  })

  it('stays as it is without a name', () => {
    expect(withPerson('http://proxy.example:3128', null, 'unused')).toBe('http://proxy.example:3128')
    expect(withPerson('http://proxy.example:3128', 'anna', null)).toBe('http://anna@proxy.example:3128')
  })
})
