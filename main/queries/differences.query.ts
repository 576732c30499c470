import { and, desc, eq, getTableName, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Moment } from '#main/core/ledger/past.ts'
import type { LedgerDifferences } from '#main/ports/ledger.ts'
import { costFacts } from '#main/store/schema/costs.ts'
import { connections, snapshots } from '#main/store/schema/inventory.ts'
import { parcelDays, parcels } from '#main/store/schema/ledger.ts'
import { differenceKinds, type Since } from '#shared/contract/differences.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { day, lastOfMonth } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { connectionNames } from './inventory.ts'
import { createPerWorkspace, lastUsed } from './kept.ts'
import type { Scope } from './scope.ts'

const MOST_MOMENTS = 200
const MOST_KEPT = 4

/** Files and syncs that changed the bills, the latest first. */
export function listMoments(scope: Scope): CallOutput<'differences.listMoments'> {
  const items = [...momentsOfFiles(scope), ...momentsOfSyncs(scope)]
  return {
    items: items.sort((a, b) => b.atMs - a.atMs).slice(0, MOST_MOMENTS),
    knownFromMs: items.reduce<number | null>(
      (first, { kind, atMs }) => (kind === 'synced' && (first === null || atMs < first) ? atMs : first),
      null,
    ),
  }
}

type MomentView = CallOutput<'differences.listMoments'>['items'][number]

function momentsOfFiles(scope: Scope): MomentView[] {
  const names = connectionNames(scope)
  const told = Map.groupBy(
    scope.db
      .selectDistinct({ id: parcelDays.parcelId, connectionId: parcelDays.connectionId })
      .from(parcelDays)
      .innerJoin(parcels, eq(parcels.id, parcelDays.parcelId))
      .where(eq(parcels.workspaceId, scope.workspaceId))
      .all(),
    ({ id }) => id,
  )
  return pastParcels(scope).flatMap(({ id, fileName, committedAtMs, withdrawnAtMs }): MomentView[] => {
    const connectionNames = (told.get(id) ?? []).map(
      ({ connectionId }) => names.get(connectionId)?.name ?? '',
    )
    const of = { importId: id, label: fileName, connectionNames }
    return [
      { kind: 'committed', atMs: committedAtMs ?? 0, ...of },
      ...(withdrawnAtMs === null ? [] : [{ kind: 'withdrawn' as const, atMs: withdrawnAtMs, ...of }]),
    ]
  })
}

const pastParcels = ({ db, workspaceId }: Scope) =>
  db
    .select({
      id: parcels.id,
      fileName: parcels.fileName,
      committedAtMs: parcels.committedAtMs,
      withdrawnAtMs: parcels.withdrawnAtMs,
    })
    .from(parcels)
    .where(
      and(
        eq(parcels.workspaceId, workspaceId),
        inArray(parcels.status, ['committed', 'withdrawn']),
        isNotNull(parcels.committedAtMs),
      ),
    )
    .orderBy(desc(parcels.turn))
    .limit(MOST_MOMENTS)
    .all()

const momentsOfSyncs = ({ db, workspaceId }: Scope): MomentView[] =>
  db
    .select({ atMs: snapshots.startedAtMs, label: connections.name })
    .from(snapshots)
    .innerJoin(connections, eq(connections.id, snapshots.connectionId))
    .where(
      and(
        eq(snapshots.workspaceId, workspaceId),
        inArray(snapshots.status, ['done', 'partial']),
        sql`${snapshots.finishedAtMs} is not null`,
      ),
    )
    .orderBy(desc(snapshots.startedAtMs))
    .limit(MOST_MOMENTS)
    .all()
    .map(({ atMs, label }) => ({ kind: 'synced', atMs, label, importId: null, connectionNames: [label] }))

/** Right before a file came to count; or the moment itself, as long as it is not yet to come. */
function momentOf(scope: Scope, since: Since): Moment {
  if ('atMs' in since) {
    if (since.atMs > scope.nowMs) throw new AppError('moment.notKnown')
    return since
  }
  const parcel = scope.db
    .select({ committedAtMs: parcels.committedAtMs, turn: parcels.turn })
    .from(parcels)
    .where(and(eq(parcels.id, since.importId), eq(parcels.workspaceId, scope.workspaceId)))
    .get()
  if (!parcel?.committedAtMs || parcel.turn === null) throw new AppError('moment.notKnown')
  return { atMs: parcel.committedAtMs, beforeTurn: parcel.turn }
}

