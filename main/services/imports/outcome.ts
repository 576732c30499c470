import { canonical } from '#main/core/model/resource.ts'
import { isAllLive } from '#main/queries/imports.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { putMapping } from '#main/store/repos/mappings.repo.ts'
import { findSameParcel, type ParcelRow, updateParcel } from '#main/store/repos/parcels.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ProblemView } from '#shared/contract/connections.ts'
import type { ParcelStatus } from '#shared/contract/imports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Reading } from './reading.ts'
import { clearParcel } from './slices.ts'

const NOTHING_READ = { rowsIn: 0, rowsKept: 0, rowsRejected: 0, summary: null, sha256: null, readAtMs: null }

/** A reading that came to its end: a preview, a question, or nothing new. */
export async function settle(
  store: Store,
  parcel: ParcelRow,
  { end, view, source }: Reading,
  nowMs: number,
): Promise<ParcelStatus> {
  const answers = parcel.reading?.answers ?? {}
  const known = { source, problem: null }
  if (end.status === 'failed') throw new AppError(end.code, end.details)
  if (end.status === 'asking') {
    await clearParcel(store, parcel.id)
    const reading = { view, answers, sample: end.sample }
    store.transaction((db) =>
      updateParcel(db, parcel.id, { ...NOTHING_READ, ...known, status: 'asking', reading }),
    )
    return 'asking'
  }
  const { sha256, rowsIn, rowsKept, rowsRejected, summary } = end
  const isSame = isKnownAlready(store, parcel, { sha256, view })
  if (isSame) await clearParcel(store, parcel.id)
  const status = isSame ? 'same' : 'ready'
  store.transaction((db) => {
    updateParcel(db, parcel.id, {
      ...known,
      status,
      sha256,
      rowsIn,
      rowsKept,
      rowsRejected,
      summary,
      reading: { view, answers, sample: null },
      readAtMs: nowMs,
    })
    if (!isSame) keepMapping(db, parcel, view?.header ?? [], nowMs)
  })
  return status
}

/** The same bytes, understood the same way, count already with every day of theirs. */
function isKnownAlready(
  store: Store,
  { workspaceId }: ParcelRow,
  { sha256, view }: { sha256: string; view: Reading['view'] },
): boolean {
  const same = findSameParcel(store.read, { workspaceId, sha256 })
  return (
    same !== null &&
    isAllLive(store.read, same.id) &&
    canonical(same.reading?.view?.answers ?? {}) === canonical(view?.answers ?? {})
  )
}

function keepMapping(db: WritableDb, parcel: ParcelRow, header: readonly string[], atMs: number): void {
  const { mapping, mappingName } = parcel.reading?.answers ?? {}
  if (!mapping || mappingName === undefined) return
  const { workspaceId, userId } = parcel
  putMapping(db, {
    workspaceId,
    userId,
    name: mappingName,
    header: JSON.stringify(header),
    spec: mapping,
    atMs,
  })
}

/** A reading that came to nothing: what it wrote is taken out first, so that no moment shows half of it. */
export async function settleBadly(
  store: Store,
  parcel: ParcelRow,
  { problem, view }: { problem: ProblemView; view: Reading['view'] },
): Promise<ParcelStatus> {
  const status = statusOf(problem)
  // The program is about to end: what is left is taken out at the next start.
  if (status !== 'paused') await clearParcel(store, parcel.id)
  const { answers = {}, sample = null } = parcel.reading ?? {}
  store.transaction((db) =>
    updateParcel(db, parcel.id, {
      ...NOTHING_READ,
      status,
      problem: status === 'cancelled' ? null : (problem as NonNullable<ParcelRow['problem']>),
      reading: { view: view ?? parcel.reading?.view ?? null, answers, sample },
    }),
  )
  return status
}

function statusOf({ code }: ProblemView): 'cancelled' | 'paused' | 'failed' {
  if (code === 'import.cancelled') return 'cancelled'
  return code === 'import.interrupted' ? 'paused' : 'failed'
}
