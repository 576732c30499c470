import type { CallOutput } from '#shared/contract/index.ts'
import type { Scope } from './scope.ts'

/** How far a month is on its way to being closed. */
export function readClosing(_scope: Scope, _month: string): CallOutput<'closing.get'> {
  throw new Error('not yet')
}
