import type { ErrorCode } from '#shared/errors/codes.ts'
import { WRONG_RUNTIME } from './runtime.mjs'

/**
 * What a script learns from any command of the program. 77 and 78 are the system's own customary numbers for
 * "no permission" and "not set up".
 */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 2,
  partly: 3,
  storeBusy: 4,
  noPermission: 77,
  wrongRuntime: WRONG_RUNTIME,
} as const

const special: Partial<Record<ErrorCode, number>> = {
  'input.invalid': exitCodes.usage,
  'store.busy': exitCodes.storeBusy,
  'store.noPermission': exitCodes.noPermission,
  'store.readOnly': exitCodes.noPermission,
  'auth.forbidden': exitCodes.noPermission,
  'auth.required': exitCodes.noPermission,
  'auth.tooManyAttempts': exitCodes.noPermission,
  'access.notOwner': exitCodes.noPermission,
  'access.whichOrganisation': exitCodes.usage,
  'token.wrong': exitCodes.noPermission,
  'token.expired': exitCodes.noPermission,
  'spool.busy': exitCodes.storeBusy,
}

export const exitCodeOf = (code: ErrorCode): number => special[code] ?? exitCodes.failed
