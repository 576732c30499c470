import type { ClosingOpenCode, ClosingStep, ClosingStepView } from '#shared/contract/reconciliation.ts'
import type { Day } from '#shared/lib/day.ts'

type Open = ClosingStepView['open'][number]

export const open = (code: ClosingOpenCode, more: Partial<Omit<Open, 'code'>> = {}): Open => ({
  ...{ code, subject: null, id: null, from: null, to: null },
  ...more,
})

export const onDays = ({ from, to }: { from: Day; to: Day }): Pick<Open, 'from' | 'to'> => ({ from, to })

/** What somebody may leave as it is, once it has been looked at. */
const TO_LOOK_AT: ReadonlySet<ClosingOpenCode> = new Set([
  'data.none',
  'data.noAccounts',
  'sign.stale',
  'reports.none',
  'delivery.none',
])

/** What others have to do first. */
const TO_COME: ReadonlySet<ClosingOpenCode> = new Set(['month.notOver', 'delivery.waiting'])

type Made = { done: number; total: number; open: Open[]; isWaiting?: boolean }

export function stepView(
  step: ClosingStep,
  { isOver }: { isOver: boolean },
  { done, total, open, isWaiting = false }: Made,
): ClosingStepView {
  const isDone = open.length === 0 && !isWaiting && isOver
  const isIdle = isWaiting || !isOver || (open.length > 0 && open.every(({ code }) => TO_COME.has(code)))
  const isNote = open.length > 0 && open.every(({ code }) => TO_LOOK_AT.has(code))
  const state = isDone ? 'done' : isIdle ? 'waiting' : isNote ? 'attention' : 'todo'
  return { step, state, done, total, open }
}
