import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Scope } from './scope.ts'

export function listChanges(_scope: Scope, _input: ParsedInput<'changes.list'>): CallOutput<'changes.list'> {
  throw new Error('not written yet')
}
