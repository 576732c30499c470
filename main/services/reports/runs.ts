import { setImmediate as breathe } from 'node:timers/promises'
import type { Ports } from '#main/ports/ports.ts'
import { findRun, listUnfinished } from '#main/queries/report-runs.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { readWorkspace } from '#main/queries/workspaces.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import {
  endDeliveries,
  insertDelivery,
  insertFiles,
  insertRun,
  updateRun,
} from '#main/store/repos/report-runs.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { EventName } from '#shared/contract/events.ts'
import type { ReportFormat, ReportSpec } from '#shared/contract/report-spec.ts'
import type { DeliveryTarget } from '#shared/contract/reports.ts'
import { AppError, type ErrorView } from '#shared/errors/app-error.ts'
import { dayInZone } from '#shared/lib/day.ts'
import { oneAtATime } from '#shared/lib/one-at-a-time.ts'
import { resolveViewPeriod } from '#shared/lib/view-period.ts'
import type { FocusExportService } from '../focus-export/focus-export.service.ts'
import type { Archive } from './archive.ts'
import type { DataVersion } from './data-version.ts'
import { explainFailure } from './failure.ts'
import { produce } from './produce.ts'

type Problem = Pick<ErrorView, 'code' | 'details'>

export type RunParts = {
  store: Store
  ports: Ports
  archive: Archive
  versionOf: DataVersion
  focusExport: Pick<FocusExportService, 'writeFile'>
  /** What an organisation's questions are answered from, as at that moment. */
  scopeAt(of: Pick<Scope, 'workspaceId' | 'currency' | 'timeZone'>, nowMs: number): Scope
  emit(name: EventName, workspaceId: string): void
  /** A run has come to its end, well. */
  onDone(workspaceId: string): void
}

type NewRun = {
  workspaceId: string
  reportId: string | null
  scheduleId: string | null
  /** The moment that a schedule asked for. */
  dueAtMs: number | null
  spec: ReportSpec
  formats: readonly ReportFormat[]
  deliveries: readonly DeliveryTarget[]
  why: string | null
  userId: string | null
  asOfMs: number
}

/** Reports are made one after the other: two would want all of the memory twice. */
export function createRuns({ store, ports, archive, emit, onDone, ...parts }: RunParts) {
  const { clock, ids, log } = ports
  const inTurn = oneAtATime()
  const running = new Map<string, { stop: AbortController; ended: Promise<void> }>()

  /** Notes down what is to be made, within the transaction of whoever wants it. */
  function insert(db: WritableDb, wanted: NewRun, problem: Problem | null = null): string {
    const { deliveries, formats, ...run } = wanted
    const id = ids.next()
    const { timeZone } = readWorkspace(db, run.workspaceId) ?? { timeZone: 'UTC' }
    const { from, to } = resolveViewPeriod(run.spec.period, dayInZone(run.asOfMs, timeZone))
    const atMs = clock.nowMs()
    insertRun(db, {
      ...run,
      id,
      title: run.spec.title,
      formats: [...new Set(formats)],
      status: problem ? 'failed' : 'waiting',
      fromDay: from,
      toDay: to,
      startedAtMs: atMs,
      finishedAtMs: problem ? atMs : null,
      dataVersion: '',
      problem,
    })
    for (const target of deliveries)
      insertDelivery(db, {
        id: ids.next(),
        runId: id,
        target,
        status: problem ? 'failed' : 'waiting',
        attempts: 0,
        lastAtMs: null,
        nextAtMs: null,
        problem,
      })
    return id
  }

  function begin(id: string): void {
    const stop = new AbortController()
    const ended = inTurn(() => run(id, stop.signal))
      .catch((error: unknown) => log.write('error', 'report.broken', { id, cause: String(error) }))
      .finally(() => running.delete(id))
    running.set(id, { stop, ended })
  }

  async function run(id: string, signal: AbortSignal): Promise<void> {
    // Gathering holds everybody up for a moment: whoever asked has the answer first.
    await breathe()
    const row = findRun(store.read, id)
    const owner = row && readWorkspace(store.read, row.workspaceId)
    // One that its maker may not have any more has ended before it began.
    if (row?.status !== 'waiting' || !owner) return
    const { workspaceId, asOfMs, formats, spec } = row
    try {
      signal.throwIfAborted()
      if (!spec) throw new AppError('report.newerFile')
      store.transaction((db) => updateRun(db, id, { status: 'running' }))
      emit('reports.progressed', workspaceId)
      const scope = (): Scope => parts.scopeAt({ workspaceId, ...owner }, asOfMs)
      const job = { id, spec, formats, organisation: owner.name, scope }
      const made = await produce({ archive, ...parts }, job, signal)
      keep(id, made)
    } catch (error) {
      await fail(id, error, signal)
    }
    emit('reports.progressed', workspaceId)
    if (findRun(store.read, id)?.status === 'done') onDone(workspaceId)
  }

  function keep(
    id: string,
    { title, period, files, dataVersion }: Awaited<ReturnType<typeof produce>>,
  ): void {
    store.transaction((db) => {
      insertFiles(
        db,
        files.map(({ path: _, ...file }, position) => ({
          ...file,
          id: ids.next(),
          runId: id,
          position,
          state: 'sound' as const,
        })),
      )
      updateRun(db, id, {
        title,
        fromDay: period.from,
        toDay: period.to,
        status: 'done',
        dataVersion,
        finishedAtMs: clock.nowMs(),
        problem: null,
      })
    })
  }

  /** However a run ends, it is told of; half of a report is not left behind. */
  async function fail(id: string, error: unknown, signal: AbortSignal): Promise<void> {
    const { code, details } = explainFailure(signal.aborted ? signal.reason : error, archive.folder)
    const isCancelled = code === 'report.cancelled'
    if (!isCancelled) log.write('error', 'report.failed', { id, code, cause: told(error) })
    await archive.drop(id).catch((cause: unknown) => {
      log.write('warn', 'report.notCleared', { id, cause: String(cause) })
    })
    store.transaction((db) => end(db, id, { code, details }))
  }

  function end(db: WritableDb, id: string, problem: Problem): void {
    const status = problem.code === 'report.cancelled' ? 'cancelled' : 'failed'
    updateRun(db, id, { status, finishedAtMs: clock.nowMs(), problem })
    endDeliveries(db, id, { status: 'failed', problem })
  }

  async function stop(id: string, reason: AppError): Promise<void> {
    const one = running.get(id)
    one?.stop.abort(reason)
    await one?.ended
  }

  return {
    insert,
    begin,
    stop,
    cancel: (id: string): void => running.get(id)?.stop.abort(new AppError('report.cancelled')),

    async stopAll(): Promise<void> {
      await Promise.all([...running.keys()].map((id) => stop(id, new AppError('report.interrupted'))))
    },

    /** What the program was at when it was killed comes to its end, and its files go. */
    async recover(): Promise<void> {
      const left = listUnfinished(store.read)
      for (const { id } of left) await archive.drop(id).catch(() => undefined)
      if (left.length > 0)
        store.transaction((db) => {
          for (const { id } of left) end(db, id, { code: 'report.interrupted', details: {} })
        })
      await archive.sweep().catch(() => undefined)
    },

    async whenIdle(): Promise<void> {
      while (running.size > 0) await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}

export type Runs = ReturnType<typeof createRuns>

const told = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${error.cause ?? ''} ${error.stack ?? ''}` : String(error)
