import type { ImportMode } from '#shared/contract/imports.ts'
import type { Day } from '#shared/lib/day.ts'
import { liveParcels } from './precedence.ts'

/** A delivery as far as its past goes: when it began to count, and since when it does not. */
export type PastParcel = {
  id: number
  turn: number
  mode: ImportMode
  committedAtMs: number
  withdrawnAtMs: number | null
}

/** That a parcel tells of a day of an account. */
export type PastDay = { parcelId: number; connectionId: string; day: Day }

/** Days of a month of an account, by bit: those of a parcel that counted and do not now, and the other way round. */
export type ChangedMonth = {
  parcelId: number
  connectionId: string
  month: string
  before: number
  after: number
}

/** Days of accounts (`dayOf`) that files told of: what an API tells of those does not count. */
export type Covered = { before: ReadonlySet<string>; after: ReadonlySet<string> }

export const dayOf = (connectionId: string, day: Day): string => `${day} ${connectionId}`

/** A moment; of what was committed in it, only what came before that turn. */
export type Moment = { atMs: number; beforeTurn?: number | undefined }

export const countedAt = (
  { committedAtMs, withdrawnAtMs, turn }: PastParcel,
  { atMs, beforeTurn = Number.POSITIVE_INFINITY }: Moment,
): boolean => committedAtMs <= atMs && turn < beforeTurn && (withdrawnAtMs === null || withdrawnAtMs > atMs)

/** What counts of each day now, and what did at a moment; days that are told by the same parcels are left out. */
export function changedSince(
  parcels: readonly PastParcel[],
  days: readonly PastDay[],
  since: Moment,
): { months: ChangedMonth[]; covered: Covered } {
  const byId = new Map(parcels.map((parcel) => [parcel.id, parcel]))
  const months = new Map<string, ChangedMonth>()
  const covered = { before: new Set<string>(), after: new Set<string>() }
  for (const [at, own] of Map.groupBy(days, ({ connectionId, day }) => dayOf(connectionId, day))) {
    const told = own.flatMap(({ parcelId }) => byId.get(parcelId) ?? [])
    const before = liveAmong(told.filter((parcel) => countedAt(parcel, since)))
    const after = liveAmong(told.filter(({ withdrawnAtMs }) => withdrawnAtMs === null))
    const [first] = own
    if (!first) continue
    for (const id of new Set([...before, ...after]))
      if (before.has(id) !== after.has(id)) note(months, { ...first, parcelId: id }, before.has(id))
    if (before.size > 0) covered.before.add(at)
    if (after.size > 0) covered.after.add(at)
  }
  return { months: [...months.values()], covered }
}

const liveAmong = (parcels: readonly PastParcel[]): Set<number> =>
  new Set(liveParcels(parcels.map(({ id, turn, mode }) => ({ parcelId: id, turn, mode }))))

function note(
  months: Map<string, ChangedMonth>,
  { parcelId, connectionId, day }: PastDay,
  wasBefore: boolean,
) {
  const month = day.slice(0, 7)
  const key = `${parcelId} ${month} ${connectionId}`
  const known = months.get(key) ?? { parcelId, connectionId, month, before: 0, after: 0 }
  const bit = 1 << (Number(day.slice(8)) - 1)
  if (wasBefore) known.before |= bit
  else known.after |= bit
  months.set(key, known)
}
