import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { customType, integer, text } from 'drizzle-orm/sqlite-core'
import type { Day } from '#shared/lib/day.ts'

/** UTC milliseconds. */
export const instant = (name: string) => integer(name)

/** A calendar day, `YYYY-MM-DD`. */
export const dayColumn = (name: string) => text(name).$type<Day>()

/**
 * Half of an exact amount (core/money/stored). Written as a 64-bit integer; read through the ledger's sums or `asText`,
 * because the driver would round what lies beyond 2^53.
 */
export const amountPart = customType<{ data: bigint; driverData: bigint | number }>({
  dataType: () => 'integer',
  toDriver: (value) => value,
  fromDriver: (value) => BigInt(value),
})

/** An exact amount in femtos as its digits, for sums that may pass what 64 bits hold. */
export const femtosText = customType<{ data: bigint; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => BigInt(value),
})

export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()

/** A 64-bit integer as the digits that it has. */
export const asText = (column: AnyColumn): SQL<string> => sql<string>`CAST(${column} AS TEXT)`
