import type { ViewSpec } from '#shared/contract/costs.ts'
import type { EffectView } from '#shared/contract/explorer.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { detailsOf } from './explorer/effect-details.ts'
import { type EffectGroup, type Explained, explained } from './explorer/effect-groups.ts'
import { type Items, itemsOf } from './explorer/explained-items.ts'
import { answerTables } from './explorer/kept-answers.ts'
import { labelsOf } from './explorer/labels.ts'
import { idOf, type Question, questionOf } from './explorer/question.ts'
import { createPerWorkspace, lastUsed } from './kept.ts'
import type { Scope } from './scope.ts'

/** So many of each effect are named. */
const NAMED = 5

type Output = CallOutput<'explorer.explain'>
type Compared = Question & { compared: DayRange }
type Told = Pick<Output, 'unit' | 'before' | 'after' | 'effects'>
/** An answer without the lines that it was made from. */
type Known = Pick<Output, 'converted' | 'problems'> & { units: string[]; told: Map<string | null, Told> }

/** Why the days and the compared ones differ: what every thing's price, quantity, discount and rate did. */
export function explain(scope: Scope, { spec, unit }: ParsedInput<'explorer.explain'>): Output {
  const question = compared(questionOf(scope, comparable(spec)))
  const known = knownOf(scope, question, (units) => [unit ?? units[0] ?? null])
  return { ...headOf(question, known), ...(known.told.get(unit ?? known.units[0] ?? null) as Told) }
}

/** In every currency that there is, the organisation's own first: the lines are looked through once for all. */
export function explainEach(scope: Scope, spec: ViewSpec): Output[] {
  const question = compared(questionOf(scope, comparable(spec)))
  const known = knownOf(scope, question, (units) => units)
  return known.units.map((unit) => ({ ...headOf(question, known), ...(known.told.get(unit) as Told) }))
}

const headOf = (question: Compared, { converted, problems }: Known) => ({
  groupBy: [...question.groupBy],
  period: question.period,
  compared: question.compared,
  bins: [{ ...question.period, hour: null, isWhole: question.isWhole(question.period) }],
  problems: [...question.problems, ...problems],
  dataThrough: question.coverage.dataThrough,
  converted,
})

/** Pages of a report ask for the same explanation one after another, and it takes a look at everything that is sold. */
const MOST = 6
const keptOf = createPerWorkspace(() => new Map<string, { at: number; known: Known }>())

function knownOf(scope: Scope, question: Compared, wanted: (units: string[]) => (string | null)[]): Known {
  const at = scope.revision.of(answerTables)
  const all = keptOf(scope)
  for (const [id, kept] of all) if (kept.at !== at) all.delete(id)
  const id = `${scope.today} ${scope.currency} ${scope.rateRule ?? ''} ${idOf(question)}`
  const kept = all.get(id)?.known
  if (kept && wanted(kept.units).every((unit) => kept.told.has(unit))) return kept
  const items = itemsOf(scope, question)
  const known: Known = kept ?? {
    converted: items.conversion?.view ?? null,
    problems: items.problems,
    units: unitsOf(items, scope.currency),
    told: new Map(),
  }
  for (const unit of wanted(known.units)) known.told.set(unit, toldIn(scope, question, items, unit))
  return lastUsed(all, id, MOST, () => ({ at, known })).known
}

function toldIn(scope: Scope, question: Compared, items: Items, asked: string | null): Told {
  const found = explained(items, asked, NAMED)
  return {
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

function compared(question: Question): Compared {
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
  const named = effects.flatMap(({ kind, largest }) => largest.map((group) => ({ kind, group })))
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
  return effects.map(({ kind, amount, count, largest }) => ({
    kind,
    amount: formatDecimal(amount),
    groups: count,
    items: largest.map(itemOf),
  }))
}
