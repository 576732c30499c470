import { setTimeout as after } from 'node:timers/promises'
import type { Clock } from '#main/ports/ports.ts'

/** Waiting takes real time even where the clock stands still. */
const wait: Clock['wait'] = async (ms, signal) => {
  signal?.throwIfAborted()
  try {
    await after(ms, undefined, signal ? { signal } : {})
  } catch (error) {
    throw signal?.aborted ? signal.reason : error
  }
}

export const systemClock: Clock = { nowMs: () => Date.now(), wait }

/** Stands still, so that a report or a screenshot made twice is the same twice. */
export function fixedClock(nowIso: string): Clock {
  const nowMs = Date.parse(nowIso)
  if (Number.isNaN(nowMs)) throw new TypeError('not an instant')
  return { nowMs: () => nowMs, wait }
}
