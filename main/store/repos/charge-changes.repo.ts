import { and, eq, inArray, sql } from 'drizzle-orm'
import { billingOffsetMs } from '#main/core/ledger/billing-day.ts'
import type { Day } from '#shared/lib/day.ts'
import type { WritableDb } from '../db.ts'
import { chargeChanges, chargeDays, costFacts } from '../schema/costs.ts'
import { connections } from '../schema/inventory.ts'

const MS_PER_DAY = 86_400_000

/**
 * Notes down lines that a look is about to correct or take away. A day that was not over when it was told of last is left
 * out: that it grew is no correction.
 */
export function createChangeJournal(db: WritableDb, of: { connectionId: string; snapshotId: number }) {
  const { connectionId, snapshotId } = of
  const { provider } = db
    .select({ provider: connections.provider })
    .from(connections)
    .where(eq(connections.id, connectionId))
    .get() ?? { provider: 'other' as const }
  const offsetMs = billingOffsetMs(provider)
  /** As it stood before this look told of the day. */
  const whole = new Map<Day, boolean>()
  const find = db
    .select({ toldAtMs: chargeDays.toldAtMs })
    .from(chargeDays)
    .where(and(eq(chargeDays.connectionId, connectionId), eq(chargeDays.day, sql.placeholder('day'))))
    .prepare()

  function wasWhole(day: Day): boolean {
    const known = whole.get(day)
    if (known !== undefined) return known
    const told = find.get({ day })?.toldAtMs ?? 0
    const made = told >= Date.parse(`${day}T00:00:00Z`) + MS_PER_DAY - offsetMs
    whole.set(day, made)
    return made
  }

  return {
    note(factId: number, day: Day): void {
      if (!wasWhole(day)) return
      // Within SQLite, so that no integer passes through a float.
      db.run(sql`insert into ${chargeChanges}
        (snapshot_id, earlier_snapshot_id, charge_key_id, day, billed_micros, billed_rest)
        select ${snapshotId}, snapshot_id, charge_key_id, day, billed_micros, billed_rest
        from ${costFacts} where id = ${factId}`)
    },
  }
}

/** Of a look that is taken back; false when nothing is left. */
export function removeChanges(db: WritableDb, snapshotId: number, limit: number): boolean {
  const ids = db
    .select({ id: chargeChanges.id })
    .from(chargeChanges)
    .where(eq(chargeChanges.snapshotId, snapshotId))
    .limit(limit)
  return db.delete(chargeChanges).where(inArray(chargeChanges.id, ids)).run().changes > 0
}
