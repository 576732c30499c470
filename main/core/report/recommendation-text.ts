import type { RecommendationView } from '#shared/contract/recommendations.ts'
import { formatNumber, formatPercent, type Locale } from '#shared/lib/format-money.ts'
import { sentenceOf } from '#shared/texts/recommendation-sentence.ts'
import { recommendationWords } from '#shared/texts/recommendation-words.ts'
import { counted, fill } from './say.ts'

/** What to do and why, in the words of the page. */
export const recommendationText = (
  told: Pick<RecommendationView, 'code' | 'facts'>,
  language: Locale,
): string =>
  sentenceOf(
    told,
    (key, params = {}) => {
      const text = recommendationWords[language][key]
      if (typeof text !== 'string') return counted(text, Number(params.count ?? 0), language)
      return fill(
        text,
        Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
      )
    },
    {
      percent: (ratio) => formatPercent(ratio, language),
      number: (value) => formatNumber(value, language),
    },
  )
