import type { Ports } from '#main/ports/ports.ts'
import { findErased } from '#main/queries/connection-rows.query.ts'
import { eraseConnectionSlice } from '#main/store/repos/erase-connection.repo.ts'
import type { Store } from '#main/store/store.ts'

/** Other calls wait for one slice at most. */
const SLICE_MS = 20

type Parts = { store: Store; ports: Ports; onErased(workspaceId: string): void }

/**
 * Takes marked connections out of the store slice by slice, so that years of costs go without holding anybody up. The
 * marks are in the store: what one start leaves undone, the next finishes.
 */
export function createErasing({ store, ports, onErased }: Parts) {
  let running: Promise<void> | null = null
  let isClosed = false

  async function run(): Promise<void> {
    for (;;) {
      // Between two slices everybody else has a turn.
      await ports.clock.wait(0)
      const next = isClosed ? null : findErased(store.read)
      if (!next) return
      const untilMs = performance.now() + SLICE_MS
      const isGone = store.transaction((db) =>
        eraseConnectionSlice(db, next.id, () => performance.now() < untilMs),
      )
      if (!isGone) continue
      ports.log.write('info', 'connection.erased', { id: next.id })
      onErased(next.workspaceId)
    }
  }

  return {
    start(): void {
      if (running || isClosed) return
      running = run()
        // A full disk, a store closed meanwhile: the mark stays, the next start goes on.
        .catch((error: unknown) =>
          ports.log.write('warn', 'connection.erasingStopped', { message: String(error) }),
        )
        .finally(() => {
          running = null
        })
    },
    whenIdle: async (): Promise<void> => {
      await running
    },
    async close(): Promise<void> {
      isClosed = true
      await running
    },
  }
}
