import type { Ports } from '#main/ports/ports.ts'
import { readWorkspace } from '#main/queries/workspaces.query.ts'
import { findParcel, type ParcelRow, updateParcel } from '#main/store/repos/parcels.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ProblemView } from '#shared/contract/connections.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { dayInZone } from '#shared/lib/day.ts'
import { settle, settleBadly } from './outcome.ts'
import type { Job } from './queue.ts'
import { type Reading, readParcel, type StartReading } from './reading.ts'
import { clearParcel } from './slices.ts'

type Parts = {
  store: Store
  ports: Ports
  startReading: StartReading
  /** What an earlier start left half done is out of the way. */
  cleared: Promise<void>
  onReady(parcel: ParcelRow): void
}

/** One job from its first byte to its last row, whatever happens in between. */
export function createRunner({ store, ports, startReading, cleared, onReady }: Parts) {
  const { clock, log } = ports

  async function run(job: Job, parcel: ParcelRow): Promise<void> {
    const { parcelId, workspaceId } = job
    const timeZone = readWorkspace(store.read, workspaceId)?.timeZone ?? 'UTC'
    const today = dayInZone(clock.nowMs(), timeZone)
    let view: Reading['view'] = null
    try {
      job.controller.signal.throwIfAborted()
      const reading = await readParcel({ store, ports, startReading, job, parcel, today })
      view = reading.view
      const status = await settle(store, parcel, reading, clock.nowMs())
      const { rowsIn, rowsRejected } = job.progress.view()
      log.write('info', 'import.read', { parcelId, status, rowsIn, rowsRejected })
      if (status === 'same') for (const { path } of parcel.files) ports.inbox.remove(path)
      const now = findParcel(store.read, workspaceId, parcelId)
      if (now && status === 'ready') onReady(now)
    } catch (thrown) {
      const { signal } = job.controller
      const problem = problemOf(signal.aborted ? signal.reason : thrown)
      const stack = problem.code === 'internal' && thrown instanceof Error ? { stack: thrown.stack } : {}
      log.write('warn', 'import.notRead', { parcelId, code: problem.code, ...stack })
      await settleBadly(store, parcel, { problem, view })
    }
  }

  return async (job: Job): Promise<void> => {
    const { parcelId, workspaceId } = job
    try {
      await cleared
      const parcel = findParcel(store.read, workspaceId, parcelId)
      if (!parcel) return
      store.transaction((db) => updateParcel(db, parcelId, { status: 'reading', problem: null }))
      // What was read of it before: a preview that was answered, or what the last end could not take out.
      await clearParcel(store, parcelId)
      await run(job, parcel)
    } catch (error) {
      // The store itself refused: a full disk, a file that is gone. The next start takes out what was written.
      log.write('error', 'import.crashed', { parcelId, message: String(error) })
      markFailed(parcelId, error)
    }
  }

  function markFailed(parcelId: number, error: unknown): void {
    try {
      const problem = problemOf(error) as NonNullable<ParcelRow['problem']>
      store.transaction((db) => updateParcel(db, parcelId, { status: 'failed', problem }))
    } catch {
      // Not even that: it stays as it is until the next start.
    }
  }
}

const problemOf = (thrown: unknown): ProblemView =>
  thrown instanceof AppError
    ? { code: thrown.code, details: thrown.details }
    : { code: 'internal', details: {} }
