import type { CallOutput } from '#shared/contract/index.ts'
import type { Scope } from './scope.ts'

export function listFilters(_scope: Scope): CallOutput<'filters.list'> {
  throw new Error('not written yet')
}
