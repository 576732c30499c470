import { AppError } from '#shared/errors/app-error.ts'
import { createProgress, type Progress } from './progress.ts'

export type Job = {
  parcelId: number
  workspaceId: string
  controller: AbortController
  progress: Progress
  ended: Promise<void>
}

type Queued = Job & { isStarted: boolean; settle(): void }

type Parts = {
  /** Never throws: an end of whatever kind is an end. */
  run(job: Job): Promise<void>
  tell(workspaceId: string): void
}

/** Who waits and who is read. One at a time: a reader takes a processor and the writer the other one. */
export function createQueue({ run, tell }: Parts) {
  const jobs = new Map<number, Queued>()
  let running: number | null = null

  function fill(): void {
    const next = [...jobs.values()].find(({ isStarted }) => !isStarted)
    if (running !== null || !next) return
    running = next.parcelId
    void start(next)
  }

  async function start(job: Queued): Promise<void> {
    job.isStarted = true
    await run(job)
    jobs.delete(job.parcelId)
    if (running === job.parcelId) running = null
    job.settle()
    tell(job.workspaceId)
    fill()
  }

  function cancel(id: number, reason = new AppError('import.cancelled')): boolean {
    const job = jobs.get(id)
    if (!job || job.controller.signal.aborted) return job !== undefined
    job.controller.abort(reason)
    // One that waits need not wait for its turn in order to end.
    if (!job.isStarted) void start(job)
    return true
  }

  async function stopAll(reason: AppError): Promise<void> {
    const all = [...jobs.values()]
    // Those that wait go first: none of them shall begin when the one before it ends.
    for (const { parcelId } of all.toReversed()) cancel(parcelId, reason)
    await Promise.all(all.map(({ ended }) => ended))
  }

  return {
    add({ parcelId, workspaceId }: Pick<Job, 'parcelId' | 'workspaceId'>): Job {
      const known = jobs.get(parcelId)
      if (known) return known
      const { promise: ended, resolve: settle } = Promise.withResolvers<void>()
      const progress = createProgress(() => tell(workspaceId))
      const job = {
        parcelId,
        workspaceId,
        controller: new AbortController(),
        progress,
        ended,
        settle,
        isStarted: false,
      }
      jobs.set(parcelId, job)
      fill()
      return job
    },
    cancel: (id: number): boolean => cancel(id),
    stopAll,
    has: (id: number): boolean => jobs.has(id),
    progressOf: (id: number) => (running === id ? (jobs.get(id)?.progress.view() ?? null) : null),
    async whenIdle(): Promise<void> {
      while (jobs.size > 0) await Promise.all([...jobs.values()].map(({ ended }) => ended))
    },
  }
}
