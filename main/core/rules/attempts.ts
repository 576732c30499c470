/** Wrong passwords of one person. Kept in the store, so that starting the program again gives no new tries. */
export type Attempts = { count: number; firstAtMs: number; lastAtMs: number }

export const NO_ATTEMPTS: Attempts = { count: 0, firstAtMs: 0, lastAtMs: 0 }

const FREE = 5
const MINUTE = 60_000
const WINDOW_MS = 15 * MINUTE
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * MINUTE
const FORGET_MS = 24 * 60 * MINUTE

/**
 * Five wrong passwords are forgiven after fifteen minutes. Once they have been used up, waiting is not forgiven by
 * waiting: each further try costs twice the wait of the one before, until the right password or a day of peace.
 */
function standing(attempts: Attempts, nowMs: number): Attempts {
  const isOver =
    attempts.count < FREE ? nowMs - attempts.firstAtMs > WINDOW_MS : nowMs - attempts.lastAtMs > FORGET_MS
  return isOver ? NO_ATTEMPTS : attempts
}

/** How long until the next try is let through; 0 means now. A clock set back does not shorten it. */
export function waitMs(attempts: Attempts, nowMs: number): number {
  const { count, lastAtMs } = standing(attempts, nowMs)
  if (count < FREE) return 0
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(count - FREE, 20))
  return Math.max(0, Math.min(wait, lastAtMs + wait - nowMs))
}

export function addAttempt(attempts: Attempts, nowMs: number): Attempts {
  const { count, firstAtMs } = standing(attempts, nowMs)
  return { count: count + 1, firstAtMs: count === 0 ? nowMs : firstAtMs, lastAtMs: nowMs }
}
