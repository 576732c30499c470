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
  const asked = { metric, groupBy: cubeBy, step }
  const whole = ranges.map((range) => cubeOf(scope, question, range, { ...asked, factors: someOf(factors) }))
  const conversion = conversionOf(scope, question, whole)
  const rows = new Rows()
  const [now, before] = ranges.map((range, at) => {
    const cube = whole[at] as LedgerCube
    const isLeft = ({ unit }: CubeGroup): boolean => !conversion?.factors.has(unit as Currency)
    const own: Part = {
      cube,
      rowOf: (group) => (isLeft(group) ? rows.of(keysOf(question, group), group.unit) : -1),
    }
    const converted = convertedCubes(scope, question, range, { ...asked, conversion, factors })
    const others = converted.map(
      ({ cube }): Part => ({
        cube,
        rowOf: (group) => rows.of(keysOf(question, group), spec.currency ?? ''),
      }),
    )
    return new Side([own, ...others], rows)
  })
  return {
    rows,
    now: now as Side,
    before: before ?? null,
    conversion,
    problems: problemsOf(question, conversion, assumed),
  }
}

/** Null where nothing has to be converted. */
export function conversionOf(
  scope: Scope,
  question: Question,
  cubes: readonly LedgerCube[],
): Conversion | null {
  const { spec, period, compared, metric } = question
  const foreign = spec.currency === null ? [] : foreignIn(cubes, spec.currency)
  if (spec.currency === null || foreign.length === 0 || metric === 'quantity') return null
  const ranges = compared ? [period, compared] : [period]
  const asked = { ...spanOf(scope, question, period), metric }
  return conversionTo(scope, spec.currency, asked, { foreign, ranges })
}

type Converting = Pick<Asked, 'metric' | 'groupBy' | 'step'> & {
  conversion: Conversion | null
  factors: ReadonlyMap<string, DatedFactor[]>
}

/** Each foreign currency by itself, as its rates are. */
export const convertedCubes = (
  scope: Scope,
  question: Question,
  range: DayRange,
  { conversion, factors, ...asked }: Converting,
): { currency: Currency; cube: LedgerCube }[] =>
  [...(conversion?.factors ?? [])].map(([currency, rates]) => {
    const both = new Map([...rates].map(([id, own]) => [id, multiplied(own, factors.get(id) ?? [])]))
    const cube = cubeOf(scope, question, range, { ...asked, factors: both, currencies: [currency] })
    return { currency, cube }
  })

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

export const someOf = (factors: ReadonlyMap<string, DatedFactor[]>) =>
  factors.size > 0 ? factors : undefined

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
