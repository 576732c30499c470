import { and, desc, eq, gt, gte, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { compareText } from '#main/core/rules/exact.ts'
import { parcelDays, parcels } from '#main/store/schema/ledger.ts'
import { users } from '#main/store/schema/people.ts'
import { closedMonths } from '#main/store/schema/rates.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { ClosedMonthView } from '#shared/contract/rates.ts'
import { addMonths, type Day, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import type { Scope } from './scope.ts'

/** Months that the ledger has lines of or that were closed once, the latest first. */
export function listMonths(scope: Scope): CallOutput<'months.list'> {
  const closings = readClosings(scope)
  const months = new Set([...monthsOfLedger(scope), ...closings.keys()])
  const items = [...months]
    .sort((a, b) => compareText(b, a))
    .map((month): ClosedMonthView => {
      const of = closings.get(month) ?? []
      const last = of[0]
      const frozen = last && last.reopenedAtMs === null ? last.rates : null
      return {
        month,
        isOver: isOver(scope, month),
        isClosed: frozen !== null,
        rule: frozen?.rule ?? null,
        frozenRates: frozen?.rates.length ?? 0,
        corrections: last && frozen ? countCorrections(scope, month, last.closedAtMs) : 0,
        closings: of.map(({ month: _, rates: __, ...closing }) => closing),
      }
    })
  return { items }
}

/** In the organisation's own time zone. */
export const isOver = ({ today }: Pick<Scope, 'today'>, month: string): boolean =>
  lastOfMonth(`${month}-01` as Day) < today

function readClosings({ db, workspaceId }: Scope) {
  const reopeners = alias(users, 'reopeners')
  const { month, closedAtMs, note, rates, reopenedAtMs, reason } = closedMonths
  const rows = db
    .select({
      month,
      closedAtMs,
      closedBy: users.name,
      note,
      rates,
      reopenedAtMs,
      reopenedBy: reopeners.name,
      reason,
    })
    .from(closedMonths)
    .leftJoin(users, eq(users.id, closedMonths.closedBy))
    .leftJoin(reopeners, eq(reopeners.id, closedMonths.reopenedBy))
    .where(eq(closedMonths.workspaceId, workspaceId))
    .orderBy(desc(closedMonths.id))
    .all()
  return Map.groupBy(rows, (row) => row.month)
}

function monthsOfLedger({ ledger, workspaceId }: Scope): string[] {
  const months = new Set<string>()
  for (const { firstDay, lastDay } of ledger.coverage(workspaceId))
    for (let day = firstOfMonth(firstDay); day <= lastDay; day = addMonths(day, 1))
      months.add(day.slice(0, 7))
  return [...months]
}

function countCorrections({ db, workspaceId }: Scope, month: string, sinceMs: number): number {
  const first = `${month}-01` as Day
  return (
    db
      .select({ parcels: sql<number>`count(distinct ${parcels.id})` })
      .from(parcels)
      .innerJoin(parcelDays, eq(parcelDays.parcelId, parcels.id))
      .where(
        and(
          eq(parcels.workspaceId, workspaceId),
          gte(parcelDays.day, first),
          lte(parcelDays.day, lastOfMonth(first)),
          or(gt(parcels.committedAtMs, sinceMs), gt(parcels.withdrawnAtMs, sinceMs)),
        ),
      )
      .get()?.parcels ?? 0
  )
}
