import { convert } from '#main/core/rates/convert.ts'
import type { ClosingStepView } from '#shared/contract/reconciliation.ts'
import { lastOfMonth } from '#shared/lib/day.ts'
import { sumsOfMonth } from '../months-sums.ts'
import { readRateChoice } from '../rates-choice.ts'
import { firstDayOf } from '../reconciliation/figures.ts'
import type { Scope } from '../scope.ts'
import { onDays, open, stepView } from './step.ts'

/** The month is closed: its rates stand as they are, whatever comes in later. */
export function ratesStep(
  scope: Scope,
  month: string,
  { isOver, isClosed }: { isOver: boolean; isClosed: boolean },
): ClosingStepView {
  if (isClosed) return stepView('rates', { isOver: true }, { done: 1, total: 1, open: [] })
  if (!isOver) return stepView('rates', { isOver }, { done: 0, total: 1, open: [open('month.notOver')] })
  const first = firstDayOf(month)
  const choice = readRateChoice(scope, { from: first, to: lastOfMonth(first) })
  const { missing } = convert(sumsOfMonth(scope, month), scope.currency, choice)
  const lacking = missing.map(({ currency, ...range }) =>
    open('rates.missing', { subject: currency, ...onDays(range) }),
  )
  return stepView('rates', { isOver }, { done: 0, total: 1, open: [...lacking, open('month.notClosed')] })
}
