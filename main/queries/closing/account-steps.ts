import type { ClosingStepView } from '#shared/contract/reconciliation.ts'
import { listActsOf } from '../acts.query.ts'
import { type Figures, readFigures } from '../reconciliation/figures.ts'
import { type AccountDays, rangesOf } from '../reconciliation/missing-days.ts'
import { fingerprintOf, readSignatures, type Signature } from '../reconciliation/signatures.ts'
import type { Scope } from '../scope.ts'
import { onDays, open, stepView } from './step.ts'

type Over = { isOver: boolean }

/** Every account that is asked or whose files come in has told of every day. */
export function dataStep(days: readonly AccountDays[], over: Over): ClosingStepView {
  const accounts = days.filter(({ isActive }) => isActive)
  if (accounts.length === 0)
    return stepView('data', over, { done: 0, total: 0, open: [open('data.noAccounts')] })
  const lacking = accounts.flatMap(({ connectionId: id, name: subject, missing, hasData }) =>
    hasData
      ? rangesOf(missing).map((range) => open('data.days', { subject, id, ...onDays(range) }))
      : [open('data.none', { subject, id })],
  )
  const short = new Set(lacking.map(({ id }) => id))
  return stepView('data', over, {
    done: accounts.length - short.size,
    total: accounts.length,
    open: lacking,
  })
}

/** Every account that was charged has an act, and somebody has signed that they agree. */
export function reconciledStep(scope: Scope, month: string, over: Over): ClosingStepView {
  const signatures = readSignatures(scope, month)
  const told = readFigures(scope, month).filter(
    ({ ladder, acts }) => ladder.withVat !== 0n || acts.length > 0,
  )
  const accounts = [...Map.groupBy(told, ({ connectionId }) => connectionId)]
  const lacking = accounts.flatMap(([id, figures]) => openOf(figures, signatures.get(id)))
  const strangers = listActsOf(scope, month).filter(({ connectionId }) => connectionId === null)
  return stepView('reconciled', over, {
    done: accounts.length - lacking.length,
    total: accounts.length,
    open: [...strangers.map(({ id, number }) => open('act.unknown', { subject: number, id })), ...lacking],
    isWaiting: accounts.length === 0 && strangers.length === 0,
  })
}

function openOf(figures: readonly Figures[], signed: Signature | undefined) {
  const [first] = figures
  if (!first) return []
  const about = { subject: first.name, id: first.connectionId }
  if (signed) return signed.fingerprint === fingerprintOf(figures) ? [] : [open('sign.stale', about)]
  if (figures.some(({ lacksRate }) => lacksRate !== null)) return [open('act.noRate', about)]
  return [open(figures.some(({ act }) => act !== null) ? 'sign.none' : 'act.none', about)]
}
