import { describe, expect, it } from 'vitest'
import { describeAuthorities, readAuthorities } from '#main/services/network/authorities.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { fakeAuthority, fakeCertificate } from '#tests/fakes/fault-tls.ts'

const codeOf = (pem: string): string => {
  try {
    readAuthorities(pem)
    return 'ok'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code
  }
}
const blocksOf = (pem: string): number => pem.match(/BEGIN CERTIFICATE/g)?.length ?? 0

describe('a file of authorities', () => {
  it('gives its certificates, each once, and nothing of what stands around them', () => {
    const { cert } = fakeCertificate('self-signed')
    const file = `subject=CN = Корень\r\n${fakeAuthority().replaceAll('\n', '\r\n')}\n# and\n${cert}${fakeAuthority()}`
    const pem = readAuthorities(file)
    expect(blocksOf(pem)).toBe(2)
    expect(pem).not.toMatch(/Корень|#|\r/)
    expect(readAuthorities(pem)).toBe(pem)
  })

  it('says who they are and until when they hold', () => {
    const [first, ...rest] = describeAuthorities(readAuthorities(fakeAuthority()))
    expect(rest).toEqual([])
    expect(first?.subject).not.toMatch(/[=\n]/)
    expect(first?.validTo).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it.each([
    ['', 'network.badCertificate'],
    ['no certificate', 'network.badCertificate'],
    ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'network.badCertificate'],
    [
      `${fakeAuthority()}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----`,
      'network.badCertificate',
    ],
    [fakeAuthority().slice(0, 200), 'network.badCertificate'],
  ])('that is not whole is refused: %#', (pem, code) => expect(codeOf(pem)).toBe(code))

  it('with a private key beside the certificate is refused', () => {
    const { cert, key } = fakeCertificate('server')
    expect(codeOf(key)).toBe('network.holdsKey')
    expect(codeOf(`${cert}${key}`)).toBe('network.holdsKey')
  })
})
