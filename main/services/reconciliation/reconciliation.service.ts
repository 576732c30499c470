import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { closedAmong } from '#main/queries/rates-choice.ts'
import { fingerprintNow, listLadders } from '#main/queries/reconciliation.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { insertSignature, undoSignature } from '#main/store/repos/reconciliations.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import { AppError } from '#shared/errors/app-error.ts'

type Empty = Record<string, never>

export type ReconciliationService = {
  sign(session: Session, scope: Scope, input: ParsedInput<'reconciliation.sign'>): Empty
  unsign(session: Session, scope: Scope, input: ParsedInput<'reconciliation.unsign'>): Empty
}

/** Who says that an account's month is in order, and who takes it back. A closed month stays as it was signed. */
export function createReconciliation({
  store,
  ports,
}: {
  store: Store
  ports: Ports
}): ReconciliationService {
  return {
    sign({ workspaceId, userId }, scope, { month, connectionId, note }) {
      refuseClosed(scope, month)
      const ladders = listLadders(scope, month).filter((one) => one.connectionId === connectionId)
      if (ladders.length === 0) throw new AppError('reconciliation.nothing', { month })
      if (!note?.trim()) for (const ladder of ladders) refuseWithoutNote(ladder)
      const difference = ladders.find((one) => one.difference !== null)?.difference ?? null
      const fingerprint = fingerprintNow(scope, { month, connectionId })
      store.transaction((db) =>
        insertSignature(db, {
          ...{ workspaceId, connectionId, month, difference, fingerprint },
          note: note?.trim() || null,
          ...{ signedBy: userId, signedAtMs: ports.clock.nowMs() },
        }),
      )
      return {}
    },

    unsign({ workspaceId, userId }, scope, { month, connectionId, reason }) {
      refuseClosed(scope, month)
      const said = { undoneBy: userId, undoneAtMs: ports.clock.nowMs(), undoneWhy: reason }
      if (!store.transaction((db) => undoSignature(db, { workspaceId, connectionId, month }, said)))
        throw new AppError('reconciliation.notSigned')
      return {}
    },
  }
}

function refuseClosed(scope: Scope, month: string): void {
  if (closedAmong(scope).has(month)) throw new AppError('reconciliation.monthClosed', { month })
}

function refuseWithoutNote({ difference, isEqual, currency, act }: LadderView): void {
  if (act === null) throw new AppError('reconciliation.needsReason')
  if (difference !== null && !isEqual)
    throw new AppError('reconciliation.needsNote', { difference: `${difference} ${currency}` })
}
