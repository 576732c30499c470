import { listRecommendations } from '#main/queries/recommendations.query.ts'
import type { recommendations } from '#shared/contract/recommendations.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const recommendationsHandlers = ({ scopeOf }: Parts): HandlersOf<typeof recommendations> => ({
  'recommendations.list': (input, { session }) => listRecommendations(scopeOf(session), input),
})
