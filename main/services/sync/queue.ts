import type { Syncable } from '#main/queries/syncable.query.ts'
import type { RunView, syncTriggers } from '#shared/contract/sync.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { createProgress, type Progress } from './progress.ts'

export type End = 'done' | 'partial' | 'failed' | 'cancelled'

export type Job = {
  connection: Syncable
  trigger: (typeof syncTriggers)[number]
  controller: AbortController
  progress: Progress
  ended: Promise<End>
}

type Parts = {
  atOnce(): number
  /** Never throws: an end of whatever kind is an end. */
  run(job: Job): Promise<End>
  nowMs(): number
  tell(workspaceId: string): void
}

/** Who waits and who runs. A connection is here once at most, and so is never synchronised twice at a time. */
export function createQueue({ atOnce, run, nowMs, tell }: Parts) {
  const jobs = new Map<string, Job & { settle(end: End): void; isRunning: boolean }>()

  function fill(): void {
    let free = atOnce() - [...jobs.values()].filter(({ isRunning }) => isRunning).length
    for (const job of jobs.values()) {
      if (free <= 0) return
      if (job.isRunning) continue
      job.isRunning = true
      free -= 1
      void start(job)
    }
  }

  async function start(job: Job & { settle(end: End): void }): Promise<void> {
    const end = job.controller.signal.aborted ? 'cancelled' : await run(job)
    const { id, workspaceId } = job.connection
    jobs.delete(id)
    job.settle(end)
    tell(workspaceId)
    fill()
  }

  function add(connection: Syncable, trigger: Job['trigger']): Job {
    const { id, workspaceId, name, provider } = connection
    const known = jobs.get(id)
    if (known) return known
    const about = { connectionId: id, connectionName: name, provider, trigger }
    const { promise: ended, resolve: settle } = Promise.withResolvers<End>()
    const progress = createProgress(about, nowMs, () => tell(workspaceId))
    const job = { connection, trigger, controller: new AbortController(), progress, ended, settle }
    jobs.set(id, { ...job, isRunning: false })
    fill()
    return job
  }

  /** One that waits ends at once; one that runs ends as soon as it has taken back what it wrote. */
  function cancel(id: string, reason = new AppError('sync.cancelled')): boolean {
    const job = jobs.get(id)
    if (!job) return false
    job.progress.cancelling()
    job.controller.abort(reason)
    if (!job.isRunning) {
      job.isRunning = true
      void start(job)
    }
    return true
  }

  async function stop(id: string): Promise<void> {
    const ended = jobs.get(id)?.ended
    cancel(id)
    await ended
  }

  async function stopAll(reason?: AppError): Promise<void> {
    const all = [...jobs.values()]
    for (const { connection } of all) cancel(connection.id, reason)
    await Promise.all(all.map(({ ended }) => ended))
  }

  return {
    add,
    fill,
    cancel: (id: string): boolean => cancel(id),
    stop,
    stopAll,
    has: (id: string): boolean => jobs.has(id),
    list: (workspaceId: string): RunView[] =>
      [...jobs.values()]
        .filter(({ connection }) => connection.workspaceId === workspaceId)
        .map(({ progress }) => progress.view()),
    async whenIdle(): Promise<void> {
      while (jobs.size > 0) await Promise.all([...jobs.values()].map(({ ended }) => ended))
    },
  }
}
