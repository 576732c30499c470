/** Identifiers as the cloud's services give them: the same number, the same identifier. */
export const uuid = (kind: number, index: number): string => {
  const tail = index.toString(16).padStart(12, '0')
  return `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${tail}`
}

export const projectId = (index: number): string =>
  `b1c2d3e4f5a64c3bb0d7${index.toString(16).padStart(12, '0')}`

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
const MOSCOW_MS = 3 * HOUR_MS

/** Moscow's wall clock, without an offset. */
export const moscow = (ms: number): string => new Date(ms + MOSCOW_MS).toISOString().slice(0, 19)
/** The instant of a Moscow wall clock's time. */
export const atMoscow = (text: string): number =>
  Date.parse(`${text.length > 10 ? text : `${text}T00:00:00`}Z`) - MOSCOW_MS
export const floorHour = (ms: number): number => Math.floor(ms / HOUR_MS) * HOUR_MS
