import type { CallOutput } from '#shared/contract/index.ts'
import { dataStep, reconciledStep } from './closing/account-steps.ts'
import { ratesStep } from './closing/rates-step.ts'
import { reportSteps } from './closing/report-steps.ts'
import { isOver, listMonths } from './months.query.ts'
import { missingDaysIn, readMissingDays } from './reconciliation/missing-days.ts'
import type { Scope } from './scope.ts'

/** The months that somebody may still have to do with. */
const MOST_MONTHS = 24

/** How far a month is on its way to being closed, and what is open. */
export function readClosing(scope: Scope, month: string): CallOutput<'closing.get'> {
  const known = listMonths(scope).items.find((one) => one.month === month)
  const last = known?.isClosed ? known.closings[0] : undefined
  return {
    month,
    steps: stepsOf(scope, month, last !== undefined),
    isOver: isOver(scope, month),
    isClosed: last !== undefined,
    closedBy: last?.closedBy ?? null,
    closedAtMs: last?.closedAtMs ?? null,
  }
}

function stepsOf(scope: Scope, month: string, isClosed: boolean) {
  const over = { isOver: isOver(scope, month) }
  return [
    dataStep(readMissingDays(scope, month), over),
    reconciledStep(scope, month, over),
    ratesStep(scope, month, { ...over, isClosed }),
    ...reportSteps(scope, month, over),
  ]
}

/** The latest first. */
export function listClosingMonths(scope: Scope): CallOutput<'closing.listMonths'> {
  const months = listMonths(scope).items.slice(0, MOST_MONTHS)
  const [last, first] = [months[0]?.month, months.at(-1)?.month]
  if (!last || !first) return { items: [] }
  const daysIn = missingDaysIn(scope, first, last)
  const items = months.map(({ month, isClosed }) => {
    const over = { isOver: isOver(scope, month) }
    const steps = [
      dataStep(daysIn(month), over),
      reconciledStep(scope, month, over),
      ...reportSteps(scope, month, over),
    ]
    const done = steps.filter(({ state }) => state === 'done').length + (isClosed ? 1 : 0)
    return { month, isClosed, done }
  })
  return { items }
}
