import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import { listVat } from '#main/queries/vat.query.ts'
import { putVatTerms } from '#main/store/repos/vat-terms.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'

export type VatService = {
  update(session: Session, input: ParsedInput<'vat.update'>): Record<string, never>
}

/** What people say of the tax in the bills of their accounts. */
export const createVat = ({ store, ports }: { store: Store; ports: Ports }): VatService => ({
  update({ workspaceId, userId }, input) {
    store.transaction((db) => {
      const isListed = listVat({ db, workspaceId }).items.some(
        ({ connectionId }) => connectionId === input.connectionId,
      )
      if (!isListed) throw new AppError('connection.notFound')
      putVatTerms(db, workspaceId, { ...input, userId, updatedAtMs: ports.clock.nowMs() })
    })
    return {}
  },
})
