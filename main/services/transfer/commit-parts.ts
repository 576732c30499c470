import type { readReceived } from '#main/queries/transfers.query.ts'
import { commitParcel, withdrawParcel } from '#main/store/repos/parcel-commit.ts'
import { findParcel } from '#main/store/repos/parcels.repo.ts'
import { putTransfer } from '#main/store/repos/transfers.repo.ts'
import { putVatTermsOnce } from '#main/store/repos/vat-terms.repo.ts'
import type { Store } from '#main/store/store.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { WrittenPart } from './merge-parts.ts'
import type { ParcelRecord } from './records.ts'
import { accountKey, rowOf } from './standing.ts'

type Of = {
  workspaceId: string
  userId: string
  parcel: ParcelRecord
  fingerprint: string
  received: ReturnType<typeof readReceived>
  atMs: number
}

/** In one transaction: the figures of before, or those of after. */
export function commitParts(store: Store, written: readonly WrittenPart[], of: Of): void {
  const { workspaceId, userId, parcel, fingerprint, received, atMs } = of
  store.transaction((db) => {
    for (const { account, part, parcelId, connectionId } of written) {
      // Somebody may have removed it from the list of imports meanwhile.
      if (!findParcel(db, workspaceId, parcelId)) throw new AppError('import.cancelled')
      const key = { sender: fingerprint, account: accountKey(account), month: part.month }
      const before = rowOf(received, key)
      // The sender's earlier word goes as a whole: a day that it does not tell of any more must not stay.
      if (before?.isHere) withdrawParcel(db, Number(before.parcelId), atMs)
      commitParcel(db, parcelId, { mode: 'replace', atMs })
      if (account.vat)
        putVatTermsOnce(db, workspaceId, { ...account.vat, connectionId, userId, updatedAtMs: atMs })
      putTransfer(db, {
        workspaceId,
        ...key,
        senderName: parcel.organisation,
        connectionId,
        parcelId: String(parcelId),
        contentHash: part.sha256,
        madeAtMs: parcel.madeAtMs,
        lines: part.lines,
        mergedAtMs: atMs,
        userId,
      })
    }
  })
}
