import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { fromFemtos, sumByCurrency, toText } from '#main/core/money/money.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { parcelDays, parcels } from '#main/store/schema/ledger.ts'
import { users } from '#main/store/schema/people.ts'
import type { ImportView, SummaryView } from '#shared/contract/imports.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { differencesOf } from './import-differences.ts'
import type { Scope } from './scope.ts'

/** How far a reading has come; the store learns of it at the end. */
export type ImportProgress = Pick<
  ImportView,
  'bytesRead' | 'rowsIn' | 'rowsKept' | 'rowsRejected' | 'rowsPerSecond'
>
type ProgressOf = (id: number) => ImportProgress | null

/** Nested, because drizzle leaves the table's name out at the top of a selection. */
const daysWhere = (condition: SQL) =>
  sql<number>`(${sql`select count(distinct ${parcelDays.connectionId} || ${parcelDays.day}) from ${parcelDays}
    where ${parcelDays.parcelId} = ${parcels.id} and ${condition}`})`

const columns = {
  parcel: parcels,
  by: users.name,
  days: daysWhere(sql`true`),
  liveDays: daysWhere(sql`${parcelDays.isLive}`),
  sameAs: sql<number | null>`(${sql`select max(other.id) from ${parcels} other
    where other.workspace_id = ${parcels.workspaceId} and other.sha256 = ${parcels.sha256}
      and other.status = 'committed' and other.id <> ${parcels.id}`})`,
}

export function listImports(
  { db, workspaceId }: Scope,
  { statuses, offset, limit }: ParsedInput<'imports.list'>,
  progressOf: ProgressOf,
): CallOutput<'imports.list'> {
  const wanted = and(
    eq(parcels.workspaceId, workspaceId),
    statuses ? inArray(parcels.status, statuses) : undefined,
  )
  const rows = db
    .select(columns)
    .from(parcels)
    .leftJoin(users, eq(users.id, parcels.userId))
    .where(wanted)
    .orderBy(desc(parcels.id))
    .limit(limit)
    .offset(offset)
    .all()
  const total = db.select({ n: count() }).from(parcels).where(wanted).get()?.n ?? 0
  return { items: rows.map((row) => viewOf(row, progressOf(row.parcel.id))), total }
}

function findRow({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, id: number): Row {
  const row = db
    .select(columns)
    .from(parcels)
    .leftJoin(users, eq(users.id, parcels.userId))
    .where(and(eq(parcels.id, id), eq(parcels.workspaceId, workspaceId)))
    .get()
  if (!row) throw new AppError('import.notFound')
  return row
}

export function getImport(scope: Scope, id: number, progressOf: ProgressOf): CallOutput<'imports.get'> {
  const row = findRow(scope, id)
  const { reading, summary, status } = row.parcel
  return {
    item: viewOf(row, progressOf(id)),
    reading: reading?.view ?? null,
    summary: summary && withConnections(scope, summary),
    differences: status === 'ready' ? differencesOf(scope, id) : [],
  }
}

/** The reader does not know what is connected; and it may be connected since. */
function withConnections({ db, workspaceId }: Scope, summary: SummaryView): SummaryView {
  const known = db
    .select({ id: connections.id, provider: connections.provider, accountRef: connections.accountRef })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), sql`${connections.status} <> 'new'`))
    .all()
  return {
    ...summary,
    accounts: summary.accounts.map((account) => ({
      ...account,
      connectionId:
        known.find((row) => row.provider === account.provider && row.accountRef === account.accountRef)?.id ??
        null,
    })),
  }
}

type Row = {
  parcel: typeof parcels.$inferSelect
  by: string | null
  days: number
  liveDays: number
  sameAs: number | null
}

function viewOf({ parcel, by, days, liveDays, sameAs }: Row, progress: ImportProgress | null): ImportView {
  const accounts = parcel.summary?.accounts ?? []
  const sums = sumByCurrency(
    accounts.map(({ billed, currency }) => fromFemtos(parseDecimal(billed) ?? 0n, currency)),
  )
  const ends = accounts.flatMap(({ from, to }) => [from, to]).sort()
  return {
    id: parcel.id,
    status: parcel.status,
    origin: parcel.origin,
    source: parcel.source,
    fileName: parcel.fileName,
    files: parcel.files.length,
    bytes: parcel.bytes,
    mode: parcel.mode,
    rowsIn: parcel.rowsIn,
    rowsKept: parcel.rowsKept,
    rowsRejected: parcel.rowsRejected,
    bytesRead: parcel.readAtMs === null ? 0 : parcel.bytes,
    rowsPerSecond: 0,
    ...progress,
    totals: [...sums.values()].map((sum) => ({ currency: sum.currency, billed: toText(sum).amount })),
    from: ends[0] ?? null,
    to: ends.at(-1) ?? null,
    providers: [...new Set(accounts.map(({ provider }) => provider))],
    by,
    createdAtMs: parcel.createdAtMs,
    committedAtMs: parcel.committedAtMs,
    withdrawnAtMs: parcel.withdrawnAtMs,
    liveDays,
    days,
    sameAs: parcel.status === 'same' ? sameAs : null,
    problem: parcel.problem,
  }
}

/** Whether every day that it tells of counts. */
export const isAllLive = (db: ReadableDb, id: number): boolean =>
  db
    .select({ day: parcelDays.day })
    .from(parcelDays)
    .where(and(eq(parcelDays.parcelId, id), eq(parcelDays.isLive, false)))
    .limit(1)
    .get() === undefined
