import { and, eq, inArray, isNull } from 'drizzle-orm'
import { connections } from '#main/store/schema/inventory.ts'
import type { AlertView } from '#shared/contract/dashboard.ts'
import { addDays, dayInZone } from '#shared/lib/day.ts'
import type { Scope } from './scope.ts'

const LOW_BALANCE_DAYS = 30
const URGENT_BALANCE_DAYS = 7

/** What the providers themselves say: the account is about to be blocked, or it let nobody in. */
export function accountAlerts({ db, workspaceId, timeZone }: Scope): AlertView[] {
  const rows = db
    .select()
    .from(connections)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        inArray(connections.status, ['active', 'error']),
        isNull(connections.erasedAtMs),
      ),
    )
    .all()
  return rows.flatMap((row): AlertView[] => {
    const about = { subject: row.name, target: { area: 'connections' as const, id: row.id }, ratio: null }
    const { account, accountAtMs } = row
    const daysLeft = account?.daysLeft ?? null
    const isLow = daysLeft !== null && daysLeft < LOW_BALANCE_DAYS && accountAtMs !== null
    return [
      ...(isLow
        ? [
            {
              ...about,
              id: `balance.low:${row.id}`,
              code: 'balance.low' as const,
              severity: daysLeft < URGENT_BALANCE_DAYS ? ('critical' as const) : ('warning' as const),
              // Counted from the day on which the provider said it.
              day: addDays(dayInZone(accountAtMs, timeZone), Math.max(0, Math.floor(daysLeft))),
              amount: account?.balance ?? null,
            },
          ]
        : []),
      ...(row.status === 'error'
        ? [
            {
              ...about,
              id: `sync.failed:${row.id}`,
              code: 'sync.failed' as const,
              severity: 'critical' as const,
              day: null,
              amount: null,
            },
          ]
        : []),
    ]
  })
}
