import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Scope } from './scope.ts'

export function listSnapshots(
  _scope: Scope,
  _input: ParsedInput<'sync.listSnapshots'>,
): CallOutput<'sync.listSnapshots'> {
  throw new Error('not written yet')
}
