import { type Effects, effectsOf, type Side as ItemSide } from '#main/core/explorer/effects.ts'
import type { CubeDimension, CubeGroup } from '#main/ports/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { DayRange } from '#shared/lib/period.ts'
import type { Scope } from '../scope.ts'
import { readVat } from '../vat.query.ts'
import { conversionOf, cubesOf, keysOf, problemsOf } from './answer.ts'
import type { Question } from './question.ts'
import { Rows, Side } from './side.ts'

/** What is told apart besides the view's own groups: a thing that is sold, and whether it is a credit. */
const ITEM: readonly CubeDimension[] = ['resource', 'sku', 'chargeCategory']

export type Item = {
  /** As the view groups. */
  keys: readonly (string | null)[]
  resource: string | null
  sku: string | null
  category: string | null
  before: ItemSide | null
  after: ItemSide | null
  /** What the quantities are counted in; null where nothing is, or in several units. */
  unit: string | null
  effects: Effects
}

const NONE = new Map<string, never[]>()

type Sides = { now: Side; before: Side }

/** The sums of all things on both sides, and each of them as it is looked at. */
export type Items = ReturnType<typeof itemsOf>

export function itemsOf(scope: Scope, view: Question & { compared: DayRange }) {
  const question = perItem(view)
  const { period, compared, metric, spec } = question
  const { factors, assumed } = readVat(scope, spec.vat)
  const rows = new Rows()
  const counted = new Rows()
  const units: (string | null)[] = []
  const asked = { groupBy: question.cubeBy, step: 'total' } as const
  const both = (sideOf: (range: DayRange) => Side): Sides => ({
    now: sideOf(period),
    before: sideOf(compared),
  })
  const conversion = conversionOf(scope, question)
  const sidesOf = (of: typeof metric): Sides =>
    both((range) => {
      const cubes = cubesOf(scope, question, range, { ...asked, metric: of, conversion: null, factors })
      return new Side(
        cubes.map((cube) => ({ cube, rowOf: (group) => rows.of(group, group.unit, cube.family) })),
        rows,
      )
    })
  const native = sidesOf(metric)
  const list = metric === 'list' ? native : sidesOf('list')
  const isConverted = (row: number): boolean =>
    conversion?.converted.has(rows.units[row] as Currency) ?? false
  const converted = conversion
    ? both((range) => {
        const cubes = cubesOf(scope, question, range, { ...asked, metric, conversion, factors })
        return new Side(
          cubes.map((cube) => ({ cube, rowOf: (group) => rows.of(group, group.unit, cube.family) })),
          rows,
        )
      })
    : native
  const quantity = both((range) => {
    const of = { ...asked, metric: 'quantity', conversion: null, factors: NONE } as const
    const [cube] = cubesOf(scope, question, range, of)
    if (!cube) return new Side([], counted)
    const rowOf = (group: CubeGroup): number => {
      const row = counted.of(group, '', cube.family)
      // Hours and gigabytes of one thing are no quantity together.
      const known = units[row]
      units[row] = known === undefined || known === group.unit ? group.unit : null
      return row
    }
    return new Side([{ cube, rowOf }], counted)
  })
  const lines = { now: native.now.lines(), before: native.before.lines() }

  function sideOf(which: keyof Sides, row: number, count: number | undefined): ItemSide | null {
    if ((lines[which][row] ?? 0) === 0) return null
    const own = native[which].total(row)
    return {
      native: own,
      amount: isConverted(row) ? converted[which].total(row) : own,
      list: list === native ? own : list[which].total(row),
      quantity: count === undefined || units[count] === null ? null : quantity[which].total(count),
    }
  }

  const places = ITEM.map((dimension) => question.cubeBy.indexOf(dimension))

  function itemAt(row: number): Item {
    const keys = rows.keys[row] ?? []
    const [resource = null, sku = null, category = null] = places.map((at) => keys[at])
    const count = counted.find({ keys, number: rows.numbers[row] ?? -1 }, '', rows.family)
    const [before, after] = [sideOf('before', row, count), sideOf('now', row, count)]
    const effects = effectsOf({ before, after, isCredit: category === 'Credit' })
    const unit = count === undefined ? null : units[count] || null
    return { keys: keysOf(view, { keys }), resource, sku, category, before, after, unit, effects }
  }

  return {
    rows,
    lines,
    conversion,
    problems: problemsOf(question, conversion, assumed),
    /** The unit that a row is told in: the view's currency where its own can be converted. */
    unitOf: (row: number): string => (isConverted(row) ? (conversion?.to ?? '') : (rows.units[row] ?? '')),
    itemAt,
  }
}

/** The view's groups, and within them each thing; keys are the ledger's own until an item is looked at. */
const perItem = <Q extends Question>(view: Q): Q => ({
  ...view,
  step: 'total',
  cubeBy: [...new Set([...view.cubeBy, ...ITEM])],
})
