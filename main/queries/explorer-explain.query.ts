import type { ViewSpec } from '#shared/contract/costs.ts'
import type { EffectView } from '#shared/contract/explorer.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { detailsOf } from './explorer/effect-details.ts'
import { type EffectGroup, type Explained, explained } from './explorer/effect-groups.ts'
import { type Items, itemsOf } from './explorer/explained-items.ts'
import { labelsOf } from './explorer/labels.ts'
import { type Question, questionOf } from './explorer/question.ts'
import type { Scope } from './scope.ts'

/** So many of each effect are named. */
const NAMED = 5

/** Why the days and the compared ones differ: what every thing's price, quantity, discount and rate did. */
export function explain(
  scope: Scope,
  { spec, unit }: ParsedInput<'explorer.explain'>,
): CallOutput<'explorer.explain'> {
  const question = compared(questionOf(scope, comparable(spec)))
  const items = itemsOf(scope, question)
  return toldIn(scope, question, items, unit ?? unitsOf(items, scope.currency)[0] ?? null)
}

/** In every currency that there is, the organisation's own first: the lines are looked through once for all. */
export function explainEach(scope: Scope, spec: ViewSpec): CallOutput<'explorer.explain'>[] {
  const question = compared(questionOf(scope, comparable(spec)))
  const items = itemsOf(scope, question)
  return unitsOf(items, scope.currency).map((unit) => toldIn(scope, question, items, unit))
}

function toldIn(
  scope: Scope,
  question: Question & { compared: DayRange },
  items: Items,
  asked: string | null,
): CallOutput<'explorer.explain'> {
  const found = explained(items, asked)
  return {
    groupBy: [...question.groupBy],
    period: question.period,
    compared: question.compared,
    bins: [{ ...question.period, hour: null, isWhole: question.isWhole(question.period) }],
    problems: [...question.problems, ...items.problems],
    dataThrough: question.coverage.dataThrough,
    converted: items.conversion?.view ?? null,
    unit: asked !== null && isCurrency(asked) ? asked : null,
    before: formatDecimal(found.before),
    after: formatDecimal(found.after),
    effects: viewsOf(scope, question, found),
  }
}

/** Money against the days before; quantities have no price to ask after. */
const comparable = (spec: ViewSpec): ViewSpec => ({
  ...spec,
  metric: spec.metric === 'quantity' ? 'billed' : spec.metric,
  granularity: 'total',
  comparison: spec.comparison === 'lastYear' ? 'lastYear' : 'previous',
})

function compared(question: Question): Question & { compared: DayRange } {
  if (!question.compared) throw new Error('a view without days to compare with')
  return { ...question, compared: question.compared }
}

function unitsOf({ rows, unitOf }: Items, own: Currency): string[] {
  const units = [...new Set(rows.units.map((_, row) => unitOf(row)))].sort()
  return units.includes(own) ? [own, ...units.filter((unit) => unit !== own)] : units
}

function viewsOf(
  scope: Scope,
  question: Question & { compared: DayRange },
  { effects }: Explained,
): EffectView[] {
  const named = effects.flatMap(({ kind, groups }) =>
    groups.slice(0, NAMED).map((group) => ({ kind, group })),
  )
  const details = detailsOf(scope, question, named)
  const labels = labelsOf(
    scope,
    question.groupBy,
    named.map(({ group }) => group.keys),
  )
  const detailOf = new Map(named.map(({ group }, at) => [group, details[at]]))
  const itemOf = (group: EffectGroup): EffectView['items'][number] => ({
    keys: [...group.keys],
    labels: labels(group.keys),
    amount: formatDecimal(group.amount),
    ...(detailOf.get(group) ?? { since: null, from: null, to: null, unit: null }),
  })
  return effects.map(({ kind, amount, groups }) => ({
    kind,
    amount: formatDecimal(amount),
    groups: groups.length,
    items: groups.slice(0, NAMED).map(itemOf),
  }))
}
