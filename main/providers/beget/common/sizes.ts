const MB_PER_GB = 1024
const BYTES_PER_MB = 1024 * 1024

/** Gigabytes to the hundredth, from megabytes; null where there is no size. */
export const gbOfMb = (mb: number | null): number | null =>
  mb === null || mb <= 0 ? null : Math.round((mb / MB_PER_GB) * 100) / 100

export const gbOfBytes = (bytes: number | null): number | null =>
  gbOfMb(bytes === null ? null : bytes / BYTES_PER_MB)

/**
 * How full a disk is, in megabytes. Some accounts tell it in bytes: more than a thousand times what the disk holds is
 * no number of megabytes.
 */
export function usedMb(used: number | null, sizeMb: number | null): number | null {
  if (used === null || used < 0) return null
  return sizeMb !== null && sizeMb > 0 && used > sizeMb * MB_PER_GB ? used / BYTES_PER_MB : used
}
