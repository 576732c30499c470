import { and, between, eq, inArray } from 'drizzle-orm'
import { toStored } from '#main/core/money/stored.ts'
import type { Day } from '#shared/lib/day.ts'
import type { WritableDb } from '../db.ts'
import { chargeKeys, costFacts, dailyCosts } from '../schema/costs.ts'
import { type Amounts, amountColumns, toColumns } from './amounts.ts'
import { type ChargeKey, createKeyring } from './charge-keys.ts'
import { createRollup } from './daily-rollup.ts'
import { slots } from './slots.ts'

/** One line of a bill. Amounts and the quantity are femtos. */
export type CostLine = Amounts & {
  key: ChargeKey
  day: Day
  invoice: string | null
  quantity: bigint | null
}

/** Writes lines and their daily sums together: within the caller's transaction neither is there without the other. */
export function addCosts(
  db: WritableDb,
  workspaceId: string,
  snapshotId: number | null,
  lines: Iterable<CostLine>,
): number {
  const keyring = createKeyring(db, workspaceId)
  const rollup = createRollup(db, workspaceId)
  const insert = prepareFact(db)
  let count = 0
  for (const line of lines) {
    const chargeKeyId = keyring.idOf(line.key)
    const quantity = line.quantity === null ? null : toStored(line.quantity)
    insert.run({
      chargeKeyId,
      day: line.day,
      snapshotId,
      invoice: line.invoice,
      quantityMicros: quantity?.micros ?? null,
      quantityRest: quantity?.rest ?? null,
      ...toColumns(line),
    })
    rollup.add(chargeKeyId, line)
    count += 1
  }
  rollup.write()
  return count
}

/** Takes a connection's days out, both ends included, so that they can be told anew. Returns the lines removed. */
export function removeCosts(db: WritableDb, of: { connectionId: string; from: Day; to: Day }): number {
  const keys = db
    .select({ id: chargeKeys.id })
    .from(chargeKeys)
    .where(eq(chargeKeys.connectionId, of.connectionId))
  db.delete(dailyCosts)
    .where(and(inArray(dailyCosts.chargeKeyId, keys), between(dailyCosts.day, of.from, of.to)))
    .run()
  return db
    .delete(costFacts)
    .where(and(inArray(costFacts.chargeKeyId, keys), between(costFacts.day, of.from, of.to)))
    .run().changes
}

const prepareFact = (db: WritableDb) =>
  db
    .insert(costFacts)
    .values(
      slots([
        'chargeKeyId',
        'day',
        'snapshotId',
        'invoice',
        'quantityMicros',
        'quantityRest',
        ...amountColumns,
      ]),
    )
    .prepare()
