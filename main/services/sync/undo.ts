import { forgetUndo, removeSightings, undoSlice } from '#main/store/repos/undo.repo.ts'
import type { Store } from '#main/store/store.ts'
import { linkKeys } from './link-keys.ts'
import { STEP, untilDone } from './pump.ts'

const STEPS = 100

/** Takes back what an unfinished sync has written: resources, costs and history are as before it began. */
export async function takeBack(store: Store, snapshotId: number, connectionId: string): Promise<void> {
  await untilDone(() => store.transaction((db) => undoSlice(db, snapshotId, STEPS), STEP))
  store.transaction((db) => removeSightings(db, snapshotId))
  // Volumes may have moved from one resource to another and back.
  await linkKeys(store, connectionId)
}

/** The way back of a sync that has ended is of no use to anybody. */
export const dropUndo = (store: Store, snapshotId: number): Promise<void> =>
  untilDone(() => store.transaction((db) => forgetUndo(db, snapshotId, 10 * STEPS), STEP))
