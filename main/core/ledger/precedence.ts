import type { ImportMode } from '#shared/contract/imports.ts'

/** A committed parcel that tells of a day of an account; `turn` is the order in which parcels were committed. */
export type Told = { parcelId: number; turn: number; mode: ImportMode }

/**
 * Which of them count for that day: the last one that replaces what stood before it, and those that were added after
 * it. Where none replaces, all that were added. What an API tells counts only where this is empty.
 */
export function liveParcels(told: readonly Told[]): number[] {
  const last = told.reduce((turn, one) => (one.mode === 'replace' && one.turn > turn ? one.turn : turn), 0)
  return told.filter(({ turn }) => turn >= last).map(({ parcelId }) => parcelId)
}
