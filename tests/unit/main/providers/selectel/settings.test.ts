import { expect, it } from 'vitest'
import type { AccountContext } from '#main/providers/provider.ts'
import { fields } from '#main/providers/selectel/fields.ts'
import { knownAddress, poolAddress, readSettings } from '#main/providers/selectel/settings.ts'

const read = (settings: Record<string, string>, secrets: Record<string, string> = { token: 't' }) =>
  readSettings({ settings, secrets } as unknown as AccountContext)

it('what the person left out is Selectel’s own', () => {
  const settings = read({})
  expect(settings).toEqual({
    token: 't',
    user: null,
    account: null,
    identityUrl: 'https://cloud.api.selcloud.ru/identity/v3',
    apiUrl: 'https://api.selectel.ru',
    poolTemplate: null,
  })
  expect(poolAddress(settings, 'dbaas', 'ru-3')).toBe('https://ru-3.dbaas.selcloud.ru/v1')
  expect(poolAddress(settings, 'cr', 'ru-3')).toBe('https://cr.selcloud.ru/api/v1')
  expect(knownAddress(settings, ['volumev3', 'volume'], 'ru-7')).toBe(
    'https://ru-7.cloud.api.selcloud.ru/volume/v3',
  )
  expect(knownAddress(settings, ['object-store'], 'ru-7')).toBeNull()
})

it('addresses are taken without a slash at their end, and a template serves all services of a pool', () => {
  const settings = read({
    apiUrl: ' https://gw.example/api/ ',
    poolTemplate: 'https://gw.example/{service}/{pool}/',
  })
  expect(settings.apiUrl).toBe('https://gw.example/api')
  expect(poolAddress(settings, 'mks', 'ru-3')).toBe('https://gw.example/mks/ru-3')
})

it('a service user is a name and a password', () => {
  expect(read({ user: 'finops' }).user).toBeNull()
  expect(read({ user: ' finops ' }, { token: 't', password: ' not real ' }).user).toEqual({
    name: 'finops',
    password: ' not real ',
  })
})

it('the form speaks both languages, and asks for one thing only', () => {
  for (const { label, hint } of fields) {
    for (const text of [label, hint]) {
      if (text === null) continue
      expect(text.ru).toMatch(/[а-яё]/i)
      expect(text.en).not.toMatch(/[а-яё]/i)
    }
  }
  expect(fields.filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual(['token'])
  expect(fields.filter(({ kind }) => kind === 'secret').map(({ name }) => name)).toEqual([
    'token',
    'password',
  ])
})
