import type { ConvertedSum } from '#main/core/rates/convert.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import type { Scope } from './scope.ts'

/** What the ledger holds of a month, as conversion takes it. */
export function sumsOfMonth({ ledger, workspaceId }: Scope, month: string): ConvertedSum[] {
  const first = `${month}-01` as Day
  const rows = ledger.aggregate({
    workspaceId,
    from: first,
    to: lastOfMonth(first),
    metric: 'billed',
    groupBy: ['day', 'connection'],
  })
  return rows.map(({ keys: [day, connectionId], currency, femtos }) => ({
    day: day as Day,
    connectionId: connectionId ?? '',
    currency,
    femtos,
  }))
}
