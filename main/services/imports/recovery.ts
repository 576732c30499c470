import type { Ports } from '#main/ports/ports.ts'
import { listInterrupted, listUnclean } from '#main/queries/imports-recovery.query.ts'
import { updateParcel } from '#main/store/repos/parcels.repo.ts'
import type { Store } from '#main/store/store.ts'
import { clearParcel } from './slices.ts'

/** What a program left that ended amid its readings waits for a person to go on. */
export function pauseInterrupted(store: Store): void {
  const problem = { code: 'import.interrupted', details: {} } as const
  store.transaction((db) => {
    for (const id of listInterrupted(db)) updateParcel(db, id, { status: 'paused', problem })
  })
}

/** Takes out the halves. None of it counts, so nobody has to wait for this. */
export async function clearLeftovers(store: Store, log: Ports['log'], signal: AbortSignal): Promise<void> {
  for (const id of listUnclean(store.read)) {
    if (signal.aborted) return
    log.write('info', 'import.leftovers', { parcelId: id })
    await clearParcel(store, id, signal)
  }
}
