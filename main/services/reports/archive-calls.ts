import { compareFigures } from '#main/core/archive/compare.ts'
import type { Session } from '#main/core/model/session.ts'
import { keptSince } from '#main/core/rules/retention.ts'
import { instantAt } from '#main/core/rules/wall-time.ts'
import type { Ports } from '#main/ports/ports.ts'
import {
  listArchive,
  listEndedBefore,
  listFiles,
  ownRun,
  runBefore,
} from '#main/queries/report-runs.query.ts'
import { RETENTION_KEY, readRetention } from '#main/queries/report-settings.query.ts'
import { readWorkspace } from '#main/queries/workspaces.query.ts'
import { removeRun, setFileState } from '#main/store/repos/report-runs.repo.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { EventName } from '#shared/contract/events.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { dayInZone } from '#shared/lib/day.ts'
import type { ExportsService } from '../exports/exports.service.ts'
import type { Archive } from './archive.ts'
import type { Runs } from './runs.ts'

type Empty = Record<string, never>
type Parts = {
  store: Store
  ports: Ports
  archive: Archive
  runs: Runs
  exports: Pick<ExportsService, 'add'>
  emit(name: EventName, workspaceId: string): void
}

/** What can be done with reports that were made. */
export function createArchiveCalls({ store, ports, archive, runs, exports, emit }: Parts) {
  const asker = (workspaceId: string) => ({ db: store.read, workspaceId })

  async function remove(workspaceId: string, id: string): Promise<void> {
    store.transaction((db) => removeRun(db, { workspaceId, id }))
    await archive.drop(id).catch((error: unknown) => {
      ports.log.write('warn', 'report.notCleared', { id, cause: String(error) })
    })
  }

  /** Counted from when a report was finished; reports of the running year stay. */
  async function tidy(workspaceId: string): Promise<number> {
    const owner = readWorkspace(store.read, workspaceId)
    if (!owner) return 0
    const today = dayInZone(ports.clock.nowMs(), owner.timeZone)
    const since = keptSince(today, readRetention(asker(workspaceId)).months)
    if (since === null) return 0
    const old = listEndedBefore(store.read, workspaceId, instantAt(since, '00:00', owner.timeZone))
    for (const id of old) await remove(workspaceId, id)
    return old.length
  }

  return {
    tidy,

    async takeFile(
      { workspaceId }: Session,
      { runId, fileId }: ParsedInput<'reports.takeFile'>,
    ): Promise<CallOutput<'reports.takeFile'>> {
      ownRun(asker(workspaceId), runId)
      const file = listFiles(store.read, runId).find(({ id }) => id === fileId)
      if (!file) throw new AppError('report.runNotFound')
      const state = await archive.check(runId, file)
      if (state !== file.state) {
        store.transaction((db) => setFileState(db, [fileId], state))
        emit('reports.progressed', workspaceId)
      }
      if (state !== 'sound')
        throw new AppError(state === 'missing' ? 'report.fileMissing' : 'report.fileChanged', {
          name: file.name,
        })
      const { id } = await exports.add({
        workspaceId,
        kind: 'report',
        fileName: file.name,
        format: file.format === 'focus' ? 'csv' : file.format,
        source: archive.pathOf(runId, file.name),
      })
      return { id, fileName: file.name }
    },

    async compare(
      { workspaceId }: Session,
      { runId, withRunId }: ParsedInput<'reports.compareRuns'>,
    ): Promise<CallOutput<'reports.compareRuns'>> {
      const run = ownRun(asker(workspaceId), runId)
      const other = withRunId ? ownRun(asker(workspaceId), withRunId).id : runBefore(asker(workspaceId), run)
      if (other === null) return { withRunId: null, items: [], same: 0 }
      const [before, after] = [await archive.figuresOf(other), await archive.figuresOf(runId)]
      return { withRunId: other, ...compareFigures(before, after) }
    },

    async verify({ workspaceId }: Session): Promise<CallOutput<'reports.verify'>> {
      const bad: CallOutput<'reports.verify'>['bad'] = []
      const all = listArchive(store.read, workspaceId)
      for (const { runId, title, ...file } of all) {
        const state = await archive.check(runId, file)
        if (state !== file.state) store.transaction((db) => setFileState(db, [file.id], state))
        if (state !== 'sound') bad.push({ runId, title, name: file.name, state })
      }
      return { checked: all.length, bad }
    },

    async removeRun({ workspaceId }: Session, runId: string): Promise<Empty> {
      ownRun(asker(workspaceId), runId)
      await runs.stop(runId, new AppError('report.cancelled'))
      await remove(workspaceId, runId)
      return {}
    },

    async updateRetention(
      { workspaceId }: Session,
      { months }: ParsedInput<'reports.updateRetention'>,
    ): Promise<{ removed: number }> {
      store.transaction((db) =>
        putSetting(db, { scope: 'workspace', ownerId: workspaceId, key: RETENTION_KEY, value: months ?? 0 }),
      )
      return { removed: await tidy(workspaceId) }
    },
  }
}
