import { listResources } from '#main/queries/resources.query.ts'
import type { resources } from '#shared/contract/resources.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const resourcesHandlers = ({ scopeOf }: Parts): HandlersOf<typeof resources> => ({
  'resources.list': (input, { session }) => listResources(scopeOf(session), input),
})
