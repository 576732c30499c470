import type { CallInput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import type { ErrorCode } from '#shared/errors/codes.ts'

export const callers = ['stranger', 'locked', 'viewer', 'analyst', 'admin', 'owner'] as const
type Code = 'ok' | ErrorCode
/** What each of the callers above is answered, in their order. */
export type Row<N extends CallName> = [input: CallInput<N>, ...codes: [Code, Code, Code, Code, Code, Code]]

export const no = 'auth.required'
export const shut = 'auth.locked'
export const never = 'auth.forbidden'
export const wrong = 'auth.wrongPassword'

export const reads = [no, shut, 'ok', 'ok', 'ok', 'ok'] as const
export const own = [no, shut, 'ok', 'ok', 'ok', 'ok'] as const
export const governs = [no, shut, never, never, 'ok', 'ok'] as const
/** For those who may change data, whatever the call then says to what was asked. */
export const works = (code: Code) => [no, shut, never, code, code, code] as const
/** For everybody who may look, whatever the call then says to what was asked. */
export const asks = (code: Code) => [no, shut, code, code, code, code] as const
