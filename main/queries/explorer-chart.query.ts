import { largest, orderExactly, roughly } from '#main/core/explorer/order.ts'
import { absolute } from '#main/core/rules/exact.ts'
import type { SectionView } from '#shared/contract/explorer.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { isCurrency } from '#shared/lib/currency.ts'
import { type BudgetLines, budgetLines } from './explorer/budget-lines.ts'
import { headOf } from './explorer/head.ts'
import { type Kept, keptAnswer } from './explorer/kept-answers.ts'
import { type Question, questionOf } from './explorer/question.ts'
import { compareKeys, type UnitSums, unitsOf } from './explorer/table.ts'
import { unitSums } from './explorer/unit-sums.ts'
import { amountTexts, type Figures, figuresOf, figureView, groupViews, sumOf } from './explorer/views.ts'
import type { Scope } from './scope.ts'

/** The largest groups of each unit, all others as one, and the totals that they add up to. */
export function getChart(
  scope: Scope,
  { spec }: ParsedInput<'explorer.getChart'>,
): CallOutput<'explorer.getChart'> {
  const question = questionOf(scope, spec)
  const kept = keptAnswer(scope, question)
  const { answer, table } = kept
  const units = unitsOf(table, scope.currency)
  const budget = budgetLines(scope, question, answer.now.bins)
  const sums = unitSums(question, kept)
  return {
    ...headOf(question, answer, budget ? [] : [{ code: 'budget.gone', subject: null }]),
    sections: units.map((unit) =>
      sectionOf(scope, { question, kept, budget }, unit, sums.get(unit) as UnitSums),
    ),
  }
}

type Of = { question: Question; kept: Kept; budget: BudgetLines | null }

function sectionOf(scope: Scope, { question, kept, budget }: Of, unit: string, sums: UnitSums): SectionView {
  const rows = kept.table.units.get(unit) ?? new Int32Array(0)
  const limits = budget?.of(unit) ?? null
  const before = sums.before?.total ?? null
  const total: Figures = {
    total: sums.now.total,
    amounts: sums.now.byBin,
    before: limits ? sumOf(limits) : before,
    lines: sums.now.lines,
  }
  const shown = leading(kept, rows, question.spec.top)
  const figures = figuresOf(kept, shown)
  const left = rows.length - shown.length
  const rest = restOf({ ...total, before }, figures)
  return {
    unit,
    isCurrency: isCurrency(unit),
    groups: groupViews(scope, question, kept, shown, figures),
    rest: left > 0 ? { ...figureView(question, rest), groups: left } : null,
    total: { ...figureView(question, total), groups: rows.length },
    before: sums.before && amountTexts(question, sums.before.byBin),
    budget: limits && amountTexts(question, limits),
  }
}

/** What is largest up or down is worth a place, a credit as well as a cost; they stand from the largest to the least. */
function leading({ answer, table }: Kept, rows: Int32Array, count: number): number[] {
  const tie = compareKeys(answer.rows.keys)
  const known = new Map<number, bigint>()
  const total = (row: number): bigint => {
    const sum = known.get(row) ?? answer.now.total(row)
    known.set(row, sum)
    return sum
  }
  const { rough } = table.now
  const sizes = roughly(rough.map(Math.abs))
  const few = largest(rows, sizes, count)
  answer.now.ahead([...few])
  const most = orderExactly(few, sizes, (row) => absolute(total(row)), tie).slice(0, count)
  return [...orderExactly(most, roughly(rough), total, tie)]
}

/** Whatever the shown ones leave of the total, to the femto. */
const restOf = (total: Figures, shown: readonly Figures[]): Figures => ({
  total: total.total - sumOf(shown.map((own) => own.total)),
  amounts: total.amounts.map((amount, bin) => amount - sumOf(shown.map((own) => own.amounts[bin] ?? 0n))),
  before: total.before === null ? null : total.before - sumOf(shown.map((own) => own.before ?? 0n)),
  lines: total.lines - shown.reduce((sum, own) => sum + own.lines, 0),
})
