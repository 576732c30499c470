import { describe, expect, it } from 'vitest'
import { explainFailure } from '#main/adapters/net-errors.ts'

const proxy = { url: 'http://buh:not-a-real-word@proxy.fake.example:3128/', shown: 'proxy.fake.example:3128' }
const failed = (code: string): Error =>
  Object.assign(new Error(`failed with not-a-real-word at ${proxy.url}`), { code })
const explain = (code: string, through: typeof proxy | null = null) => {
  const { code: ours, details } = explainFailure(failed(code), 'api.fake.example', through)
  return [ours, details]
}
const host = 'api.fake.example'

describe('explainFailure', () => {
  it.each([
    ['ENOTFOUND', 'unknownName'],
    ['EAI_AGAIN', 'unknownName'],
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'noRoute'],
    ['ETIMEDOUT', 'silent'],
    ['ECONNRESET', 'reset'],
    ['EPIPE', 'reset'],
    ['SOMETHING_NEW', 'reset'],
  ])('%s is no connection: %s', (code, reason) => {
    expect(explain(code)).toEqual(['provider.unreachable', { host, reason }])
  })

  it('a connection that could not be made is the fault of the proxy where there is one', () => {
    expect(explain('ENOTFOUND', proxy)).toEqual([
      'provider.proxy',
      { proxy: 'proxy.fake.example:3128', reason: 'unknownName' },
    ])
    expect(explain('ECONNRESET', proxy)).toEqual(['provider.unreachable', { host, reason: 'reset' }])
  })

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'selfSigned'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unknownIssuer'],
    ['CERT_HAS_EXPIRED', 'expired'],
    ['CERT_NOT_YET_VALID', 'notYetValid'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrongHost'],
    ['CERT_CHAIN_TOO_LONG', 'untrusted'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'protocol'],
    ['EPROTO', 'protocol'],
  ])('%s is a certificate that cannot be trusted: %s', (code, reason) => {
    expect(explain(code)).toEqual(['provider.tls', { host, reason }])
  })

  it('nothing of the original goes along: neither its message nor itself', () => {
    const error = explainFailure(failed('ECONNREFUSED'), host, proxy)
    expect(error.cause).toBeUndefined()
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('not-a-real-word')
  })
})
