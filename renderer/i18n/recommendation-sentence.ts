import type { RecommendationView } from '#shared/contract/recommendations.ts'
import { sentenceOf } from '#shared/texts/recommendation-sentence.ts'
import type { Format } from './format.ts'
import type { Translate } from './translate.ts'

/** What to do and why, as reports say it too. */
export const recommendationSentence = (
  told: Pick<RecommendationView, 'code' | 'facts'>,
  t: Translate,
  format: Pick<Format, 'percent' | 'number'>,
): string => sentenceOf(told, (key, params) => t(`recommendations.${key}`, params), format)
