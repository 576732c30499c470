import { describe, expect, it } from 'vitest'
import {
  findLacks,
  freeName,
  initialValues,
  placeRefusal,
  sameTexts,
  splitValues,
} from '#renderer/features/connections/wizard/form-values.ts'
import type { FieldSpec } from '#shared/contract/connections.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'

const field = (name: string, kind: FieldSpec['kind'], over: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  kind,
  label: { ru: `Поле ${name}`, en: `Field ${name}` },
  hint: null,
  isRequired: true,
  isAdvanced: false,
  placeholder: null,
  initial: null,
  ...over,
})

const FIELDS = [
  field('login', 'text'),
  field('password', 'secret'),
  field('code', 'code', { isRequired: false }),
  field('address', 'url', { isRequired: false, initial: 'https://api.example' }),
]
const error = (code: ErrorView['code'], details: ErrorView['details'] = {}): ErrorView => ({
  code,
  details,
  ref: null,
})

describe('the form of a provider', () => {
  it('begins with what is kept, else with what the provider suggests', () => {
    expect(initialValues(FIELDS)).toEqual({
      login: '',
      password: '',
      code: '',
      address: 'https://api.example',
    })
    expect(initialValues(FIELDS, { login: 'ivanov', address: 'https://own.example' })).toMatchObject({
      login: 'ivanov',
      address: 'https://own.example',
    })
  })

  it('sends secrets apart and leaves out what is blank', () => {
    expect(splitValues(FIELDS, { login: 'ivanov', password: 'p', code: ' ', address: '' })).toEqual({
      settings: { login: 'ivanov' },
      secrets: { password: 'p' },
    })
  })

  it('sees what is missing: a kept secret is not, a code only when it is asked for', () => {
    const blank = { login: ' ', password: '', code: '', address: '' }
    const none = { kept: [], asksCode: false }
    expect(findLacks(FIELDS, blank, none)).toEqual({ login: 'needed', password: 'needed' })
    expect(findLacks(FIELDS, blank, { kept: ['password'], asksCode: true })).toEqual({
      login: 'needed',
      code: 'needed',
    })
    const whole = { login: 'i', password: 'p', code: '' }
    expect(findLacks(FIELDS, { ...whole, address: 'api.example' }, none)).toEqual({ address: 'badAddress' })
    expect(findLacks(FIELDS, { ...whole, address: 'http://127.0.0.1:1' }, none)).toEqual({})
  })

  it('compares texts whatever their order', () => {
    expect(sameTexts({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true)
    expect(sameTexts({ a: '1' }, { a: '1', b: '2' })).toBe(false)
    expect(sameTexts({ a: '1' }, { b: '1' })).toBe(false)
  })
})

describe('placeRefusal', () => {
  const place = (view: ErrorView) => placeRefusal(view, FIELDS, 'ru')

  it('puts wrong credentials by the secret, in the words of the provider', () => {
    const { byField, banner } = place(error('provider.badCredentials', { said: 'INCORRECT_CREDENTIALS' }))
    expect(byField.password).toContain('INCORRECT_CREDENTIALS')
    expect(banner).toBeNull()
  })

  it('asks for a code without calling it a mistake, and calls a wrong one a mistake', () => {
    expect(place(error('provider.codeRequired'))).toEqual({ byField: {}, banner: null, asksCode: true })
    const wrong = place(error('provider.badCode'))
    expect(wrong.asksCode).toBe(true)
    expect(wrong.byField.code).toContain('Одноразовый код не подошёл')
  })

  it('names a field by its label and tells an unknown one above the form', () => {
    expect(place(error('connection.missingField', { field: 'login' })).byField.login).toContain(
      '«Поле login»',
    )
    expect(place(error('connection.badAddress', { field: 'address' })).byField.address).toContain('https://')
    expect(place(error('connection.missingField', { field: 'gone' })).banner).not.toBeNull()
  })

  it.each(['provider.unreachable', 'provider.timeout', 'connection.duplicate', 'internal'] as const)(
    'tells %s above the form',
    (code) => {
      expect(place(error(code))).toEqual({ byField: {}, banner: error(code), asksCode: false })
    },
  )

  it('has nowhere to put a code where the provider knows none', () => {
    const fields = FIELDS.filter(({ kind }) => kind !== 'code')
    expect(placeRefusal(error('provider.codeRequired'), fields, 'ru').banner).not.toBeNull()
  })
})

describe('freeName', () => {
  it('adds a number to a name that is taken, whatever its case', () => {
    expect(freeName('Beget, ivanov', [])).toBe('Beget, ivanov')
    expect(freeName('Beget, ivanov', ['BEGET, IVANOV ', 'Beget, ivanov 2'])).toBe('Beget, ivanov 3')
  })
})
