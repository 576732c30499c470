import { describe, expect, it } from 'vitest'
import { isUnchanged, readFields } from '#main/services/connections/fields.ts'
import type { FieldSpec } from '#shared/contract/connections.ts'
import { AppError } from '#shared/errors/app-error.ts'

const text = (ru: string) => ({ ru, en: ru })
const field = (name: string, kind: FieldSpec['kind'], isRequired: boolean): FieldSpec => ({
  name,
  kind,
  label: text(name),
  hint: null,
  isRequired,
  isAdvanced: kind === 'url',
  placeholder: null,
  initial: null,
})

const SPECS = [
  field('login', 'text', true),
  field('password', 'secret', true),
  field('extra', 'secret', false),
  field('code', 'code', false),
  field('address', 'url', false),
]

const SETTINGS = { login: 'ivanov' }
const SECRETS = { password: 'not-a-real-one' }

function refusal(work: () => unknown): { code: string; details: unknown } {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details }
    throw error
  }
  throw new Error('nothing was refused')
}

const read = (
  settings: Record<string, string>,
  secrets: Record<string, string>,
  before: Parameters<typeof readFields>[2] = null,
) => readFields(SPECS, { settings, secrets }, before)

describe('readFields', () => {
  it('parts settings, secrets and codes, trims what is no secret and leaves out what is empty', () => {
    expect(
      read(
        { login: '  ivanov ', address: ' https://api.example/ ' },
        { password: ' keeps its spaces ', extra: '', code: '123456' },
      ),
    ).toEqual({
      settings: { login: 'ivanov', address: 'https://api.example/' },
      secrets: { password: ' keeps its spaces ' },
      codes: { code: '123456' },
    })
  })

  it('names the required field that is empty, blanks alone included', () => {
    expect(refusal(() => read({ login: '   ' }, SECRETS))).toEqual({
      code: 'connection.missingField',
      details: { field: 'login' },
    })
    expect(refusal(() => read(SETTINGS, {}))).toEqual({
      code: 'connection.missingField',
      details: { field: 'password' },
    })
  })

  it.each([
    [{ ...SETTINGS, other: 'x' }, SECRETS],
    [SETTINGS, { ...SECRETS, other: 'x' }],
    [SETTINGS, { ...SECRETS, login: 'x' }],
    [{ ...SETTINGS, password: 'x' }, SECRETS],
    [SETTINGS, { ...SECRETS, __proto__x: 'x' }],
  ])('refuses what the provider does not know, and a secret among the settings', (settings, secrets) => {
    expect(refusal(() => read(settings, secrets)).code).toBe('input.invalid')
  })

  it.each([
    'http://api.example/',
    'ftp://api.example/',
    'api.example',
    'https://',
    'javascript:alert(1)',
    'http://127.0.0.1.example/',
    'http://localhost.example/',
    'https://login:pass@api.example/',
  ])('refuses the address %s', (address) => {
    expect(refusal(() => read({ ...SETTINGS, address }, SECRETS))).toEqual({
      code: 'connection.badAddress',
      details: { field: 'address' },
    })
  })

  it.each([
    'https://api.example/v1',
    'http://127.0.0.1:8080/',
    'http://127.12.0.3/',
    'http://localhost:1/',
    'http://[::1]:8080/',
  ])('takes the address %s', (address) => {
    expect(read({ ...SETTINGS, address }, SECRETS).settings.address).toBe(address)
  })

  describe('with secrets that are kept', () => {
    const before = { settings: SETTINGS, secrets: { ...SECRETS, extra: 'e', token: 'given by the provider' } }

    it('takes every kept one where nothing new was typed', () => {
      expect(read(SETTINGS, { password: '', code: '7' }, before)).toEqual({
        settings: SETTINGS,
        secrets: before.secrets,
        codes: { code: '7' },
      })
    })

    it('drops what the provider gave for the old secrets when one of them changes', () => {
      expect(read(SETTINGS, { password: 'another' }, before).secrets).toEqual({
        password: 'another',
        extra: 'e',
      })
    })

    it('drops it too when the settings change', () => {
      expect(read({ login: 'petrov' }, {}, before).secrets).toEqual({ ...SECRETS, extra: 'e' })
    })

    it('says whether anything differs from before', () => {
      expect(isUnchanged(read(SETTINGS, {}, before), before)).toBe(true)
      expect(isUnchanged(read({ ...SETTINGS, address: 'https://x.example' }, {}, before), before)).toBe(false)
      expect(isUnchanged(read(SETTINGS, { extra: 'f' }, before), before)).toBe(false)
    })
  })
})
