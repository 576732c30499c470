import { multipliedAll } from '#main/core/explorer/factors.ts'
import type { DatedFactor } from '#main/core/explorer/vat.ts'
import type { CubeGroup, CubeQuestion, LedgerCube } from '#main/ports/ledger.ts'
import type { ViewProblem } from '#shared/contract/explorer.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { DayRange } from '#shared/lib/period.ts'
import type { Scope } from '../scope.ts'
import { readVat } from '../vat.query.ts'
import { type Conversion, conversionTo } from './conversion.ts'
import { type Question, spanOf } from './question.ts'
import { type Part, Rows, Side } from './side.ts'

export type Answer = {
  rows: Rows
  now: Side
  before: Side | null
  /** The same days without any groups: each unit a row without keys. */
  whole(range: DayRange): { rows: Rows; side: Side }
  /** Whether amounts are multiplied by anything, and rounded by that. */
  isRounded: boolean
  conversion: Conversion | null
  problems: ViewProblem[]
}

type Asked = Omit<CubeQuestion, 'from' | 'to' | 'workspaceId' | 'filter'> & {
  currencies?: readonly Currency[] | undefined
}

/** One cube of the view's days, or of the compared ones. */
function cubeOf(
  scope: Scope,
  question: Question,
  range: DayRange,
  { currencies, ...asked }: Asked,
): LedgerCube {
  const span = spanOf(scope, question, range)
  const filter = currencies ? { ...span.filter, currencies } : span.filter
  return scope.ledger.cube({ ...span, filter, ...asked })
}

/** The sums of a view on both sides, each group numbered once. */
export function answerOf(scope: Scope, question: Question): Answer {
  const { metric, step, cubeBy, period, compared, spec } = question
  const { factors, assumed } = readVat(scope, metric === 'quantity' ? 'asBilled' : spec.vat)
  const conversion = conversionOf(scope, question)
  const rows = new Rows()
  const isPlain = isAsAsked(question)
  const sideOf = (range: DayRange, groupBy: Question['cubeBy'], into: Rows): Side => {
    const cubes = cubesOf(scope, question, range, { metric, groupBy, step, conversion, factors })
    const parts = cubes.map((cube): Part => {
      const family = isPlain ? cube.family : null
      return {
        cube,
        rowOf: (group) => {
          const keys = groupBy.length === 0 ? group.keys : keysOf(question, group)
          const isConverted = conversion?.converted.has(group.unit as Currency) ?? false
          const unit = isConverted ? (conversion?.to ?? '') : group.unit
          return into.of({ keys, number: group.number }, unit, family)
        },
      }
    })
    return new Side(parts, into)
  }
  const now = sideOf(period, cubeBy, rows)
  return {
    rows,
    now,
    before: compared && sideOf(compared, cubeBy, rows),
    conversion,
    isRounded: conversion !== null || factors.size > 0,
    whole(range) {
      const into = new Rows()
      return { rows: into, side: sideOf(range, [], into) }
    },
    problems: problemsOf(question, conversion, assumed),
  }
}

/** Null where nothing has to be converted. */
export function conversionOf(scope: Scope, question: Question): Conversion | null {
  const { spec, period, compared, metric } = question
  if (spec.currency === null || metric === 'quantity') return null
  const ranges = compared ? [period, compared] : [period]
  return conversionTo(scope, spec.currency, { ...spanOf(scope, question, period), metric }, ranges)
}

type Converting = Omit<Asked, 'currencies' | 'factors'> & {
  conversion: Conversion | null
  factors: ReadonlyMap<string, DatedFactor[]>
}

/** As the bill has them, or converted, with whatever else amounts are multiplied by. */
export function cubesOf(
  scope: Scope,
  question: Question,
  range: DayRange,
  { conversion, factors, ...asked }: Converting,
): LedgerCube[] {
  const layers = conversion?.layers ?? [{ currencies: null, rates: new Map<string, DatedFactor[]>() }]
  return layers.map(({ currencies, rates }) => {
    const both = multipliedAll(rates, factors)
    return cubeOf(scope, question, range, {
      ...asked,
      factors: both.size > 0 ? both : undefined,
      currencies: currencies ?? undefined,
    })
  })
}

export function problemsOf(
  question: Question,
  conversion: Conversion | null,
  assumed: ReturnType<typeof readVat>['assumed'],
): ViewProblem[] {
  const problems = (conversion?.missing ?? []).map(
    (subject): ViewProblem => ({ code: 'rates.missing', subject }),
  )
  const unsure = assumed.filter(({ connectionId }) => hasDays(question, connectionId)).map(({ name }) => name)
  if (unsure.length > 0) problems.push({ code: 'vat.unknown', subject: unsure.join(', ') })
  return problems
}

function hasDays({ coverage, period }: Question, connectionId: string): boolean {
  const days = coverage.byConnection.get(connectionId)
  return days !== undefined && days.firstDay <= period.to && days.lastDay >= period.from
}

/** Whether the ledger's keys are the view's. */
const isAsAsked = ({ folds, cubeBy }: Question): boolean =>
  folds.length === cubeBy.length && folds.every(({ at, keyOf }, place) => !keyOf && at === place)

/** Keys as the view has them: of a level the nodes that the ledger's values belong to. */
export function keysOf(question: Question, { keys }: Pick<CubeGroup, 'keys'>): readonly (string | null)[] {
  if (isAsAsked(question))
    return keys.length === question.folds.length ? keys : keys.slice(0, question.folds.length)
  return question.folds.map(({ at, keyOf }) => {
    const key = keys[at] ?? null
    return key !== null && keyOf ? keyOf(key) : key
  })
}
