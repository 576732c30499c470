import { setImmediate as breathe } from 'node:timers/promises'
import type { WritableDb } from '#main/store/db.ts'
import { createParcelClearing, createParcelRemoval } from '#main/store/repos/parcel-removal.ts'
import type { Store } from '#main/store/store.ts'

/** Other calls wait for one slice at most. */
const SLICE_MS = 20
/** One step of many: the end of the whole is what has to last. */
const STEP = { isLasting: false } as const

/** Runs what writes step by step in transactions that are short, each whole. */
export async function inSteps(
  store: Store,
  stepsOf: (db: WritableDb) => Iterator<void>,
  signal?: AbortSignal,
): Promise<void> {
  let steps: Iterator<void> | null = null
  let isDone = false
  while (!isDone) {
    signal?.throwIfAborted()
    const untilMs = performance.now() + SLICE_MS
    store.transaction((db) => {
      steps ??= stepsOf(db)
      do isDone = steps.next().done ?? false
      while (!isDone && performance.now() < untilMs)
    }, STEP)
    await breathe()
  }
}

type Slice = (hasTime: () => boolean) => boolean

async function untilGone(store: Store, slice: Slice, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const untilMs = performance.now() + SLICE_MS
    if (store.transaction(() => slice(() => performance.now() < untilMs), STEP)) return
    await breathe()
  }
}

/** Takes out what was read of a parcel; aborted, it leaves the rest to the next time. */
export const clearParcel = (store: Store, parcelId: number, signal?: AbortSignal): Promise<void> =>
  untilGone(
    store,
    store.transaction((db) => createParcelClearing(db, parcelId)),
    signal,
  )

/** The parcel goes too. */
export const removeParcel = (store: Store, parcelId: number): Promise<void> =>
  untilGone(
    store,
    store.transaction((db) => createParcelRemoval(db, parcelId)),
  )
