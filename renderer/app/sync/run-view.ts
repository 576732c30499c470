import type { RunView, SnapshotView } from '#shared/contract/sync.ts'

/** One run of a connection: the next one of the same connection is another. */
export const runKey = ({ connectionId, startedAtMs }: RunView): string => `${connectionId} ${startedAtMs}`

/** How much of the present phase is done; null while nobody knows how much there is. */
export const shareOf = ({ done, total, phase }: RunView): number | null =>
  phase === 'queued' || total === null || total <= 0 ? null : Math.min(1, done / total)

/** A failure is told in the tone of one; what was stopped on purpose is not. */
export const isGoodEnd = (status: SnapshotView['status']): boolean =>
  status === 'done' || status === 'cancelled' || status === 'running'

/** What a page knows of the looks at accounts: the newest, and those that had not ended when they were last seen. */
export type Known = { newest: number; open: ReadonlySet<number> }

/** The looks that have ended since, oldest first. Of what ended before the page came, nothing is news. */
export function endedSince(
  known: Known | null,
  items: readonly SnapshotView[],
): { known: Known; ended: SnapshotView[] } {
  const { newest, open } = known ?? { newest: Number.POSITIVE_INFINITY, open: new Set<number>() }
  const isNews = ({ id }: SnapshotView): boolean => id > newest || open.has(id)
  const running = items.filter((item) => item.status === 'running' && (known === null || isNews(item)))
  const ended = items.filter((item) => item.status !== 'running' && isNews(item))
  const left = [...open].filter((id) => !ended.some((item) => item.id === id))
  return {
    known: {
      newest: Math.max(known?.newest ?? 0, ...items.map(({ id }) => id)),
      open: new Set([...left, ...running.map(({ id }) => id)]),
    },
    ended: ended.sort((a, b) => a.id - b.id),
  }
}
