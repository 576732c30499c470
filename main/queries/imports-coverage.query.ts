import { and, between, eq, isNull, ne, sql } from 'drizzle-orm'
import { chargeDays } from '#main/store/schema/costs.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { parcelDays, parcels } from '#main/store/schema/ledger.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { addDays, type Day, daysOf } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import type { Scope } from './scope.ts'

type Account = CallOutput<'imports.getCoverage'>['accounts'][number]
type DayView = Account['days'][number]
type Input = ParsedInput<'imports.getCoverage'>

/** Which days of which account are there, from what, and which are missing in between. */
export function getCoverage(scope: Scope, input: Input): CallOutput<'imports.getCoverage'> {
  const { db, ledger, workspaceId } = scope
  const ends = new Map(ledger.coverage(workspaceId).map((one) => [one.connectionId, one]))
  const accounts = db
    .select({ id: connections.id, name: connections.name, provider: connections.provider })
    .from(connections)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        isNull(connections.erasedAtMs),
        ne(connections.status, 'new'),
        input.connectionId === undefined ? undefined : eq(connections.id, input.connectionId),
      ),
    )
    .orderBy(connections.addedAtMs, connections.id)
    .all()
  if (input.connectionId !== undefined && accounts.length === 0) throw new AppError('connection.notFound')
  const found = daysByAccount(scope, input)
  return {
    accounts: accounts.map(({ id, ...account }) => {
      const days = found.get(id) ?? []
      const { firstDay = null, lastDay = null } = ends.get(id) ?? {}
      const gaps =
        firstDay && lastDay ? gapsOf(days, maxOf(firstDay, input.from), minOf(lastDay, input.to)) : []
      return { connectionId: id, ...account, firstDay, lastDay, days, gaps }
    }),
  }
}

function daysByAccount(scope: Scope, input: Input): Map<string, DayView[]> {
  const { ledger, workspaceId } = scope
  const { from, to, connectionId } = input
  const days = new Map<string, DayView & { connectionId: string }>()
  const put = (id: string, day: Day, patch: Partial<DayView>): void => {
    const key = `${id} ${day}`
    const none = { connectionId: id, day, lines: 0, from: 'api' as const, importId: null, fileName: null }
    days.set(key, { ...(days.get(key) ?? { ...none, atMs: 0, billed: [], replaced: 0 }), ...patch })
  }
  for (const { connectionId: id, day, atMs } of readApiDays(scope, input)) put(id, day, { atMs })
  const groupBy = ['connection', 'day'] as const
  const filter = connectionId === undefined ? {} : { connectionIds: [connectionId] }
  for (const row of ledger.aggregate({ workspaceId, from, to, metric: 'billed', groupBy, filter })) {
    const [id, day] = row.keys as [string, Day]
    const known = days.get(`${id} ${day}`)
    const amount = { currency: row.currency, amount: formatDecimal(row.femtos) }
    put(id, day, { lines: (known?.lines ?? 0) + row.lines, billed: [...(known?.billed ?? []), amount] })
  }
  const files = Map.groupBy(readFileDays(scope, input), (one) => `${one.connectionId} ${one.day}`)
  for (const told of files.values()) {
    const live = told.filter(({ isLive }) => isLive).at(-1)
    const [{ connectionId: id, day } = { connectionId: '', day: from }] = told
    const isShadowing = live !== undefined && days.get(`${id} ${day}`)?.atMs !== 0
    const replaced = told.filter(({ isLive }) => !isLive).length + (isShadowing ? 1 : 0)
    if (!live) put(id, day, { replaced })
    else
      put(id, day, {
        from: 'file',
        importId: live.parcelId,
        fileName: live.fileName,
        atMs: live.atMs,
        replaced,
      })
  }
  const sorted = [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  const byAccount = new Map<string, DayView[]>()
  for (const { connectionId: id, ...view } of sorted) {
    const list = byAccount.get(id) ?? []
    list.push(view)
    byAccount.set(id, list)
  }
  return byAccount
}

const readApiDays = ({ db, workspaceId }: Scope, { from, to, connectionId }: Input) =>
  db
    .select({ connectionId: chargeDays.connectionId, day: chargeDays.day, atMs: chargeDays.toldAtMs })
    .from(chargeDays)
    .innerJoin(connections, eq(connections.id, chargeDays.connectionId))
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        between(chargeDays.day, from, to),
        connectionId === undefined ? undefined : eq(chargeDays.connectionId, connectionId),
      ),
    )
    .all()

/** In the order in which they were committed. */
const readFileDays = ({ db, workspaceId }: Scope, { from, to, connectionId }: Input) =>
  db
    .selectDistinct({
      parcelId: parcels.id,
      turn: parcels.turn,
      fileName: parcels.fileName,
      atMs: sql<number>`coalesce(${parcels.committedAtMs}, ${parcels.createdAtMs})`,
      connectionId: parcelDays.connectionId,
      day: parcelDays.day,
      isLive: parcelDays.isLive,
    })
    .from(parcelDays)
    .innerJoin(parcels, eq(parcels.id, parcelDays.parcelId))
    .where(
      and(
        eq(parcels.workspaceId, workspaceId),
        eq(parcels.status, 'committed'),
        between(parcelDays.day, from, to),
        connectionId === undefined ? undefined : eq(parcelDays.connectionId, connectionId),
      ),
    )
    .orderBy(parcels.turn)
    .all()

function gapsOf(days: readonly DayView[], from: Day, to: Day): Account['gaps'] {
  const told = new Set(days.map(({ day }) => day))
  const gaps: Account['gaps'] = []
  for (const day of daysOf(from, to)) {
    if (told.has(day)) continue
    const last = gaps.at(-1)
    if (last && addDays(last.to, 1) === day) last.to = day
    else gaps.push({ from: day, to: day })
  }
  return gaps
}

const maxOf = (a: Day, b: Day): Day => (a > b ? a : b)
const minOf = (a: Day, b: Day): Day => (a < b ? a : b)
