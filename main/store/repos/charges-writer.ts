import { and, asc, between, eq, gt, sql } from 'drizzle-orm'
import { fromStored, toStored } from '#main/core/money/stored.ts'
import type { Day } from '#shared/lib/day.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { asText } from '../schema/columns.ts'
import { chargeDays, chargeKeys, costFacts } from '../schema/costs.ts'
import { type Amounts, toColumns } from './amounts.ts'
import { createChangeJournal } from './charge-changes.repo.ts'
import { createKeyring } from './charge-keys.ts'
import type { CostLine } from './costs.repo.ts'
import { createRollup } from './daily-rollup.ts'
import { slots } from './slots.ts'
import type { UndoWriter } from './undo-writer.ts'

type Context = { workspaceId: string; connectionId: string; snapshotId: number; undo: UndoWriter }

/** A line of the store, for what was told to be compared with. */
const kept = {
  id: costFacts.id,
  chargeKeyId: costFacts.chargeKeyId,
  day: costFacts.day,
  quantityMicros: asText(costFacts.quantityMicros),
  quantityRest: asText(costFacts.quantityRest),
  billedMicros: asText(costFacts.billedMicros),
  billedRest: asText(costFacts.billedRest),
} as const

/**
 * Days of an account that are told anew: equal lines are left alone, others corrected in place, missing ones added and
 * what is no longer told taken away. Facts and their daily sums change together in each of the caller's transactions.
 */
export function createChargesWriter(db: WritableDb, context: Context) {
  const { workspaceId, connectionId, snapshotId, undo } = context
  const keyring = createKeyring(db, workspaceId)
  const rollup = createRollup(db, workspaceId)
  const journal = createChangeJournal(db, context)
  const find = db
    .select(kept)
    .from(costFacts)
    .where(
      and(
        eq(costFacts.chargeKeyId, sql.placeholder('chargeKeyId')),
        eq(costFacts.day, sql.placeholder('day')),
      ),
    )
    .prepare()
  const columns = [
    'quantityMicros',
    'quantityRest',
    'billedMicros',
    'billedRest',
    'effectiveMicros',
    'effectiveRest',
    'listMicros',
    'listRest',
    'contractedMicros',
    'contractedRest',
  ] as const
  const insert = db
    .insert(costFacts)
    .values({ ...slots(['chargeKeyId', 'day', ...columns]), snapshotId })
    .returning({ id: costFacts.id })
    .prepare()
  const update = db
    .update(costFacts)
    .set({ ...slots(columns), snapshotId } as never)
    .where(eq(costFacts.id, sql.placeholder('id')))
    .prepare()

  return {
    /** Returns the numbers of the facts that these lines are now. */
    put(lines: readonly CostLine[]): number[] {
      const ids = lines.map((line) => {
        const chargeKeyId = keyring.idOf(line.key)
        const [before] = find.all({ chargeKeyId, day: line.day })
        const quantity = line.quantity === null ? null : toStored(line.quantity)
        const values = {
          quantityMicros: quantity?.micros ?? null,
          quantityRest: quantity?.rest ?? null,
          ...toColumns(line),
        }
        if (!before) {
          rollup.add(chargeKeyId, line)
          return insert.get({ chargeKeyId, day: line.day, ...values }).id
        }
        const billed = fromStored(before.billedMicros, before.billedRest)
        if (billed === line.billed && isSameQuantity(before, line.quantity)) return before.id
        undo.fact(before.id)
        journal.note(before.id, line.day)
        update.run({ id: before.id, ...values })
        rollup.add(chargeKeyId, { day: line.day, ...allAs(line.billed - billed) }, 0)
        return before.id
      })
      rollup.write()
      return ids
    },

    /** Takes away what the days hold besides these facts, one page of keys at a time; null when it was the last. */
    sweep(
      days: { from: Day; to: Day },
      isKept: (id: number) => boolean,
      page: { afterKey: number; limit: number },
    ): number | null {
      const keys = db
        .select({ id: chargeKeys.id })
        .from(chargeKeys)
        .where(and(eq(chargeKeys.connectionId, connectionId), gt(chargeKeys.id, page.afterKey)))
        .orderBy(asc(chargeKeys.id))
        .limit(page.limit)
        .all()
      const last = keys.at(-1)
      if (!last) return null
      const facts = db
        .select(kept)
        .from(costFacts)
        .innerJoin(chargeKeys, eq(chargeKeys.id, costFacts.chargeKeyId))
        .where(
          and(
            eq(chargeKeys.connectionId, connectionId),
            gt(chargeKeys.id, page.afterKey),
            sql`${chargeKeys.id} <= ${last.id}`,
            between(costFacts.day, days.from, days.to),
          ),
        )
        .all()
      for (const fact of facts) {
        if (isKept(fact.id)) continue
        undo.fact(fact.id)
        journal.note(fact.id, fact.day)
        db.delete(costFacts).where(eq(costFacts.id, fact.id)).run()
        const billed = fromStored(fact.billedMicros, fact.billedRest)
        rollup.add(fact.chargeKeyId, { day: fact.day, ...allAs(-billed) }, -1)
      }
      rollup.write()
      return keys.length < page.limit ? null : last.id
    },

    endDay(day: Day, told: { digest: string; lines: number; toldAtMs: number }): void {
      undo.day(connectionId, day)
      db.insert(chargeDays)
        .values({ connectionId, day, ...told })
        .onConflictDoUpdate({ target: [chargeDays.connectionId, chargeDays.day], set: told })
        .run()
    },
  }
}

/** A provider's own lines have one price: what was billed is what was listed, agreed and used. */
export const allAs = (femtos: bigint): Amounts => ({
  billed: femtos,
  effective: femtos,
  list: femtos,
  contracted: femtos,
})

type Kept = { quantityMicros: string | null; quantityRest: string | null }

const isSameQuantity = ({ quantityMicros, quantityRest }: Kept, quantity: bigint | null): boolean =>
  quantityMicros === null ? quantity === null : fromStored(quantityMicros, quantityRest ?? '0') === quantity

export const readDigests = (db: ReadableDb, connectionId: string, days: { from: Day; to: Day }) =>
  new Map(
    db
      .select({ day: chargeDays.day, digest: chargeDays.digest })
      .from(chargeDays)
      .where(and(eq(chargeDays.connectionId, connectionId), between(chargeDays.day, days.from, days.to)))
      .all()
      .map(({ day, digest }) => [day, digest]),
  )

/** The last day that was told of; null before the first. */
export const lastToldDay = (db: ReadableDb, connectionId: string): Day | null =>
  db
    .select({ day: sql<Day | null>`max(${chargeDays.day})` })
    .from(chargeDays)
    .where(eq(chargeDays.connectionId, connectionId))
    .get()?.day ?? null
