import type { imports } from '#shared/contract/imports.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const importsHandlers = (_parts: Parts): HandlersOf<typeof imports> =>
  ({}) as HandlersOf<typeof imports>
