import type { MonthCosts } from '#main/core/allocation/judge.ts'
import type { Ledger } from '#main/ports/ledger.ts'
import type { Revision } from '#main/store/db.ts'
import { dailyCosts } from '#main/store/schema/costs.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import { createPart, lastUsed } from '../kept.ts'

export const COST_TABLES = [dailyCosts, parcelDays]
const MOST_MONTHS = 40

export function createMonthCosts(ledger: () => Ledger, revisionOf: (workspaceId: string) => Revision) {
  const months = new Map<string, ReturnType<typeof createPart<MonthCosts>>>()
  return (workspaceId: string, day: Day): MonthCosts =>
    lastUsed(months, `${workspaceId} ${firstOfMonth(day)}`, MOST_MONTHS, () =>
      createPart<MonthCosts>(COST_TABLES),
    ).of({ revision: revisionOf(workspaceId) }, () => readMonth(ledger(), workspaceId, day))
}

function readMonth(ledger: Ledger, workspaceId: string, day: Day): MonthCosts {
  const found = new Map<Currency, Map<string, bigint>>()
  const rows = ledger.aggregate({
    workspaceId,
    from: firstOfMonth(day),
    to: lastOfMonth(day),
    metric: 'billed',
    groupBy: ['connection', 'resourceRef'],
  })
  for (const { keys, currency, femtos } of rows) {
    if (keys[1] === null) continue
    const own = found.get(currency) ?? new Map<string, bigint>()
    found.set(currency, own)
    own.set(`${keys[0] ?? ''}/${keys[1] ?? ''}`, femtos)
  }
  return found
}
