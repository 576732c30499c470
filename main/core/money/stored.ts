/**
 * How an exact amount lies in the store: `micros` (10^-6 of the unit) and `rest` (the femtos below a micro, same sign).
 * Each fits SQLite's 64-bit integer for amounts up to 9·10^12 units, and each can be summed on its own:
 * SUM(micros) and SUM(rest) put together again are the exact sum. `rest` is nearly always 0, which costs no byte.
 */
type StoredAmount = { micros: bigint; rest: bigint }

const FEMTOS_PER_MICRO = 1_000_000_000n

export const toStored = (femtos: bigint): StoredAmount => ({
  micros: femtos / FEMTOS_PER_MICRO,
  rest: femtos % FEMTOS_PER_MICRO,
})

export const fromStored = (micros: bigint | string, rest: bigint | string): bigint =>
  BigInt(micros) * FEMTOS_PER_MICRO + BigInt(rest)
