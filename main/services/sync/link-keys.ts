import { keySpan, linkKeysToResources } from '#main/store/repos/charge-keys.ts'
import type { Store } from '#main/store/store.ts'
import { STEP, untilDone } from './pump.ts'

const KEYS_AT_ONCE = 2_000

/** Joins the bill's keys to the resources of now, a part of them at a time. */
export async function linkKeys(store: Store, connectionId: string, signal?: AbortSignal): Promise<void> {
  const span = keySpan(store.read, connectionId)
  if (!span) return
  let { from } = span
  await untilDone(() => {
    const to = Math.min(from + KEYS_AT_ONCE - 1, span.to)
    store.transaction((db) => linkKeysToResources(db, connectionId, { from, to }), STEP)
    from = to + 1
    return from <= span.to
  }, signal)
}
