import type { Clock } from '#main/ports/ports.ts'

export const systemClock: Clock = { nowMs: () => Date.now() }

/** Stands still, so that a report or a screenshot made twice is the same twice. */
export function fixedClock(nowIso: string): Clock {
  const nowMs = Date.parse(nowIso)
  if (Number.isNaN(nowMs)) throw new TypeError('not an instant')
  return { nowMs: () => nowMs }
}
