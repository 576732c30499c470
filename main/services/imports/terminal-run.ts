import { isNoCost } from '#main/core/rules/commit-alone.ts'
import type { Ports } from '#main/ports/ports.ts'
import { readImport } from '#main/queries/imports.query.ts'
import { findRealWorkspace } from '#main/queries/workspaces.query.ts'
import { findParcel, type ParcelRow } from '#main/store/repos/parcels.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ImportMode, ImportView, Question } from '#shared/contract/imports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { takeIn } from './intake.ts'
import type { Job } from './queue.ts'

export type ImportRun = {
  tokens: readonly string[]
  mode: ImportMode
  /** Reads and tells, and leaves nothing behind. */
  isDryRun: boolean
  /** By its name; null where there is only one. */
  organisation: string | null
}

/** `doubtful`: rows that were not kept, apart from those that are no costs. */
export type ImportRunReport = { items: (ImportView & { questions: Question[]; doubtful: number })[] }

type Parts = {
  store: Store
  ports: Ports
  read(parcelId: number, workspaceId: string): Pick<Job, 'ended'>
  commit(parcel: ParcelRow, mode: ImportMode): unknown
  remove(parcel: ParcelRow): Promise<void>
  announce(workspaceId: string): void
}

/** Whoever owns the data folder could write the store by hand: no password is asked, as with a synchronisation. */
export function createTerminalRun({ store, ports, read, commit, remove, announce }: Parts) {
  async function readOne(
    parcelId: number,
    workspaceId: string,
    run: ImportRun,
  ): Promise<ImportRunReport['items'][number]> {
    await read(parcelId, workspaceId).ended
    const place = { db: store.read, workspaceId }
    const parcel = findParcel(store.read, workspaceId, parcelId)
    if (!parcel) throw new AppError('import.notFound')
    const questions = parcel.status === 'asking' ? (parcel.reading?.view?.questions ?? []) : []
    const reasons = parcel.summary?.reasons ?? []
    const doubtful = reasons.reduce((sum, { reason, rows }) => (isNoCost(reason) ? sum : sum + rows), 0)
    const told = { ...readImport(place, parcelId), questions, doubtful }
    if (run.isDryRun) {
      await remove(parcel)
      return told
    }
    if (parcel.status !== 'ready') return told
    commit(parcel, run.mode)
    announce(workspaceId)
    return { ...readImport(place, parcelId), questions, doubtful }
  }

  return async (run: ImportRun): Promise<ImportRunReport> => {
    const workspaceId = findRealWorkspace(store.read, run.organisation)
    if (workspaceId === null) throw new AppError('workspace.notFound')
    const files = run.tokens.map((token) => ports.inbox.take(token))
    const found = files.filter((file) => file !== null)
    if (found.length < files.length) throw new AppError('import.noFile')
    const whose = { workspaceId, userId: null, origin: 'terminal', atMs: ports.clock.nowMs() } as const
    const items: ImportRunReport['items'] = []
    for (const id of await takeIn(store, found, whose)) items.push(await readOne(id, workspaceId, run))
    return { items }
  }
}
