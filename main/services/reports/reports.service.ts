import type { Session } from '#main/core/model/session.ts'
import { isFromArchive, listDeliveries, ownRun } from '#main/queries/report-runs.query.ts'
import { findReport } from '#main/queries/reports.query.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { isGranted } from '#shared/contract/permissions.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { ExportsService } from '../exports/exports.service.ts'
import type { MailService } from '../mail/mail.service.ts'
import { createArchive } from './archive.ts'
import { createArchiveCalls } from './archive-calls.ts'
import { createFolderChannel } from './channels/folder.ts'
import { createMailChannel } from './channels/mail.ts'
import { createDataVersion } from './data-version.ts'
import { createDefinitions } from './definitions.ts'
import { createDeliveries } from './deliveries.ts'
import { previewOf } from './preview.ts'
import { createRuns, type RunParts } from './runs.ts'
import { createSchedules } from './schedules.ts'

type Empty = Record<string, never>
type Parts = Omit<RunParts, 'archive' | 'versionOf' | 'onDone'> & {
  exports: Pick<ExportsService, 'add'>
  mail: Pick<MailService, 'send'>
}

export type ReportsService = ReturnType<typeof createReports>

/** Reports: what they are made of, when, what was made and where it went. */
export function createReports({ store, ports, emit, exports, mail, ...rest }: Parts) {
  const archive = createArchive(ports.paths.archiveFolder)
  const versionOf = createDataVersion({ store, ports })
  const isOurs = (workspaceId: string, sha256: string): boolean =>
    isFromArchive({ db: store.read, workspaceId }, sha256)
  const deliveries = createDeliveries({
    store,
    ports,
    archive,
    emit,
    channels: { folder: createFolderChannel({ isOurs }), mail: createMailChannel(mail) },
  })
  const runs = createRuns({
    store,
    ports,
    archive,
    versionOf,
    emit,
    onDone: (workspaceId) => {
      deliveries.pump()
      void calls.tidy(workspaceId).catch((error: unknown) => {
        ports.log.write('warn', 'report.notTidied', { cause: String(error) })
      })
    },
    ...rest,
  })
  const calls = createArchiveCalls({ store, ports, archive, runs, exports, emit })
  const schedules = createSchedules({
    store,
    ports,
    runs,
    tell: (workspaceId) => emit('reports.progressed', workspaceId),
  })
  const ready = runs.recover()

  function specOf(session: Session, { reportId, spec }: ParsedInput<'reports.start'>): ReportSpec {
    const found =
      spec ?? (reportId === undefined ? null : findReport({ db: store.read, ...session }, reportId)?.spec)
    if (!found) throw new AppError('report.notFound')
    return found
  }

  /** Whoever may only look may make a report for themselves and send nothing anywhere. */
  function refuseSending({ role, isDemo }: Session): void {
    if (!isGranted(role, 'data.write')) throw new AppError('auth.forbidden', { role })
    if (isDemo) throw new AppError('delivery.demo')
  }

  return {
    ready,
    definitions: createDefinitions({ store, ports }),
    calls,
    schedules,
    versionOf,
    preview: previewOf,

    async start(session: Session, input: ParsedInput<'reports.start'>): Promise<{ runId: string }> {
      await ready
      if (input.deliveries.length > 0) refuseSending(session)
      const { workspaceId, userId } = session
      const { reportId = null, formats, why } = input
      const wanted = {
        ...{ workspaceId, userId, reportId, formats, why },
        spec: specOf(session, input),
        deliveries: input.deliveries,
        ...{ scheduleId: null, dueAtMs: null, asOfMs: ports.clock.nowMs() },
      }
      const runId = store.transaction((db) => runs.insert(db, wanted))
      runs.begin(runId)
      return { runId }
    },

    cancel({ workspaceId }: Session, runId: string): Empty {
      ownRun({ db: store.read, workspaceId }, runId)
      runs.cancel(runId)
      return {}
    },

    /** By the same parameters, for the same moment. */
    async repeat({ workspaceId, userId }: Session, runId: string): Promise<{ runId: string }> {
      await ready
      const { spec, formats, reportId, asOfMs, why } = ownRun({ db: store.read, workspaceId }, runId)
      if (!spec) throw new AppError('report.newerFile')
      const again = {
        ...{ workspaceId, userId, reportId, spec, formats, asOfMs, why },
        ...{ scheduleId: null, dueAtMs: null, deliveries: [] },
      }
      const id = store.transaction((db) => runs.insert(db, again))
      runs.begin(id)
      return { runId: id }
    },

    deliver(session: Session, { runId, target }: ParsedInput<'reports.deliver'>): Empty {
      refuseSending(session)
      const run = ownRun({ db: store.read, workspaceId: session.workspaceId }, runId)
      if (run.status !== 'done') throw new AppError('report.failed')
      const wanted = JSON.stringify(target)
      const known = listDeliveries(store.read, runId).find((one) => JSON.stringify(one.target) === wanted)
      deliveries.add(runId, target, known)
      deliveries.pump()
      return {}
    },

    /** What schedules ask for, and what could not be delivered before. */
    startDue(workspaceId?: string): { runIds: string[] } {
      const runIds = schedules.startDue(workspaceId)
      deliveries.pump()
      return { runIds }
    },

    async whenIdle(): Promise<void> {
      await ready
      await runs.whenIdle()
      await deliveries.whenIdle()
    },

    async stopAll(): Promise<void> {
      await ready
      await runs.stopAll()
      await deliveries.stopAll()
    },

    recover: runs.recover,
  }
}
