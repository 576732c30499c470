import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { AllocationRule } from '#shared/contract/allocation.ts'
import type { CostCondition, CostDimension } from '#shared/contract/costs.ts'
import type { Currency } from '#shared/lib/currency.ts'
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
  /** What a resource (`<connection>/<number>`) cost in the month, in femtos; undefined: nothing in that currency. */
  costOf(resource: string, currency: Currency): bigint | undefined
}

/** Holds for an entry when any of its columns is met, or none where it is turned round. */
type Test = { columns: readonly { met: Uint8Array; places: Int32Array }[]; wanted: 0 | 1 }

/** Told of a rule that decides nothing: which rules before it had decided what it would meet, and how often. */
export type OnIdle = (rule: AllocationRule, takers: ReadonlyMap<AllocationRule, number>) => void

/** By entry the place of the rule that decides, counted from 1; 0 where none meets it. The first that does decides. */
export function judge(rules: readonly AllocationRule[], judged: Judged, onIdle?: OnIdle): Int32Array {
  const ruleOf = new Int32Array(judged.size)
  const open = Int32Array.from(ruleOf.keys())
  let left = open.length
  for (const [at, rule] of rules.entries()) {
    if (left === 0 && !onIdle) break
    const { always, groups } = testsOf(rule, judged)
    const before = left
    let kept = 0
    for (let i = 0; i < left; i += 1) {
      const entry = open[i] as number
      if (allHold(always, entry) && oneHolds(groups, entry)) ruleOf[entry] = at + 1
      else {
        open[kept] = entry
        kept += 1
      }
    }
    left = kept
    if (left === before) onIdle?.(rule, takersOf(at, always, groups))
  }
  return ruleOf

  function takersOf(at: number, always: readonly Test[], groups: readonly (readonly Test[])[]) {
    const counts = new Int32Array(at)
    for (let entry = 0; entry < ruleOf.length; entry += 1) {
      const taker = ruleOf[entry] as number
      if (taker > 0 && allHold(always, entry) && oneHolds(groups, entry))
        counts[taker - 1] = (counts[taker - 1] as number) + 1
    }
    return new Map(
      rules.slice(0, at).flatMap((rule, n) => {
        const count = counts[n] as number
        return count > 0 ? [[rule, count] as const] : []
      }),
    )
  }
}

function oneHolds(groups: readonly (readonly Test[])[], entry: number): boolean {
  if (groups.length === 0) return true
  for (const tests of groups) if (allHold(tests, entry)) return true
  return false
}

function allHold(tests: readonly Test[], entry: number): boolean {
  for (const { columns, wanted } of tests) {
    let met = 0
    for (const column of columns) met |= column.met[column.places[entry] as number] as number
    if (met !== wanted) return false
  }
  return true
}

function testsOf({ where, cost, outcome }: AllocationRule, judged: Judged) {
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

function costTest({ from, to, currency }: NonNullable<AllocationRule['cost']>, judged: Judged): Test {
  const least = from === null ? null : parseDecimal(from)
  const most = to === null ? null : parseDecimal(to)
  const { texts, places } = judged.resources()
  const met = new Uint8Array(texts.length + 1)
  for (const [at, text] of texts.entries()) {
    const cost = judged.costOf(text, currency)
    if (cost === undefined) continue
    if ((least === null || cost >= least) && (most === null || cost <= most)) met[at + 1] = 1
  }
  return { columns: [{ met, places }], wanted: 1 }
}

/** While somebody writes a rule, all others ask the same of the same texts again. */
const MOST_KEPT = 60
const known = new WeakMap<readonly string[], Map<string, Uint8Array>>()

function metOf(column: TextColumn, { op, values }: Asked): Uint8Array {
  const kept = known.get(column.texts) ?? new Map<string, Uint8Array>()
  known.set(column.texts, kept)
  const id = JSON.stringify([op, values])
  const met = kept.get(id) ?? metPlaces(column, { op, values })
  kept.delete(id)
  kept.set(id, met)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
  return met
}
