import { describe, expect, it } from 'vitest'
import { saidIn } from '#main/providers/http/said.ts'

const said = (body: unknown, secrets: string[] = []): string => saidIn(body, secrets)

describe('what a provider said', () => {
  it.each<[string, unknown, string]>([
    ['Nova', { itemNotFound: { code: 404, message: 'Instance not found' } }, 'Instance not found'],
    ['Neutron', { NeutronError: { type: 'X', message: 'No network', detail: '' } }, 'No network'],
    ['Octavia', { faultcode: 'Client', faultstring: 'Not allowed', debuginfo: null }, 'Not allowed'],
    ['Keystone', { error: { code: 401, message: 'Sign in', title: 'Unauthorized' } }, 'Sign in'],
    ['a title alone', { error: { code: 404, title: 'Not Found' } }, 'Not Found'],
    ['Beget', { error: 'INCORRECT_CREDENTIALS' }, 'INCORRECT_CREDENTIALS'],
    [
      'Beget, old',
      { status: 'error', error_text: 'No such user or wrong password', error_code: 'AUTH_ERROR' },
      'No such user or wrong password',
    ],
    [
      'Beget, a method',
      { status: 'success', answer: { status: 'error', errors: [{ error_text: 'Invalid domain' }] } },
      'Invalid domain',
    ],
    ['Selectel', { status: 'error', message: 'role required' }, 'role required'],
    ['a validator', { status: 'error', error: { locale: ['Missing data.'] } }, 'locale: Missing data.'],
    ['grpc', { code: 16, message: 'unauthenticated', details: [] }, 'unauthenticated'],
    ['JSON as text', '{"error":{"message":"inner"}}', 'inner'],
    ['plain text', 'Authorization required\n', 'Authorization required'],
    ['broken JSON', '{"error', '{"error'],
    ['a page', '<html><head><title>502 Bad Gateway</title></head><body>x</body></html>', '502 Bad Gateway'],
    ['nothing', {}, ''],
    ['numbers', { error: 7, message: null }, ''],
    ['null', null, ''],
  ])('%s', (_who, body, expected) => {
    expect(said(body)).toBe(expected)
  })

  it('is one line of at most two hundred characters', () => {
    expect(said({ message: 'a\n\tb\u202e\u0007  c' })).toBe('a b c')
    expect([...said({ message: '😀'.repeat(500) })]).toHaveLength(200)
    expect(said('x'.repeat(5_000_000))).toBe('')
  })

  it('holds no secret, in whatever form it comes back', () => {
    const secret = 'not a real/"key"+ж'
    const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret), secret.replaceAll(' ', '\n')]
    for (const form of forms) {
      const text = said({ message: `the key ${form} is wrong` }, [secret])
      expect(text).toMatch(/^the key "?•••"? is wrong$/)
    }
  })

  it('is stripped before it is cut: no half of a secret is left at its end', () => {
    const secret = 'not-a-real-key-0123456789'
    expect(said({ message: `${'x'.repeat(190)}${secret}` }, [secret])).toBe(`${'x'.repeat(190)}•••`)
    expect(said({ message: 'not-a-\u200breal-key-0123456789' }, [secret])).toBe('•••')
  })

  it('strips the longer of two secrets that begin alike', () => {
    expect(said('key abcd-efgh', ['abcd', 'abcd-efgh'])).toBe('key •••')
  })

  it('deep and wide bodies end the search', () => {
    let deep: unknown = { message: 'too deep' }
    for (let depth = 0; depth < 50; depth += 1) deep = { inner: deep }
    expect(said(deep)).toBe('')
    expect(said(Array.from({ length: 10_000 }, () => ({ a: {} })))).toBe('')
  })
})
