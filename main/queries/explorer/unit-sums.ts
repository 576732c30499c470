import type { DayRange } from '#shared/lib/period.ts'
import type { Answer } from './answer.ts'
import type { Kept } from './kept-answers.ts'
import type { Question } from './question.ts'
import type { Heap, Rows, Side } from './side.ts'
import type { Table, UnitSums } from './table.ts'

/**
 * Rounded cells are added up as they are told, which takes its time: where there are more, the whole is asked for and
 * rounded by itself. What the rows of a million cells add up to may then differ by some femtos.
 */
const MOST_ROUNDED = 1e6

/** What everything in each unit comes to. */
export function unitSums(question: Question, { answer, table }: Kept): ReadonlyMap<string, UnitSums> {
  const made = table.sums ?? sumsOf(question, answer, table)
  table.sums = made
  return made
}

function sumsOf({ period, compared }: Question, answer: Answer, table: Table): Map<string, UnitSums> {
  const units = [...table.units.keys()]
  const cells = answer.rows.keys.length * answer.now.bins.length
  const isWhole = answer.isRounded && cells > MOST_ROUNDED
  const of = (side: Side, range: DayRange): Heap[] =>
    isWhole ? wholes(answer.whole(range), units) : heaps(side, answer.rows, units)
  const now = of(answer.now, period)
  const before = answer.before && compared ? of(answer.before, compared) : null
  return new Map(units.map((unit, at) => [unit, { now: now[at] as Heap, before: before?.[at] ?? null }]))
}

function heaps(side: Side, rows: Rows, units: readonly string[]): Heap[] {
  const places = new Map(units.map((unit, at) => [unit, at]))
  return side.heaps(
    Int32Array.from(rows.units, (unit) => places.get(unit) ?? -1),
    units.length,
  )
}

function wholes({ rows, side }: ReturnType<Answer['whole']>, units: readonly string[]): Heap[] {
  const lines = side.lines()
  return units.map((unit) => {
    const row = rows.find({ keys: [], number: 0 }, unit, null)
    if (row === undefined) return { total: 0n, byBin: side.bins.map(() => 0n), lines: 0 }
    return { total: side.total(row), byBin: side.amounts(row), lines: lines[row] ?? 0 }
  })
}
