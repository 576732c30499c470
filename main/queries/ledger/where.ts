import type { LedgerWhere } from '#main/ports/ledger.ts'
import { keysThatMeet } from './conditions.ts'
import type { KeySet } from './key-set.ts'

const PREFIX = 'virtual:'

export const virtualId = (dimension: string): string | null =>
  dimension.startsWith(PREFIX) ? dimension.slice(PREFIX.length) : null

/** By key the groups of which all that keys can tell holds, a bit each; null where there is nothing to hold. */
export function groupsThatHold(keys: KeySet, where: LedgerWhere | undefined): Int32Array | null {
  if (!where || where.length === 0) return null
  const bits = new Int32Array(keys.size)
  for (const [at, group] of where.entries()) {
    const bit = 1 << at
    const [first, ...more] = group
      .filter(({ dimension }) => virtualId(dimension) === null)
      .map((condition) => keysThatMeet(keys, condition))
    const held = first ?? new Uint8Array(keys.size).fill(1)
    for (const met of more)
      for (let n = 0; n < held.length; n += 1) held[n] = (held[n] as number) & (met[n] as number)
    for (let n = 0; n < bits.length; n += 1) if (held[n] === 1) bits[n] = (bits[n] as number) | bit
  }
  return bits
}
