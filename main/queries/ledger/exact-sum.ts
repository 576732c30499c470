import { type AnyColumn, sql } from 'drizzle-orm'
import { fromStored } from '#main/core/money/stored.ts'

const HALF = 2n ** 32n

/**
 * The sum of a stored amount without a ceiling. SQLite's SUM stops at 64 bits, which ten million lines of 10^12 units
 * would pass, so the upper and the lower 32 bits of the micros are summed apart; with the rests that makes three sums,
 * each of them far from its limit. They come as text, because the driver would round beyond 2^53.
 */
export const exactSum = (micros: AnyColumn, rest: AnyColumn) => ({
  upper: sql<string>`CAST(SUM(${micros} >> 32) AS TEXT)`,
  lower: sql<string>`CAST(SUM(${micros} & 4294967295) AS TEXT)`,
  rest: sql<string>`CAST(SUM(${rest}) AS TEXT)`,
})

type Part = number | string

export const fromExactSum = (row: { upper: Part; lower: Part; rest: Part }): bigint =>
  fromStored(BigInt(row.upper) * HALF + BigInt(row.lower), BigInt(row.rest))
