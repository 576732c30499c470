import type { Ports } from '#main/ports/ports.ts'
import { listSyncable } from '#main/queries/syncable.query.ts'
import { listRunning, listWithUndo, updateSnapshot } from '#main/store/repos/snapshots.repo.ts'
import type { Store } from '#main/store/store.ts'
import { endBadly } from './end-run.ts'
import { dropUndo, takeBack } from './undo.ts'

/** What a program left that ended amid its syncs: each is taken back and closed before anybody looks. */
export async function closeInterrupted({ store, ports }: { store: Store; ports: Ports }): Promise<void> {
  const finishedAtMs = ports.clock.nowMs()
  const problem = { code: 'sync.interrupted', details: {} }
  for (const { id: snapshotId, connectionId } of listRunning(store.read)) {
    const [connection] = listSyncable(store.read, [connectionId])
    ports.log.write('warn', 'sync.interrupted', { connectionId, snapshotId })
    if (connection)
      await endBadly({ store, connection, snapshotId }, { status: 'interrupted', problem, finishedAtMs })
    else {
      // Archived or being erased meanwhile: there is nothing to tell, only to take back.
      await takeBack(store, snapshotId, connectionId)
      store.transaction((db) => updateSnapshot(db, snapshotId, { status: 'interrupted', finishedAtMs }))
    }
  }
  for (const snapshotId of listWithUndo(store.read)) await dropUndo(store, snapshotId)
}
