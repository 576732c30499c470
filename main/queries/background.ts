import type { Revision } from '#main/store/db.ts'

/** Long work that is done in between calls, a step at a time, so that nobody waits for the whole of it. */
export type Background = {
  /** One run at a time under a name; asked for again while it runs, nothing more begins. */
  start(name: string, steps: () => Generator<void, void>): void
  /** What has been committed until now. */
  live(): Revision
  /** Whether a sync of the organisation runs: what is read meanwhile is half of one state and half of another. */
  isSyncing(workspaceId: string): boolean
  /** Answers differ now, though nothing was written just now. */
  announce(workspaceId: string): void
}

/** All steps at once, for whoever waits for the result. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
