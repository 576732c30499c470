const MINUTE_MS = 60_000

/** Whether nobody has been at the desk for longer than the person allows; 0 minutes means for as long as they like. */
export const isIdle = (lastActiveAtMs: number, idleMinutes: number, nowMs: number): boolean =>
  idleMinutes > 0 && nowMs - lastActiveAtMs > idleMinutes * MINUTE_MS
