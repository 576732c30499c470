import { describe, expect, it } from 'vitest'
import { describeError } from '#shared/texts/errors.ts'

const title = (code: 'provider.tls' | 'provider.proxy' | 'provider.badAnswer', details: object): string[] =>
  (['ru', 'en'] as const).map((locale) => describeError({ code, details: { ...details } }, locale).title)

describe('why something failed', () => {
  it('is told in the language of the sentence around it', () => {
    expect(title('provider.tls', { host: 'api.fake.example', reason: 'expired' })).toEqual([
      'Не удалось проверить сертификат api.fake.example: истёк его срок.',
      'The certificate of api.fake.example could not be verified: it has expired.',
    ])
    expect(title('provider.proxy', { proxy: 'proxy:3128', reason: 'answered', status: 403 })).toEqual([
      'Прокси proxy:3128 не пропустил запрос: код 403.',
      'The proxy proxy:3128 did not let the request through: code 403.',
    ])
    expect(
      title('provider.badAnswer', {
        host: 'api.fake.example',
        path: 'servers.0.id',
        problem: 'invalid_type',
      }),
    ).toEqual([
      'api.fake.example ответил не так, как ожидалось: servers.0.id, значение другого вида.',
      'api.fake.example answered otherwise than expected: servers.0.id, a value of another kind.',
    ])
  })

  it('keeps the count that follows its code', () => {
    const details = { host: 'h', path: 'a', problem: 'unreadable (3)' }
    expect(title('provider.badAnswer', details)[0]).toContain('a, значение не прочитать (3).')
  })

  it('that has no text of its own is shown as it stands', () => {
    expect(title('provider.badAnswer', { host: 'h', path: 'a', problem: 'toString' })[0]).toContain(
      'toString',
    )
    expect(describeError({ code: 'host.saveFailed', details: { reason: 'expired' } }, 'en').title).toBe(
      'The file was not saved: expired',
    )
  })

  it.each([
    'selfSigned',
    'unknownIssuer',
    'expired',
    'notYetValid',
    'revoked',
    'wrongHost',
    'protocol',
    'untrusted',
  ])('a certificate’s %s has a text in both languages', (reason) => {
    const [ru, en] = title('provider.tls', { host: 'h', reason })
    expect(ru).not.toContain(reason)
    expect(en).toMatch(/verified: (the|it|its) /)
  })

  it.each([
    'login',
    'address',
    'scheme',
    'unknownName',
    'refused',
    'noRoute',
    'silent',
    'badAnswer',
    'answered',
  ])('a proxy’s %s has a text in both languages', (reason) => {
    const [ru, en] = title('provider.proxy', { proxy: 'p', reason, status: 500 })
    expect(ru).toMatch(/запрос: [а-яё]/)
    expect(en).toContain(' ')
    expect(`${ru}${en}`).not.toContain(`: ${reason}.`)
  })

  it.each([
    'json',
    'cut',
    'http',
    'incomplete',
    'invalid_value',
    'invalid_union',
    'invalid_format',
    'too_big',
    'too_small',
    'custom',
  ])('an answer’s %s has a text in both languages', (problem) => {
    const [ru, en] = title('provider.badAnswer', { host: 'h', path: '—', problem })
    expect(`${ru}${en}`).not.toContain(`, ${problem}.`)
  })
})
