import { eq, getTableName } from 'drizzle-orm'
import { isGuess } from '#main/core/allocation/columns.ts'
import { type Suggestion, suggestionsFor } from '#main/core/allocation/suggest/suggestions.ts'
import type { Things } from '#main/core/allocation/suggest/things.ts'
import type { LedgerCube } from '#main/ports/ledger.ts'
import { dismissedSuggestions } from '#main/store/schema/allocation.ts'
import { resources } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'
import type { AllocationRule, SuggestionView } from '#shared/contract/allocation.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { connectionNames } from '../inventory.ts'
import { createPerWorkspace, lastUsed } from '../kept.ts'
import type { Scope } from '../scope.ts'
import { coverageOf } from './coverage.ts'
import { amountsOf } from './cube-sums.ts'
import { findVirtual } from './known.query.ts'
import { COST_TABLES } from './month-costs.ts'
import { evidenceByResource, thingsIn } from './things.ts'
import type { WorkedTags } from './worked-tags.ts'

type Of = { tagId: string; from: Day; to: Day }
type Output = CallOutput<'allocation.listSuggestions'>

const MOST_EXAMPLES = 5
const LOOKED_AT = [...COST_TABLES, resources, resourceOverrides]

export const listSuggestions = (
  scope: Scope,
  worked: WorkedTags,
  input: ParsedInput<'allocation.listSuggestions'>,
): Output => answersOf(scope)(scope, worked, input)

const answersOf = createPerWorkspace(createAnswers)

/** The few lists that were asked for last: a person goes to and fro, and costs have not changed meanwhile. */
const MOST_ANSWERS = 8

function createAnswers() {
  const kept = new Map<string, Output>()
  return (scope: Scope, worked: WorkedTags, { tagId, from, to }: Of): Output => {
    const { workspaceId, revision, currency } = scope
    const tag = findVirtual(scope, tagId)
    if (!tag) throw new AppError('virtualTag.notFound')
    const dismissed = dismissedOf(scope, tagId)
    const told = revision.of(LOOKED_AT.map(getTableName))
    const version = worked.version({ workspaceId, id: tagId })
    const id = JSON.stringify([tagId, version, from, to, told, currency, [...dismissed].sort()])
    const range = { from, to }
    const asked = { range, dismissed, settled: () => settledBy(scope, worked, tag.rules, range) }
    // Rules that are switched off can be worked on too.
    if (!tag.isOn) return worked.withDraft(tag.rules, (draft) => suggest(scope, draft, asked))
    return lastUsed(kept, id, MOST_ANSWERS, () => suggest(scope, tagId, asked))
  }
}

type Range = { from: Day; to: Day }
type Asked = { range: Range; dismissed: ReadonlySet<string>; settled(): ReadonlySet<string> }

function suggest(scope: Scope, id: string, { range, dismissed, settled }: Asked): Output {
  const cube = evidenceByResource(scope, id, range)
  const things = thingsIn(scope, cube, { range, settled: settled() })
  const open = openGroups(cube)
  const subjectOf = subjects(scope)
  return {
    coverage: coverageOf(scope, cube, { ...range, left: things.isOpen.reduce((sum, one) => sum + one, 0) }),
    items: suggestionsFor(things, (one) => dismissed.has(one)).map((suggestion) => ({
      ...viewOf(suggestion, things, subjectOf(suggestion)),
      costs: amountsOf(sumsOf(cube, open, suggestion, things), scope.currency),
    })),
  }
}

function viewOf(
  suggestion: Suggestion,
  { parts, names, keys }: Things,
  subject: string,
): Omit<SuggestionView, 'costs'> {
  const { id, kind, where, agree, disagree, confidence, open } = suggestion
  const part = parts[suggestion.part - 1] ?? ''
  return {
    id,
    kind,
    part,
    rule: ruleOf(id, where, part),
    confidence,
    evidence: {
      subject,
      agree: agree.length,
      disagree,
      examples: agree.slice(0, MOST_EXAMPLES).map((thing) => names[thing] || (keys[thing] ?? '')),
    },
    resources: open.length,
  }
}

/** The resources that guesses are about, whoever they belong to by other rules. */
function settledBy(
  { ledger, workspaceId }: Scope,
  worked: WorkedTags,
  rules: readonly AllocationRule[],
  { from, to }: Range,
): ReadonlySet<string> {
  const guesses = rules.filter((rule) => rule.isOn && isGuess(rule))
  if (guesses.length === 0) return new Set()
  return worked.withDraft(guesses, (id) => {
    const { groups } = ledger.cube({
      workspaceId,
      from,
      to,
      metric: 'billed',
      groupBy: ['resource'],
      step: 'total',
      filter: { where: [[{ dimension: `virtual:${id}`, op: 'notEmpty', values: [] }]] },
    })
    return new Set(groups.flatMap(({ keys: [key] }) => key ?? []))
  })
}

/** Accounts are called by their names. */
function subjects(scope: Scope): (of: Suggestion) => string {
  const names = connectionNames(scope)
  return ({ where: [group = []], subject }) => {
    if (!group.some(({ dimension }) => dimension === 'connection')) return subject
    return group
      .map(({ dimension, values: [value = ''] }) =>
        dimension === 'connection' ? (names.get(value)?.name ?? value) : value,
      )
      .join(' · ')
  }
}

const ruleOf = (id: string, where: AllocationRule['where'], part: string): AllocationRule => ({
  id,
  name: '',
  isOn: true,
  where,
  cost: null,
  from: null,
  to: null,
  outcome: { kind: 'part', part },
})

/** By resource the groups of the cube that nobody bears. */
function openGroups(cube: LedgerCube): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [group, { keys }] of cube.groups.entries()) {
    const [said, resource] = keys
    if (said !== null || !resource) continue
    const own = found.get(resource)
    if (own) own.push(group)
    else found.set(resource, [group])
  }
  return found
}

function sumsOf(
  cube: LedgerCube,
  groups: ReadonlyMap<string, readonly number[]>,
  { open }: Suggestion,
  { keys }: Things,
): Map<Currency, bigint> {
  const sums = new Map<Currency, bigint>()
  for (const thing of open)
    for (const group of groups.get(keys[thing] ?? '') ?? []) {
      const unit = cube.groups[group]?.unit as Currency
      sums.set(unit, (sums.get(unit) ?? 0n) + cube.total(group))
    }
  return sums
}

const dismissedOf = ({ db }: Scope, tagId: string): Set<string> =>
  new Set(
    db
      .select({ id: dismissedSuggestions.suggestionId })
      .from(dismissedSuggestions)
      .where(eq(dismissedSuggestions.tagId, tagId))
      .all()
      .map(({ id }) => id),
  )
