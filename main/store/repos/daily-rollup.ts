import { and, eq, sql } from 'drizzle-orm'
import { fromStored } from '#main/core/money/stored.ts'
import type { Day } from '#shared/lib/day.ts'
import type { WritableDb } from '../db.ts'
import { asText } from '../schema/columns.ts'
import { dailyCosts } from '../schema/costs.ts'
import { type Amounts, amountColumns, toColumns } from './amounts.ts'
import { slots } from './slots.ts'

type Sum = Amounts & { chargeKeyId: number; day: Day; lines: number }

const MAX_PENDING = 50_000

/**
 * Sums lines by day and key as they pass and adds them to what the store has. The addition is done here and not in
 * SQL: past 64 bits SQLite would go on in floating point, while the driver refuses such a number aloud.
 */
export function createRollup(db: WritableDb, workspaceId: string) {
  const pending = new Map<string, Sum>()
  const find = prepareFind(db, workspaceId)
  const put = preparePut(db)
  const remove = db
    .delete(dailyCosts)
    .where(
      and(
        eq(dailyCosts.workspaceId, workspaceId),
        eq(dailyCosts.day, sql.placeholder('day')),
        eq(dailyCosts.chargeKeyId, sql.placeholder('chargeKeyId')),
      ),
    )
    .prepare()

  function write(): void {
    for (const sum of pending.values()) {
      const { chargeKeyId, day } = sum
      const before = find.get({ chargeKeyId, day })
      const lines = sum.lines + (before?.lines ?? 0)
      if (lines === 0) {
        remove.run({ chargeKeyId, day })
        continue
      }
      put.run({
        workspaceId,
        chargeKeyId,
        day,
        lines,
        ...toColumns({
          billed: sum.billed + amount(before?.billedMicros, before?.billedRest),
          effective: sum.effective + amount(before?.effectiveMicros, before?.effectiveRest),
          list: sum.list + amount(before?.listMicros, before?.listRest),
          contracted: sum.contracted + amount(before?.contractedMicros, before?.contractedRest),
        }),
      })
    }
    pending.clear()
  }

  return {
    /** `lines` -1 takes a line away whose amounts are given negative; 0 corrects one. */
    add(chargeKeyId: number, line: Amounts & { day: Day }, lines = 1): void {
      const id = `${line.day}${chargeKeyId}`
      const sum = pending.get(id)
      if (sum) {
        sum.lines += lines
        sum.billed += line.billed
        sum.effective += line.effective
        sum.list += line.list
        sum.contracted += line.contracted
        return
      }
      if (pending.size >= MAX_PENDING) write()
      const { day, billed, effective, list, contracted } = line
      pending.set(id, { chargeKeyId, day, lines, billed, effective, list, contracted })
    },
    write,
  }
}

const amount = (micros = '0', rest = '0'): bigint => fromStored(micros, rest)

const prepareFind = (db: WritableDb, workspaceId: string) =>
  db
    .select({
      lines: dailyCosts.lines,
      billedMicros: asText(dailyCosts.billedMicros),
      billedRest: asText(dailyCosts.billedRest),
      effectiveMicros: asText(dailyCosts.effectiveMicros),
      effectiveRest: asText(dailyCosts.effectiveRest),
      listMicros: asText(dailyCosts.listMicros),
      listRest: asText(dailyCosts.listRest),
      contractedMicros: asText(dailyCosts.contractedMicros),
      contractedRest: asText(dailyCosts.contractedRest),
    })
    .from(dailyCosts)
    .where(
      and(
        eq(dailyCosts.workspaceId, workspaceId),
        eq(dailyCosts.day, sql.placeholder('day')),
        eq(dailyCosts.chargeKeyId, sql.placeholder('chargeKeyId')),
      ),
    )
    .prepare()

const preparePut = (db: WritableDb) =>
  db
    .insert(dailyCosts)
    .values(slots(['workspaceId', 'day', 'chargeKeyId', 'lines', ...amountColumns]))
    .onConflictDoUpdate({
      target: [dailyCosts.workspaceId, dailyCosts.day, dailyCosts.chargeKeyId],
      set: {
        lines: sql`excluded.lines`,
        billedMicros: sql`excluded.billed_micros`,
        billedRest: sql`excluded.billed_rest`,
        effectiveMicros: sql`excluded.effective_micros`,
        effectiveRest: sql`excluded.effective_rest`,
        listMicros: sql`excluded.list_micros`,
        listRest: sql`excluded.list_rest`,
        contractedMicros: sql`excluded.contracted_micros`,
        contractedRest: sql`excluded.contracted_rest`,
      },
    })
    .prepare()
