import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { AllocationRule } from '#shared/contract/allocation.ts'
import type { CostCondition, CostDimension } from '#shared/contract/costs.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { isNegative, metPlaces } from './meets.ts'

/** What rules look at, entry by entry. */
export type Judged = {
  size: number
  /** Where what a condition seeks may stand: a part of a resource in its name and in its number. */
  asked(condition: CostCondition): readonly TextColumn[]
  /** What is taken over as the name of a part. */
  copied(dimension: CostDimension): TextColumn
  /** `<connection>/<number>`. */
  resources(): TextColumn
  /** What resources (`<connection>/<number>`) cost in the month, in femtos. */
  costs: MonthCosts
}

/** By currency and resource; the same object for as long as nothing of it changes. */
export type MonthCosts = ReadonlyMap<string, ReadonlyMap<string, bigint>>

/** Holds for an entry when any of its columns is met, or none where it is turned round. */
type Test = { columns: readonly { met: Uint8Array; places: Int32Array }[]; wanted: 0 | 1 }

/** Told of a rule that decides nothing: which rules before it had decided what it would meet, and how often. */
export type OnIdle = (rule: AllocationRule, takers: ReadonlyMap<AllocationRule, number>) => void

/** By entry the place of the rule that decides, counted from 1; 0 where none meets it. The first that does decides. */
export function judge(rules: readonly AllocationRule[], judged: Judged, onIdle?: OnIdle): Int32Array {
  const ruleOf = new Int32Array(judged.size)
  const open = Int32Array.from(ruleOf.keys())
  const isMet = createMet(judged.size)
  let left = open.length
  for (const [at, rule] of rules.entries()) {
    if (left === 0 && !onIdle) break
    const tests = testsOf(rule, judged)
    const met = isMet(tests, open, left)
    const before = left
    left = 0
    for (let i = 0; i < before; i += 1) {
      const entry = open[i] as number
      if (met[i] === 1) ruleOf[entry] = at + 1
      else {
        open[left] = entry
        left += 1
      }
    }
    if (left === before) onIdle?.(rule, takersOf(rules, ruleOf, at, tests))
  }
  return ruleOf
}

/** Which of the rules before it decide what a rule would meet. */
function takersOf(rules: readonly AllocationRule[], ruleOf: Int32Array, at: number, tests: Tests) {
  const all = Int32Array.from(ruleOf.keys())
  const met = createMet(all.length)(tests, all, all.length)
  const counts = new Int32Array(at + 1)
  for (const [entry, taker] of ruleOf.entries())
    if (met[entry] === 1) counts[taker] = (counts[taker] as number) + 1
  return new Map(
    rules.slice(0, at).flatMap((rule, n) => {
      const count = counts[n + 1] as number
      return count > 0 ? [[rule, count] as const] : []
    }),
  )
}

/** Test after test over all entries that are still open: each is one short loop. */
function createMet(size: number) {
  const [whole, group, one] = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)]

  function holdTogether(tests: readonly Test[], into: Uint8Array, entries: Int32Array, count: number): void {
    into.fill(1, 0, count)
    for (const { columns, wanted } of tests) {
      const [column, ...others] = columns
      if (!column) continue
      if (others.length === 0) {
        keepMet(into, entries, count, column, wanted)
        continue
      }
      one.fill(0, 0, count)
      for (const each of columns) addMet(one, entries, count, each)
      for (let i = 0; i < count; i += 1) if (one[i] !== wanted) into[i] = 0
    }
  }

  return ({ always, groups }: Tests, entries: Int32Array, count: number): Uint8Array => {
    holdTogether(always, whole, entries, count)
    if (groups.length === 0) return whole
    const any = new Uint8Array(count)
    for (const tests of groups) {
      holdTogether(tests, group, entries, count)
      for (let i = 0; i < count; i += 1) any[i] = (any[i] as number) | (group[i] as number)
    }
    for (let i = 0; i < count; i += 1) whole[i] = (whole[i] as number) & (any[i] as number)
    return whole
  }
}

type Met = Test['columns'][number]

function keepMet(
  into: Uint8Array,
  entries: Int32Array,
  count: number,
  { met, places }: Met,
  wanted: 0 | 1,
): void {
  for (let i = 0; i < count; i += 1) if (met[places[entries[i] as number] as number] !== wanted) into[i] = 0
}

function addMet(into: Uint8Array, entries: Int32Array, count: number, { met, places }: Met): void {
  for (let i = 0; i < count; i += 1)
    into[i] = (into[i] as number) | (met[places[entries[i] as number] as number] as number)
}

type Tests = { always: readonly Test[]; groups: readonly (readonly Test[])[] }

function testsOf({ where, cost, outcome }: AllocationRule, judged: Judged): Tests {
  const always: Test[] = []
  if (cost) always.push(costTest(cost, judged))
  if (outcome.kind === 'copy') always.push(testOf([judged.copied(outcome.dimension)], HAS_ONE))
  return {
    always,
    groups: where.map((group) => group.map((condition) => testOf(judged.asked(condition), condition))),
  }
}

type Asked = Pick<CostCondition, 'op' | 'values'>
const HAS_ONE: Asked = { op: 'notEmpty', values: [] }

const testOf = (columns: readonly TextColumn[], asked: Asked): Test => ({
  columns: columns.map((of) => ({ met: metOf(of, asked), places: of.places })),
  wanted: isNegative(asked.op) ? 0 : 1,
})

function costTest(range: NonNullable<AllocationRule['cost']>, { resources, costs }: Judged): Test {
  const { texts, places } = resources()
  const byTexts = knownCosts.get(costs) ?? new WeakMap<readonly string[], Map<string, Uint8Array>>()
  knownCosts.set(costs, byTexts)
  const kept = byTexts.get(texts) ?? new Map<string, Uint8Array>()
  byTexts.set(texts, kept)
  return {
    columns: [{ met: keptFor(kept, JSON.stringify(range), () => metCosts(texts, range, costs)), places }],
    wanted: 1,
  }
}

const knownCosts = new WeakMap<MonthCosts, WeakMap<readonly string[], Map<string, Uint8Array>>>()

function metCosts(
  texts: readonly string[],
  { from, to, currency }: NonNullable<AllocationRule['cost']>,
  costs: MonthCosts,
): Uint8Array {
  const least = from === null ? null : parseDecimal(from)
  const most = to === null ? null : parseDecimal(to)
  const met = new Uint8Array(texts.length + 1)
  const own = costs.get(currency)
  if (!own) return met
  for (let at = 0; at < texts.length; at += 1) {
    const cost = own.get(texts[at] as string)
    if (cost === undefined) continue
    if ((least === null || cost >= least) && (most === null || cost <= most)) met[at + 1] = 1
  }
  return met
}

/** While somebody writes a rule, all others ask the same of the same texts again. */
const MOST_KEPT = 60
const known = new WeakMap<readonly string[], Map<string, Uint8Array>>()

function metOf(column: TextColumn, { op, values }: Asked): Uint8Array {
  const kept = known.get(column.texts) ?? new Map<string, Uint8Array>()
  known.set(column.texts, kept)
  return keptFor(kept, JSON.stringify([op, values]), () => metPlaces(column, { op, values }))
}

function keptFor(kept: Map<string, Uint8Array>, id: string, make: () => Uint8Array): Uint8Array {
  const met = kept.get(id) ?? make()
  kept.delete(id)
  kept.set(id, met)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
  return met
}
