import type { LadderView } from '#shared/contract/acts.ts'
import type { Scope } from './scope.ts'

/** Every account that has charges or acts in a month, from what was accrued to the act. */
export function listLadders(_scope: Scope, _month: string): LadderView[] {
  throw new Error('not yet')
}
