import { AppError } from '#shared/errors/app-error.ts'
import type { ErrorCode } from '#shared/errors/codes.ts'

/** Words of the login and of the renewal, both answered with status 200. The list is open: Beget adds to it. */
const LOGIN_ERRORS: Readonly<Record<string, ErrorCode>> = {
  EMPTY_LOGIN: 'provider.badCredentials',
  EMPTY_PASSWORD: 'provider.badCredentials',
  INCORRECT_CREDENTIALS: 'provider.badCredentials',
  EXPIRED_PASSWORD: 'provider.badCredentials',
  INCORRECT_CODE: 'provider.badCode',
  IP_BLOCKED: 'provider.addressBlocked',
  CODE_SENT_LIMIT: 'provider.addressBlocked',
  CODE_INPUT_LIMIT: 'provider.addressBlocked',
}

/** `said`: the same word, fit to be shown. */
export function loginError(word: string, host: string, said: string): AppError {
  const known = LOGIN_ERRORS[word]
  if (known) return new AppError(known, { host, said })
  if (word.startsWith('CODE_REQUIRED')) return new AppError('provider.codeRequired', { host, said })
  if (word.startsWith('ACCOUNT_')) return new AppError('provider.accountState', { host, said })
  const code = word === 'INTERNAL_ERROR' ? 'provider.serverError' : 'provider.refused'
  return new AppError(code, { host, status: 200, said })
}

/** The request never got to the API, or nothing came back from it. */
const TRANSPORT: readonly ErrorCode[] = [
  'provider.unreachable',
  'provider.timeout',
  'provider.tls',
  'provider.proxy',
  'provider.portal',
]

/** It may pass by itself. */
const PASSING: readonly ErrorCode[] = [...TRANSPORT, 'provider.serverError', 'provider.rateLimited']

/** Failures of one part of the account; every other one ends the look at the whole of it. */
const PARTIAL: readonly ErrorCode[] = [
  ...PASSING,
  'provider.forbidden',
  'provider.badAnswer',
  'provider.refused',
  'provider.tooLarge',
  'provider.endless',
]

const isOneOf =
  (codes: readonly ErrorCode[]) =>
  (error: unknown): boolean =>
    error instanceof AppError && codes.includes(error.code)

export const isTransport = isOneOf(TRANSPORT)
export const isPassing = isOneOf(PASSING)
export const isPartial = isOneOf(PARTIAL)
/** The provider asks for a one-time code, or did not like the one it got. */
export const wantsCode = isOneOf(['provider.codeRequired', 'provider.badCode'])
/** Trying again would make it worse. */
export const isShut = isOneOf(['provider.addressBlocked', 'provider.accountState'])
