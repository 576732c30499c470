import { sql } from 'drizzle-orm'
import { compareText } from '#main/core/rules/exact.ts'
import type { LedgerCoverage } from '#main/ports/ledger.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { chargeDays, chargeKeys, dailyCosts } from '#main/store/schema/costs.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'

/** The first and the last day that count, and the lines, of each account. */
export function readCovered(db: ReadableDb, workspaceId: string): LedgerCoverage[] {
  const found = new Map<string, LedgerCoverage>()
  for (const row of [...byFiles(db, workspaceId), ...byDays(db, workspaceId), ...byCosts(db, workspaceId)]) {
    const known = found.get(row.connectionId)
    found.set(row.connectionId, known ? together(known, row) : row)
  }
  return [...found.values()].sort((a, b) => compareText(a.connectionId, b.connectionId))
}

const together = (a: LedgerCoverage, b: LedgerCoverage): LedgerCoverage => ({
  connectionId: a.connectionId,
  firstDay: a.firstDay < b.firstDay ? a.firstDay : b.firstDay,
  lastDay: a.lastDay > b.lastDay ? a.lastDay : b.lastDay,
  lines: a.lines + b.lines,
})

const span = sql`min(d.day) as "firstDay", max(d.day) as "lastDay", sum(d.lines) as lines`
const isUnshadowed = sql`not exists (select 1 from ${parcelDays} p
  where p.connection_id = c.id and p.day = d.day and p.is_live)`

const byFiles = (db: ReadableDb, workspaceId: string): LedgerCoverage[] =>
  db.all(sql`select c.id as "connectionId", ${span} from ${connections} c
    join ${parcelDays} d on d.connection_id = c.id and d.is_live
    where c.workspace_id = ${workspaceId} group by c.id`)

/** Which days a synchronised account has been told of stands apart from its costs, and is a thousandth of them. */
const byDays = (db: ReadableDb, workspaceId: string): LedgerCoverage[] =>
  db.all(sql`select c.id as "connectionId", ${span} from ${connections} c
    join ${chargeDays} d on d.connection_id = c.id and d.lines > 0
    where c.workspace_id = ${workspaceId} and ${isUnshadowed} group by c.id`)

/** Of what was not synchronised, the demo company's: from key to days (CROSS JOIN keeps that order). */
const byCosts = (db: ReadableDb, workspaceId: string): LedgerCoverage[] =>
  db.all(sql`select c.id as "connectionId", ${span} from ${connections} c
    cross join ${chargeKeys} k on k.connection_id = c.id
    cross join ${dailyCosts} d on d.charge_key_id = k.id
    where c.workspace_id = ${workspaceId} and ${isUnshadowed}
      and not exists (select 1 from ${chargeDays} t where t.connection_id = c.id)
    group by c.id`)
