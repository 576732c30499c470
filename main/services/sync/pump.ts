import { setImmediate as breathe } from 'node:timers/promises'
import type { WritableDb } from '#main/store/db.ts'
import type { Store } from '#main/store/store.ts'

/** Other calls wait for one slice at most. */
const SLICE_MS = 20

/** Runs a computation that yields, and lets everybody else have a turn in between. */
export async function pump<S, T>(
  work: Generator<S, T>,
  signal: AbortSignal,
  onStep: (step: S) => void = () => undefined,
): Promise<T> {
  let untilMs = performance.now() + SLICE_MS
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    onStep(step.value)
    if (performance.now() < untilMs) continue
    await breathe()
    signal.throwIfAborted()
    untilMs = performance.now() + SLICE_MS
  }
}

/** Writes items one by one in transactions that are short, each whole. What is written stays when a later slice fails. */
export async function inSlices<T>(
  store: Store,
  items: Iterable<T>,
  signal: AbortSignal,
  write: (db: WritableDb, item: T) => void,
): Promise<void> {
  const iterator = items[Symbol.iterator]()
  let next = iterator.next()
  while (!next.done) {
    signal.throwIfAborted()
    const untilMs = performance.now() + SLICE_MS
    store.transaction((db) => {
      while (!next.done) {
        write(db, next.value)
        next = iterator.next()
        if (performance.now() >= untilMs) return
      }
    }, STEP)
    await breathe()
  }
}

/** One step of many: the end of the whole is what has to last. */
export const STEP = { isLasting: false } as const

/** Calls until there is nothing left to do. */
export async function untilDone(step: () => boolean, signal?: AbortSignal): Promise<void> {
  while (step()) {
    await breathe()
    signal?.throwIfAborted()
  }
}
