import { running } from '#main/core/explorer/bins.ts'
import { absolute } from '#main/core/rules/exact.ts'
import type { GroupView } from '#shared/contract/explorer.ts'
import { divideHalfAway, formatDecimal } from '#shared/lib/decimal.ts'
import type { Scope } from '../scope.ts'
import type { Kept } from './kept-answers.ts'
import { labelsOf } from './labels.ts'
import type { Question } from './question.ts'

/** A change as a share of what was, six places; nothing where there was nothing, or where comparing would mislead. */
function changeText({ isComparable }: Question, now: bigint, before: bigint | null): string | null {
  if (!isComparable || before === null || before === 0n) return null
  return formatDecimal(divideHalfAway((now - before) * 1_000_000n, absolute(before)) * 1_000_000_000n)
}

export const amountTexts = ({ spec }: Question, amounts: readonly bigint[]): string[] =>
  (spec.isCumulative ? running(amounts) : amounts).map(formatDecimal)

export const sumOf = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n)

export type Figures = { total: bigint; amounts: readonly bigint[]; before: bigint | null; lines: number }

export const figureView = (question: Question, { total, amounts, before, lines }: Figures) => ({
  total: formatDecimal(total),
  before: before === null ? null : formatDecimal(before),
  changeRatio: changeText(question, total, before),
  amounts: amountTexts(question, amounts),
  lines,
})

/** What rows come to. */
export function figuresOf({ answer, table }: Kept, rows: readonly number[]): Figures[] {
  const { now, before } = answer
  now.ahead(rows)
  before?.ahead(rows)
  return rows.map((row) => ({
    total: now.total(row),
    amounts: now.amounts(row),
    before: before?.total(row) ?? null,
    lines: table.now.lines[row] ?? 0,
  }))
}

export function groupViews(
  scope: Scope,
  question: Question,
  { answer }: Kept,
  rows: readonly number[],
  figures: readonly Figures[],
): GroupView[] {
  const keysOf = (row: number): readonly (string | null)[] => answer.rows.keys[row] ?? []
  const labels = labelsOf(scope, question.groupBy, rows.map(keysOf))
  return rows.map((row, at) => ({
    keys: [...keysOf(row)],
    labels: labels(keysOf(row)),
    ...figureView(question, figures[at] as Figures),
  }))
}
