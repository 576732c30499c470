import type { ImportProgress } from '#main/queries/imports.query.ts'

const TOLD_EVERY_MS = 250

type Counts = Omit<ImportProgress, 'rowsPerSecond'>

/** How far a reading has come. Listeners hear of it a few times a second at most. */
export function createProgress(tell: () => void) {
  let counts: Counts = { bytesRead: 0, rowsIn: 0, rowsKept: 0, rowsRejected: 0 }
  const sinceMs = performance.now()
  let toldAtMs = sinceMs

  return {
    set({ bytesRead, rowsIn, rowsKept, rowsRejected }: Counts): void {
      counts = { bytesRead, rowsIn, rowsKept, rowsRejected }
      if (performance.now() - toldAtMs < TOLD_EVERY_MS) return
      toldAtMs = performance.now()
      tell()
    },
    view: (): ImportProgress => {
      const seconds = Math.max(0.001, (performance.now() - sinceMs) / 1000)
      return { ...counts, rowsPerSecond: Math.round(counts.rowsIn / seconds) }
    },
  }
}

export type Progress = ReturnType<typeof createProgress>
