import { afterFailure } from '#main/core/rules/delivery-tries.ts'
import type { Ports } from '#main/ports/ports.ts'
import {
  type DeliveryRow,
  findDelivery,
  listDueDeliveries,
  listFiles,
} from '#main/queries/report-runs.query.ts'
import { insertDelivery, setFileState, updateDelivery } from '#main/store/repos/report-runs.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { EventName } from '#shared/contract/events.ts'
import type { DeliveryTarget } from '#shared/contract/reports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { oneAtATime } from '#shared/lib/one-at-a-time.ts'
import type { Archive } from './archive.ts'
import type { Channels, Kind, Parcel } from './channels/channel.ts'

type Parts = {
  store: Store
  ports: Ports
  archive: Archive
  channels: Channels
  emit(name: EventName, workspaceId: string): void
}

/** Hands finished reports on, each way by itself: a server that hangs keeps no folder waiting. */
export function createDeliveries({ store, ports, archive, channels, emit }: Parts) {
  const { clock, ids, log } = ports
  const turns: { [K in Kind]: ReturnType<typeof oneAtATime> } = { folder: oneAtATime(), mail: oneAtATime() }
  const running = new Map<string, { stop: AbortController; ended: Promise<void> }>()

  async function tryOnce(row: DeliveryRow, signal: AbortSignal): Promise<void> {
    const parcel = await parcelOf(row)
    signal.throwIfAborted()
    const { target } = row
    // A share that has gone away may not answer for minutes: nobody waits for it who was told to stop.
    await Promise.race([
      target.kind === 'mail'
        ? channels.mail.send(target, parcel, signal)
        : channels.folder.send(target, parcel, signal),
      untilAborted(signal),
    ])
  }

  /** What goes out is what was made: a file that was changed since stays here. */
  async function parcelOf({ runId, fromDay, toDay, ...row }: DeliveryRow): Promise<Parcel> {
    const files = listFiles(store.read, runId)
    for (const file of files) {
      const state = await archive.check(runId, file)
      if (state === 'sound') continue
      store.transaction((db) => setFileState(db, [file.id], state))
      throw new AppError(state === 'missing' ? 'report.fileMissing' : 'report.fileChanged', {
        name: file.name,
      })
    }
    return {
      ...row,
      period: fromDay && toDay ? { from: fromDay, to: toDay } : null,
      files: files.map((file) => ({ ...file, path: archive.pathOf(runId, file.name) })),
    }
  }

  async function attempt(id: string, signal: AbortSignal): Promise<void> {
    const row = findDelivery(store.read, id)
    if (!row || signal.aborted || (row.status !== 'waiting' && row.status !== 'retrying')) return
    const lastAtMs = clock.nowMs()
    try {
      await tryOnce(row, signal)
      store.transaction((db) =>
        updateDelivery(db, id, {
          status: 'done',
          attempts: row.attempts + 1,
          lastAtMs,
          nextAtMs: null,
          problem: null,
        }),
      )
    } catch (error) {
      if (signal.aborted) return
      const { code, details } = error instanceof AppError ? error : new AppError('delivery.failed')
      const { waitMs, ...after } = afterFailure(code, row.attempts)
      log.write('warn', 'delivery.failed', { id, code, attempts: after.attempts, cause: String(error) })
      const nextAtMs = waitMs === null ? null : clock.nowMs() + waitMs
      store.transaction((db) =>
        updateDelivery(db, id, { ...after, lastAtMs, nextAtMs, problem: { code, details } }),
      )
    }
    emit('reports.progressed', row.workspaceId)
  }

  function begin({ id, target }: Pick<DeliveryRow, 'id' | 'target'>): void {
    if (running.has(id)) return
    const stop = new AbortController()
    const ended = turns[target.kind](() => attempt(id, stop.signal))
      .catch((error: unknown) => log.write('error', 'delivery.broken', { id, cause: String(error) }))
      .finally(() => running.delete(id))
    running.set(id, { stop, ended })
  }

  return {
    /** Begins what may be tried now. */
    pump(): void {
      for (const row of listDueDeliveries(store.read, clock.nowMs())) begin(row)
    },

    /** One more for a run, or one of its own once more. */
    add(runId: string, target: DeliveryTarget, known: { id: string } | undefined): void {
      const fresh = { status: 'waiting', attempts: 0, nextAtMs: null, problem: null } as const
      store.transaction((db) => {
        if (known) updateDelivery(db, known.id, fresh)
        else insertDelivery(db, { id: ids.next(), runId, target, lastAtMs: null, ...fresh })
      })
    },

    async stopAll(): Promise<void> {
      const all = [...running.values()]
      for (const { stop } of all) stop.abort(new AppError('report.cancelled'))
      await Promise.all(all.map(({ ended }) => ended))
    },

    async whenIdle(): Promise<void> {
      while (running.size > 0) await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
