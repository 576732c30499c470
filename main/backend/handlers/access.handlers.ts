import { listTokens } from '#main/queries/tokens.query.ts'
import type { access } from '#shared/contract/access.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const accessHandlers = ({ access: service, scopeOf }: Parts): HandlersOf<typeof access> => ({
  'tokens.list': (_, { session }) => listTokens(scopeOf(session)),
  'tokens.add': (input, { session }) => service.add(session, input),
  'tokens.remove': ({ id }, { session }) => service.remove(session, id),
  'people.signInByToken': ({ token }, { caller }) => service.signInByToken(token, caller),
  'people.signInAsSystem': ({ organisation }, { caller }) => service.signInAsSystem(organisation, caller),
})
