import type { RecommendationView } from '#shared/contract/recommendations.ts'
import type { Format } from './format.ts'
import type { Translate } from './translate.ts'

const PERCENTS = ['percent', 'peak', 'mean']
const COUNTED = ['days', 'hours', 'months'] as const

/** What to do and why, in one sentence. A fact that is missing falls back to the sentence that needs none. */
export function recommendationSentence(
  { code, facts }: Pick<RecommendationView, 'code' | 'facts'>,
  t: Translate,
  format: Pick<Format, 'percent' | 'number'>,
): string {
  const params: Record<string, string> = {}
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'string') params[name] = value
    else params[name] = PERCENTS.includes(name) ? format.percent(value / 100) : format.number(value)
  }
  for (const name of COUNTED) {
    if (typeof facts[name] === 'number') params[name] = t(`recommendations.${name}`, { count: facts[name] })
  }
  if (typeof facts.days === 'number') params.daysOf = t('recommendations.daysOf', { count: facts.days })
  if (typeof facts.keepDays === 'number') {
    params.keepDays = t('recommendations.days', { count: facts.keepDays })
  }
  if (typeof facts.count === 'number') {
    params.volumes = t('recommendations.volumes', { count: facts.count })
    params.snapshots = t('recommendations.snapshots', { count: facts.count })
  }
  const sentence = t(`recommendations.do.${code}`, params)
  return /\{\w+\}/.test(sentence) ? t(`recommendations.short.${code}`) : sentence
}
