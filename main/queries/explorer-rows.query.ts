import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { type Kept, keptAnswer } from './explorer/kept-answers.ts'
import { type Question, questionOf } from './explorer/question.ts'
import { rowsInOrder } from './explorer/row-order.ts'
import { unitsOf } from './explorer/table.ts'
import { figuresOf, groupViews } from './explorer/views.ts'
import type { Scope } from './scope.ts'

type Input = ParsedInput<'explorer.listRows'>

/** Every group of one unit, a window at a time. */
export function listRows(scope: Scope, input: Input): CallOutput<'explorer.listRows'> {
  const { unit, rows, view } = openRows(scope, input)
  return { unit, items: view(rows.subarray(input.offset, input.offset + input.limit)), total: rows.length }
}

/** Rows in their order, and the means to look at any of them: for windows, and for exports that take all. */
export function openRows(scope: Scope, { spec, unit, search }: Pick<Input, 'spec' | 'unit' | 'search'>) {
  const question = questionOf(scope, spec)
  const kept = keptAnswer(scope, question)
  const units = unitsOf(kept.table, scope.currency)
  const own = unit ?? units[0] ?? null
  const rows = own === null ? new Int32Array(0) : rowsInOrder(scope, question, kept, { unit: own, search })
  return { question, kept, unit: own, units, rows, view: viewer(scope, question, kept) }
}

const viewer = (scope: Scope, question: Question, kept: Kept) => (window: Int32Array) => {
  const rows = [...window]
  return groupViews(scope, question, kept, rows, figuresOf(kept, rows))
}