const kept = createPerWorkspace(() => new Map<string, LedgerDifferences>())

type Asked = Omit<ParsedInput<'differences.listLines'>, 'since' | 'offset' | 'limit'>

/** Pages of one answer are asked one after another. */
function differ(scope: Scope, since: Moment, asked: Asked): LedgerDifferences {
  const all = kept(scope)
  const key = JSON.stringify([since, asked.connectionId, asked.month, asked.kind, scope.revision.of(TABLES)])
  return lastUsed(all, key, MOST_KEPT, () =>
    scope.ledger.differ({ workspaceId: scope.workspaceId, since, ...asked }),
  )
}

const TABLES = [parcelDays, costFacts, snapshots].map(getTableName)

type Row = CallOutput<'differences.getSummary'>['rows'][number]
type Counted = { before: bigint; after: bigint } & Record<Kind, { lines: number; femtos: bigint }>
type Kind = (typeof differenceKinds)[number]

export function getDifferences(
  scope: Scope,
  { since }: ParsedInput<'differences.getSummary'>,
): CallOutput<'differences.getSummary'> {
  const moment = momentOf(scope, since)
  const { months } = differ(scope, moment, {})
  const names = connectionNames(scope)
  const now = sumsOfMonths(scope, months)
  const totals = new Map<Currency, Counted>()
  const rows = months.map((month): Row => {
    const { connectionId, currency } = month
    const account = names.get(connectionId)
    const after = now.get(`${connectionId} ${month.month} ${currency}`) ?? 0n
    const change = differenceKinds.reduce((sum, kind) => sum + month[kind].femtos, 0n)
    const counted = { ...month, after, before: after - change }
    totals.set(currency, together(totals.get(currency), counted))
    return {
      connectionId,
      connectionName: account?.name ?? connectionId,
      provider: account?.provider ?? 'other',
      month: month.month,
      currency,
      ...viewOf(counted),
    }
  })
  return {
    sinceMs: moment.atMs,
    rows,
    totals: [...totals].map(([currency, counted]) => ({ currency, ...viewOf(counted) })),
  }
}

/** What the ledger counts now of the months that changed, whole. */
function sumsOfMonths(
  { ledger, workspaceId }: Scope,
  months: LedgerDifferences['months'],
): Map<string, bigint> {
  const all = months.map(({ month }) => month).sort()
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const rows = ledger.aggregate({
    workspaceId,
    from: day(`${first}-01`),
    to: lastOfMonth(day(`${last}-01`)),
    filter: { connectionIds: [...new Set(months.map(({ connectionId }) => connectionId))] },
    metric: 'billed',
    groupBy: ['connection', 'month'],
  })
  return new Map(rows.map(({ keys, currency, femtos }) => [`${keys.join(' ')} ${currency}`, femtos]))
}

function together(sum: Counted | undefined, one: Counted): Counted {
  if (!sum) return { ...one }
  const both = (kind: Kind) => ({
    lines: sum[kind].lines + one[kind].lines,
    femtos: sum[kind].femtos + one[kind].femtos,
  })
  return {
    before: sum.before + one.before,
    after: sum.after + one.after,
    added: both('added'),
    corrected: both('corrected'),
    withdrawn: both('withdrawn'),
  }
}

function viewOf(counted: Counted) {
  const part = (kind: Kind) => ({ lines: counted[kind].lines, amount: formatDecimal(counted[kind].femtos) })
  return {
    before: formatDecimal(counted.before),
    after: formatDecimal(counted.after),
    change: formatDecimal(counted.after - counted.before),
    added: part('added'),
    corrected: part('corrected'),
    withdrawn: part('withdrawn'),
  }
}

export function listDifferences(
  scope: Scope,
  { since, offset, limit, ...asked }: ParsedInput<'differences.listLines'>,
): CallOutput<'differences.listLines'> {
  const { lines, isCut } = differ(scope, momentOf(scope, since), asked)
  const items = lines.slice(offset, offset + limit).map(({ before, after, ...line }, at) => ({
    id: String(offset + at),
    ...line,
    before: before === null ? null : formatDecimal(before),
    after: after === null ? null : formatDecimal(after),
    amount: formatDecimal((after ?? 0n) - (before ?? 0n)),
  }))
  return { total: lines.length, isCut, items }
}
