import type { RunView, SnapshotView } from '#shared/contract/sync.ts'

/** One run of a connection: the next one of the same connection is another. */
export const runKey = ({ connectionId, startedAtMs }: RunView): string => `${connectionId} ${startedAtMs}`

/** Those that were there and are not any more. */
export function endedRuns(before: readonly RunView[], now: readonly RunView[]): RunView[] {
  const running = new Set(now.map(runKey))
  return before.filter((run) => !running.has(runKey(run)))
}

/** How much of the present phase is done; null while nobody knows how much there is. */
export const shareOf = ({ done, total, phase }: RunView): number | null =>
  phase === 'queued' || total === null || total <= 0 ? null : Math.min(1, done / total)

/** A failure is told in the tone of one; what was stopped on purpose is not. */
export const isGoodEnd = (status: SnapshotView['status']): boolean =>
  status === 'done' || status === 'cancelled' || status === 'running'
