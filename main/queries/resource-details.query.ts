import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Scope } from './scope.ts'

export function getResource(
  _scope: Scope,
  _input: ParsedInput<'resources.get'>,
): CallOutput<'resources.get'> {
  throw new Error('not written yet')
}

export function getResourceCosts(
  _scope: Scope,
  _input: ParsedInput<'resources.getCosts'>,
): CallOutput<'resources.getCosts'> {
  throw new Error('not written yet')
}

export function getResourceUsage(
  _scope: Scope,
  _input: ParsedInput<'resources.getUsage'>,
): CallOutput<'resources.getUsage'> {
  throw new Error('not written yet')
}

export function listResourceVersions(
  _scope: Scope,
  _input: ParsedInput<'resources.listVersions'>,
): CallOutput<'resources.listVersions'> {
  throw new Error('not written yet')
}

export function getResourceRaw(
  _scope: Scope,
  _input: ParsedInput<'resources.getRaw'>,
): CallOutput<'resources.getRaw'> {
  throw new Error('not written yet')
}
