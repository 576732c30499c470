import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Scope } from './scope.ts'

export function listUnrecognised(
  _scope: Scope,
  _input: ParsedInput<'unrecognised.list'>,
): CallOutput<'unrecognised.list'> {
  throw new Error('not written yet')
}

export function listTypeRules(_scope: Scope): CallOutput<'unrecognised.listRules'> {
  throw new Error('not written yet')
}
