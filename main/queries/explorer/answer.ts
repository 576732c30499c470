import { multiplied } from '#main/core/explorer/factors.ts'
import type { DatedFactor } from '#main/core/explorer/vat.ts'
import type { CubeGroup, CubeQuestion, LedgerCube } from '#main/ports/ledger.ts'
import type { ViewProblem } from '#shared/contract/explorer.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
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
  conversion: Conversion | null
  problems: ViewProblem[]
}

type Asked = Omit<CubeQuestion, 'from' | 'to' | 'workspaceId' | 'filter'> & {
  currencies?: readonly Currency[] | undefined
}

/** One cube of the view's days, or of the compared ones. */
export function cubeOf(
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
  const isMoney = metric !== 'quantity'
  const { factors, assumed } = readVat(scope, isMoney ? spec.vat : 'asBilled')
  const ranges = compared ? [period, compared] : [period]
  const whole = ranges.map((range) =>
    cubeOf(scope, question, range, { metric, groupBy: cubeBy, step, factors: someOf(factors) }),
  )
  const to = isMoney ? spec.currency : null
  const foreign = to === null ? [] : foreignIn(whole, to)
  const conversion =
    to === null || foreign.length === 0
      ? null
      : conversionTo(scope, to, { ...spanOf(scope, question, period), metric }, { foreign, ranges })

  const rows = new Rows()
  const sides = ranges.map((range, at) => {
    const cube = whole[at] as LedgerCube
    const converted = conversion?.factors ?? new Map<Currency, ReadonlyMap<string, DatedFactor[]>>()
    const own: Part = {
      cube,
      rowOf: (group) =>
        converted.has(group.unit as Currency) ? null : { keys: keysOf(question, group), unit: group.unit },
    }
    const others = [...converted].map(([currency, rates]): Part => {
      const both = new Map([...rates].map(([id, own]) => [id, multiplied(own, factors.get(id) ?? [])]))
      return {
        cube: cubeOf(scope, question, range, {
          metric,
          groupBy: cubeBy,
          step,
          factors: both,
          currencies: [currency],
        }),
        rowOf: (group) => ({ keys: keysOf(question, group), unit: to ?? '' }),
      }
    })
    return new Side([own, ...others], rows)
  })
  const problems = (conversion?.missing ?? []).map(
    (subject): ViewProblem => ({ code: 'rates.missing', subject }),
  )
  const unsure = assumed.filter(({ connectionId }) => hasDays(question, connectionId)).map(({ name }) => name)
  if (unsure.length > 0) problems.push({ code: 'vat.unknown', subject: unsure.join(', ') })
  return { rows, now: sides[0] as Side, before: sides[1] ?? null, conversion, problems }
}

function hasDays({ coverage, period }: Question, connectionId: string): boolean {
  const days = coverage.byConnection.get(connectionId)
  return days !== undefined && days.firstDay <= period.to && days.lastDay >= period.from
}

const someOf = (factors: Map<string, DatedFactor[]>) => (factors.size > 0 ? factors : undefined)

function foreignIn(cubes: readonly LedgerCube[], to: Currency): Currency[] {
  const units = new Set<Currency>()
  for (const cube of cubes)
    for (const [at, { unit }] of cube.groups.entries())
      if (unit !== to && isCurrency(unit) && cube.lines(at) > 0) units.add(unit)
  return [...units].sort()
}

/** Keys as the view has them: of a level the nodes that the ledger's values belong to. */
export function keysOf({ folds, cubeBy }: Question, { keys }: CubeGroup): readonly (string | null)[] {
  const isPlain =
    folds.length === cubeBy.length && folds.every(({ at, keyOf }, place) => !keyOf && at === place)
  if (isPlain) return keys
  return folds.map(({ at, keyOf }) => {
    const key = keys[at] ?? null
    return key !== null && keyOf ? keyOf(key) : key
  })
}
