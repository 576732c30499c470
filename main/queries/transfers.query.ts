import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { transfers } from '#main/store/schema/access.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { parcels } from '#main/store/schema/ledger.ts'
import { users } from '#main/store/schema/people.ts'
import { vatTerms } from '#main/store/schema/views.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { VatScheme } from '#shared/contract/vat.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import type { Scope } from './scope.ts'

type Place = Pick<Scope, 'db' | 'workspaceId'>

const isHere = sql<number>`coalesce(${parcels.status} = 'committed', 0)`

/** What came from other installations, by sender, account and month. */
export const readReceived = ({ db, workspaceId }: Place) =>
  db
    .select({ row: transfers, isHere })
    .from(transfers)
    .leftJoin(parcels, eq(sql`cast(${parcels.id} as text)`, transfers.parcelId))
    .where(eq(transfers.workspaceId, workspaceId))
    .all()
    .map(({ row, isHere: here }) => ({ ...row, isHere: here === 1 }))

const MOST_RECEIVED = 500

export const listReceived = ({ db, workspaceId }: Place): CallOutput<'transfer.list'>['received'] =>
  db
    .select({
      month: transfers.month,
      senderName: transfers.senderName,
      fingerprint: transfers.sender,
      connectionName: connections.name,
      lines: transfers.lines,
      mergedAtMs: transfers.mergedAtMs,
      byName: users.name,
      isHere,
    })
    .from(transfers)
    .leftJoin(parcels, eq(sql`cast(${parcels.id} as text)`, transfers.parcelId))
    .leftJoin(connections, eq(connections.id, transfers.connectionId))
    .leftJoin(users, eq(users.id, transfers.userId))
    .where(eq(transfers.workspaceId, workspaceId))
    .orderBy(desc(transfers.mergedAtMs), desc(transfers.month))
    .limit(MOST_RECEIVED)
    .all()
    .map(({ isHere: here, ...row }) => ({ ...row, isHere: here === 1 }))

/** Months that have lines, the latest first. */
export function listMonthsWithLines(
  scope: Pick<Scope, 'ledger' | 'workspaceId'>,
): { month: string; lines: number }[] {
  const [from, to] = endsOf(scope)
  if (!from || !to) return []
  const months = new Map<string, number>()
  const span = { workspaceId: scope.workspaceId, from, to }
  for (const { keys, lines } of scope.ledger.aggregate({ ...span, metric: 'billed', groupBy: ['month'] }))
    if (keys[0]) months.set(keys[0], (months.get(keys[0]) ?? 0) + lines)
  return [...months].map(([month, lines]) => ({ month, lines })).sort((a, b) => (a.month < b.month ? 1 : -1))
}

function endsOf({ ledger, workspaceId }: Pick<Scope, 'ledger' | 'workspaceId'>): [Day?, Day?] {
  const known = ledger.coverage(workspaceId)
  const from = known.map(({ firstDay }) => firstDay).sort()[0]
  const to = known
    .map(({ lastDay }) => lastDay)
    .sort()
    .at(-1)
  return from && to ? [from, lastOfMonth(to)] : []
}

export type AccountHere = {
  id: string
  provider: Provider
  accountRef: string
  name: string
  vat: { isIncluded: boolean; scheme: VatScheme } | null
}

/** Accounts with what somebody has said of their VAT. */
export const listAccountsHere = ({
  db,
  workspaceId,
}: {
  db: ReadableDb
  workspaceId: string
}): AccountHere[] =>
  db
    .select({
      id: connections.id,
      provider: connections.provider,
      accountRef: connections.accountRef,
      name: connections.name,
      status: connections.status,
      isIncluded: vatTerms.isIncluded,
      scheme: vatTerms.scheme,
    })
    .from(connections)
    .leftJoin(vatTerms, eq(vatTerms.connectionId, connections.id))
    .where(and(eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs)))
    .all()
    .map(({ isIncluded, scheme, ...account }) => ({
      ...account,
      vat: isIncluded === null || scheme === null ? null : { isIncluded, scheme },
    }))
