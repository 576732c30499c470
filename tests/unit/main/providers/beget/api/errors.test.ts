import { describe, expect, it } from 'vitest'
import { isPartial, isShut, isTransport, loginError } from '#main/providers/beget/api/errors.ts'
import { AppError } from '#shared/errors/app-error.ts'

describe('words of the login', () => {
  it.each([
    ['INCORRECT_CREDENTIALS', 'provider.badCredentials'],
    ['EMPTY_LOGIN', 'provider.badCredentials'],
    ['EMPTY_PASSWORD', 'provider.badCredentials'],
    ['EXPIRED_PASSWORD', 'provider.badCredentials'],
    ['CODE_REQUIRED', 'provider.codeRequired'],
    ['CODE_REQUIRED_EMAIL', 'provider.codeRequired'],
    ['CODE_REQUIRED_SMS', 'provider.codeRequired'],
    ['CODE_REQUIRED_TOTP', 'provider.codeRequired'],
    ['INCORRECT_CODE', 'provider.badCode'],
    ['IP_BLOCKED', 'provider.addressBlocked'],
    ['CODE_SENT_LIMIT', 'provider.addressBlocked'],
    ['CODE_INPUT_LIMIT', 'provider.addressBlocked'],
    ['ACCOUNT_ON_MAINTANCE', 'provider.accountState'],
    ['ACCOUNT_DELETED', 'provider.accountState'],
    ['INTERNAL_ERROR', 'provider.serverError'],
    ['SOMETHING_OF_NEXT_YEAR', 'provider.refused'],
  ])('%s means %s', (word, code) => {
    const error = loginError(word, 'api.example', word)
    expect(error.code).toBe(code)
    expect(error.details.said).toBe(word)
  })
})

describe('what goes on after a failure', () => {
  it('a section that is closed or silent leaves the others alone', () => {
    for (const code of ['provider.forbidden', 'provider.serverError', 'provider.badAnswer'] as const)
      expect(isPartial(new AppError(code))).toBe(true)
  })

  it('a wrong password, a cancelled run and a bug end everything', () => {
    expect(isPartial(new AppError('provider.badCredentials'))).toBe(false)
    expect(isPartial(new AppError('sync.cancelled'))).toBe(false)
    expect(isPartial(new AppError('vault.locked'))).toBe(false)
    expect(isPartial(new TypeError('bug'))).toBe(false)
  })

  it('an address that is shut out is not tried again, and an answer is no failure of the way', () => {
    expect(isShut(new AppError('provider.addressBlocked'))).toBe(true)
    expect(isShut(new AppError('provider.refused'))).toBe(false)
    expect(isTransport(new AppError('provider.portal'))).toBe(true)
    expect(isTransport(new AppError('provider.serverError'))).toBe(false)
  })
})
