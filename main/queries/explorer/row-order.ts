import { within } from '#main/core/explorer/bins.ts'
import { nameKey } from '#main/core/explorer/name-key.ts'
import { orderExactly, roughly } from '#main/core/explorer/order.ts'
import { compareText } from '#main/core/rules/exact.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import type { Scope } from '../scope.ts'
import { foldText } from '../search.ts'
import type { Kept } from './kept-answers.ts'
import { labelsOf } from './labels.ts'
import type { Question } from './question.ts'
import { compareKeys } from './table.ts'

const MOST_ORDERS = 12

/** All rows of a unit that are sought, in the order that the view wants. */
export function rowsInOrder(
  scope: Scope,
  question: Question,
  kept: Kept,
  { unit, search }: { unit: string; search: string },
): Int32Array {
  const { orders } = kept.table
  const { sort, isCumulative } = question.spec
  const wanted = foldText(search)
  const id = JSON.stringify([unit, wanted, sort, isCumulative, wanted === '' ? '' : scope.today])
  const known = orders.get(id)
  if (known) return known
  const all = kept.table.units.get(unit) ?? new Int32Array(0)
  const found = wanted === '' ? all : sought(scope, question, kept, all, wanted)
  const made = inOrder(scope, question, kept, found)
  orders.set(id, made)
  if (orders.size > MOST_ORDERS) orders.delete(orders.keys().next().value ?? '')
  return made
}

type Label = (row: number) => string

const SEPARATOR = ' · '

function labelOf(scope: Scope, { groupBy }: Question, { answer }: Kept, rows: Int32Array): Label {
  const { keys } = answer.rows
  const labels = labelsOf(
    scope,
    groupBy,
    Array.from(rows, (row) => keys[row] ?? []),
  )
  return (row) =>
    labels(keys[row] ?? [])
      .map((label) => label ?? '')
      .join(SEPARATOR)
}

function sought(scope: Scope, question: Question, kept: Kept, rows: Int32Array, wanted: string): Int32Array {
  const label = labelOf(scope, question, kept, rows)
  return rows.filter((row) => foldText(label(row)).includes(wanted))
}

function inOrder(scope: Scope, question: Question, kept: Kept, rows: Int32Array): Int32Array {
  const { sort } = question.spec
  const tie = compareKeys(kept.answer.rows.keys)
  if (sort.by === 'name') return byName(labelOf(scope, question, kept, rows), rows, sort, tie)
  const { rough, exact } = figureOf(question, kept, sort.by)
  const sign = sort.isDescending ? 1 : -1
  const toward = { values: rough.values.map((value) => value * sign), slack: rough.slack }
  return orderExactly(rows, toward, (row) => exact(row) * BigInt(sign), tie)
}

function byName(
  label: Label,
  rows: Int32Array,
  { isDescending }: ViewSpec['sort'],
  tie: (a: number, b: number) => number,
): Int32Array {
  const sign = isDescending ? -1 : 1
  const named = Array.from(rows, (row) => ({ row, key: nameKey(label(row)) }))
  named.sort((a, b) => sign * compareText(a.key, b.key) || tie(a.row, b.row))
  return Int32Array.from(named, ({ row }) => row)
}

type Figure = { rough: ReturnType<typeof roughly>; exact: (row: number) => bigint }

/** What a column shows of a row; what there is no column for, its total. */
function figureOf({ spec, period }: Question, { answer, table }: Kept, by: string): Figure {
  const { now, before } = answer
  const was = table.before?.rough
  const total = (row: number): bigint => now.total(row)
  if (by === 'before' && before && was) return { rough: roughly(was), exact: (row) => before.total(row) }
  if (by === 'change' && before && was) {
    const { rough } = table.now
    const sizes = rough.map((value, row) => Math.abs(value) + Math.abs(was[row] as number))
    const values = rough.map((value, row) => value - (was[row] as number))
    return { rough: roughly(values, sizes), exact: (row) => total(row) - before.total(row) }
  }
  const bin = now.bins.findIndex((one) => within(one, period).from === by)
  if (bin < 0) return { rough: roughly(table.now.rough), exact: total }
  const exact = (row: number): bigint => now.amountAt(row, bin, spec.isCumulative)
  const values = new Float64Array(table.now.rough.length)
  for (const rows of table.units.values()) for (const row of rows) values[row] = Number(exact(row))
  return { rough: roughly(values), exact }
}
