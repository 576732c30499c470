import { valueLabel } from '#renderer/app/costs/value-label.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { WaterfallStep } from '#shared/charts/waterfall-option.ts'
import type { CostDimension, ViewSpec } from '#shared/contract/costs.ts'
import type { EffectKind, EffectView } from '#shared/contract/explorer.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { directionOf, sumOf } from './view.ts'

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

/** Less than half a kopeck is what rounding a unit's price leaves, and no reason. */
const LEAST_REASON = parseDecimal('0.005') ?? 0n

/** Reasons one by one, the weightiest first. */
export function reasonsOf(prices: Told, things: Told | null): Reason[] {
  const reasons = prices.answer.effects.flatMap(({ kind, amount }) => {
    const other = things && ofThings.includes(kind) ? effectOf(things, kind) : undefined
    // Both answers tell of the same changes; where one has meanwhile changed, the first is told alone.
    const told = other && things && other.amount === amount ? things : prices
    const items = effectOf(told, kind)?.items ?? []
    return items
      .filter((item) => sizeOf(item.amount) >= LEAST_REASON)
      .map((item) => ({
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

/** Beside the others smaller than this a step of the picture is a hairline. */
const LEAST_STEP = 200n

/** What was, each effect that is seen, and what came of it; hairlines are one step together, if that is seen. */
export function waterfallSteps({ before, after, effects }: Explanation, t: Translate): WaterfallStep[] {
  const sized = effects.map((effect) => ({ ...effect, size: sizeOf(effect.amount) }))
  const all = sized.reduce((sum, { size }) => sum + size, 0n)
  const isSeen = (size: bigint): boolean => size > 0n && size * LEAST_STEP >= all
  const step = (kind: EffectKind, amount: string, groups: number): WaterfallStep => ({
    id: kind,
    label: t(`explorer.effect.${kind}`),
    kind: 'effect',
    amount,
    note: t('explorer.effectGroups', { count: groups }),
  })
  const small = sized.filter(({ kind, size }) => kind === 'other' || !isSeen(size))
  const together = sumOf(small.map(({ amount }) => amount))
  return [
    { id: 'before', label: t('explorer.was'), kind: 'total', amount: before },
    ...sized
      .filter(({ kind, size }) => kind !== 'other' && isSeen(size))
      .map(({ kind, amount, groups }) => step(kind, amount, groups)),
    ...(isSeen(sizeOf(together))
      ? [
          step(
            'other',
            together,
            small.reduce((sum, { groups }) => sum + groups, 0),
          ),
        ]
      : []),
    { id: 'after', label: t('explorer.is'), kind: 'total', amount: after },
  ]
}

function sizeOf(amount: string): bigint {
  const femtos = parseDecimal(amount) ?? 0n
  return femtos < 0n ? -femtos : femtos
}
