import type { Scope } from '#main/queries/scope.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { FileView } from '#shared/contract/values.ts'

const later = (): never => {
  throw new Error('not written yet')
}

export const exportConnections = (
  _scope: Scope,
  _input: ParsedInput<'connections.export'>,
): Promise<FileView> => later()

export const exportResources = (_scope: Scope, _input: ParsedInput<'resources.export'>): Promise<FileView> =>
  later()

export const exportChanges = (_scope: Scope, _input: ParsedInput<'changes.export'>): Promise<FileView> =>
  later()
