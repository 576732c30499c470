import type { RecommendationView } from '../contract/recommendations.ts'
import type { recommendationWords } from './recommendation-words.ts'

type Key = keyof (typeof recommendationWords)['ru']
type Params = Readonly<Record<string, string | number>>

const PERCENTS = ['percent', 'peak', 'mean']
const COUNTED = ['days', 'hours', 'months'] as const

/**
 * What to do and why, in one sentence. A fact that is missing falls back to the sentence that needs none. `say` fills a
 * text in; what it lacks a parameter for stays in braces.
 */
export function sentenceOf(
  { code, facts }: Pick<RecommendationView, 'code' | 'facts'>,
  say: (key: Key, params?: Params) => string,
  format: { percent(ratio: number): string; number(value: number): string },
): string {
  const params: Record<string, string> = {}
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'string') params[name] = value
    else params[name] = PERCENTS.includes(name) ? format.percent(value / 100) : format.number(value)
  }
  for (const name of COUNTED) {
    if (typeof facts[name] === 'number') params[name] = say(name, { count: facts[name] })
  }
  if (typeof facts.days === 'number') params.daysOf = say('daysOf', { count: facts.days })
  if (typeof facts.keepDays === 'number') params.keepDays = say('days', { count: facts.keepDays })
  if (typeof facts.count === 'number') {
    params.volumes = say('volumes', { count: facts.count })
    params.snapshots = say('snapshots', { count: facts.count })
  }
  const sentence = say(`do.${code}`, params)
  return /\{\w+\}/.test(sentence) ? say(`short.${code}`) : sentence
}
