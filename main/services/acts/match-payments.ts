import { actOf, type PayableAct } from '#main/core/acts/match-payment.ts'
import { readActs } from '#main/queries/acts.query.ts'
import { listOpenPayments } from '#main/queries/payments.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { matchPayment } from '#main/store/repos/payments.repo.ts'
import type { ActView } from '#shared/contract/acts.ts'
import { femtos } from './find-acts.ts'

/** Finds what the payments pay that nobody has looked at yet; the ids of those for which it was found. */
export function matchPayments(db: WritableDb, workspaceId: string): Set<string> {
  const waiting = listOpenPayments({ db, workspaceId })
  const matched = new Set<string>()
  if (waiting.length === 0) return matched
  const acts = payable(readActs({ db, workspaceId }))
  for (const { id, payee, amount, currency, purpose } of waiting) {
    const found = actOf({ payee, amount: femtos(amount), currency, purpose }, acts)
    if (!found) continue
    matchPayment(db, { workspaceId, id }, found)
    matched.add(id)
    const act = acts.find((one) => one.id === found.actId)
    if (act) act.open -= femtos(amount)
  }
  return matched
}

/** With what their corrections have changed: nobody pays those by themselves. */
function payable(acts: readonly ActView[]): PayableAct[] {
  const counted = acts.filter(({ kind, countedAsId }) => kind !== 'correction' && countedAsId === null)
  return counted.map(({ id, number, supplier, currency, total, paid }) => {
    const changed = acts
      .filter(({ correctsId }) => correctsId === id)
      .reduce((sum, one) => sum + femtos(one.total), femtos(total))
    return { id, number, supplier, currency, total: changed, open: changed - femtos(paid) }
  })
}
