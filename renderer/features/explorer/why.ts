import { valueLabel } from '#renderer/app/costs/value-label.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { WaterfallStep } from '#renderer/ui/chart/waterfall-option.ts'
import type { CostDimension, ViewSpec } from '#shared/contract/costs.ts'
import type { EffectKind, EffectView } from '#shared/contract/explorer.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { directionOf, isZero } from './view.ts'

export type Explanation = CallOutput<'explorer.explain'>

/** A price belongs to a service of a provider; what is new or gone, to somebody's project. */
export const whyGroupings = {
  prices: ['service', 'provider'],
  things: ['service', 'project'],
} as const satisfies Record<string, CostDimension[]>

const ofThings: readonly EffectKind[] = ['new', 'gone']

export const explainSpec = (spec: ViewSpec, groupBy: readonly CostDimension[]): ViewSpec => ({
  ...spec,
  groupBy: [...groupBy],
  // A budget is no stretch of days: what it is exceeded by is explained against the days before.
  comparison: spec.comparison === 'lastYear' ? 'lastYear' : 'previous',
  isCumulative: false,
  granularity: 'day',
})

export type Reason = {
  id: string
  kind: EffectKind
  groupBy: readonly CostDimension[]
  item: EffectView['items'][number]
}

type Told = { answer: Explanation; groupBy: readonly CostDimension[] }

const effectOf = ({ answer }: Told, kind: EffectKind): EffectView | undefined =>
  answer.effects.find((effect) => effect.kind === kind)

/** Reasons one by one, the weightiest first. */
export function reasonsOf(prices: Told, things: Told | null): Reason[] {
  const reasons = prices.answer.effects.flatMap(({ kind, amount }) => {
    const other = things && ofThings.includes(kind) ? effectOf(things, kind) : undefined
    // Both answers tell of the same changes; where one has meanwhile changed, the first is told alone.
    const told = other && things && other.amount === amount ? things : prices
    return (effectOf(told, kind)?.items ?? []).map((item) => ({
      id: `${kind} ${told.groupBy.join()} ${JSON.stringify(item.keys)}`,
      kind,
      groupBy: told.groupBy,
      item,
    }))
  })
  return reasons.sort((a, b) => Math.abs(Number(b.item.amount)) - Math.abs(Number(a.item.amount)))
}

/** `Диски, Selectel`; a project by its kind, as its name alone says little. */
export function whatOf({ groupBy, item }: Reason, t: Translate, language: Locale): string {
  const words = groupBy.flatMap((dimension, at) => {
    const key = item.keys[at] ?? null
    if (key === null && at > 0) return []
    const label = valueLabel(dimension, key, item.labels[at] ?? null, t, language)
    return [dimension === 'project' ? t('explorer.ofProject', { name: label }) : label]
  })
  return words.join(', ')
}

export function reasonKey(kind: EffectKind, amount: string) {
  const way = directionOf(amount) === 'down' ? 'down' : 'up'
  switch (kind) {
    case 'new':
    case 'gone':
    case 'other':
      return `explorer.reason.${kind}` as const
    default:
      return `explorer.reason.${kind}.${way}` as const
  }
}

/** What was, each effect that is not nothing, and what came of it. */
export function waterfallSteps({ before, after, effects }: Explanation, t: Translate): WaterfallStep[] {
  return [
    { id: 'before', label: t('explorer.was'), kind: 'total', amount: before },
    ...effects
      .filter(({ amount }) => !isZero(amount))
      .map(
        ({ kind, amount, groups }): WaterfallStep => ({
          id: kind,
          label: t(`explorer.effect.${kind}`),
          kind: 'effect',
          amount,
          note: t('explorer.effectGroups', { count: groups }),
        }),
      ),
    { id: 'after', label: t('explorer.is'), kind: 'total', amount: after },
  ]
}
