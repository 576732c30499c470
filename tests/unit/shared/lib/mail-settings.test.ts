import { describe, expect, it } from 'vitest'
import { mailField } from '#shared/lib/mail-settings.ts'

const settings = { host: 'smtp.example.ru', security: 'tls' as const, from: 'reports@example.ru' }

describe('settings of mail', () => {
  it.each([
    {},
    { host: 'почта.рф' },
    { host: '10.0.0.5' },
    { from: 'Отчёты <reports@example.ru>' },
    { host: 'localhost', security: 'none' as const },
    { host: '127.0.0.1', security: 'none' as const },
    { host: '::1', security: 'none' as const },
    { host: '', from: '' },
  ])('will do: %o', (facts) => {
    expect(mailField({ ...settings, ...facts })).toBeNull()
  })

  it.each([
    ['host', { host: 'https://smtp.example.ru' }],
    ['host', { host: 'smtp example.ru' }],
    ['host', { host: 'smtp.example.ru:465' }],
    ['host', { host: '-x.ru' }],
    ['security', { security: 'none' as const }],
    ['security', { host: '127.0.0.1.evil.example', security: 'none' as const }],
    ['security', { host: 'localhost.evil.example', security: 'none' as const }],
    ['from', { from: 'reports' }],
    ['from', { from: 'a@example.ru, b@example.ru' }],
    ['from', { from: 'Отчёты\r\nBcc: <a@example.ru>' }],
  ])('will not do for their %s: %o', (field, facts) => {
    expect(mailField({ ...settings, ...facts })).toBe(field)
  })
})
