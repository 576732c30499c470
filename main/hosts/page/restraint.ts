const MINUTE_MS = 60_000
const OPENED_IN_A_MINUTE = 20

/** A page gone wrong would otherwise cover the desktop with dialogs and browser tabs. */
export function createRestraint() {
  let isAsking = false
  let openedAtMs: number[] = []

  return {
    async sparingly(open: () => Promise<boolean>): Promise<boolean> {
      const nowMs = performance.now()
      openedAtMs = openedAtMs.filter((atMs) => atMs > nowMs - MINUTE_MS)
      if (openedAtMs.length >= OPENED_IN_A_MINUTE) return false
      openedAtMs.push(nowMs)
      return open()
    },
    /** `otherwise` is the answer while another dialog is open. */
    async oneDialog<T>(otherwise: T, ask: () => Promise<T>): Promise<T> {
      if (isAsking) return otherwise
      isAsking = true
      return ask().finally(() => {
        isAsking = false
      })
    },
  }
}
