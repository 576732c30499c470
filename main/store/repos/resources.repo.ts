import { and, asc, eq, gt } from 'drizzle-orm'
import type { ResourceState } from '#main/core/model/resource.ts'
import { type Money, sumByCurrency } from '#main/core/money/money.ts'
import { normalizePrice } from '#main/core/money/price.ts'
import { toStored } from '#main/core/money/stored.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { resources, snapshots } from '../schema/inventory.ts'
import { linkKeysToResources } from './charge-keys.ts'
import { assertOwnConnection } from './own-connection.ts'
import { createResourceWriter, type KnownResource } from './resource-writer.ts'

type SnapshotInput = {
  workspaceId: string
  connectionId: string
  startedAtMs: number
  finishedAtMs: number
  /** Everything that the account holds: what is missing here is gone. Told twice, the later one counts. */
  found: readonly ResourceState[]
}

type SnapshotResult = {
  snapshotId: number
  created: number
  updated: number
  gone: number
  unchanged: number
  idOf: ReadonlyMap<string, number>
}

/** Brings the inventory of one connection to what was found, as one step. A sync does the same in slices. */
export function recordSnapshot(db: WritableDb, input: SnapshotInput): SnapshotResult {
  const { workspaceId, connectionId, startedAtMs: atMs } = input
  assertOwnConnection(db, workspaceId, connectionId)
  const found = new Map(input.found.map((state) => [state.externalId, state]))
  const known = new Map(readKnown(db, connectionId))
  const snapshotId = insertSnapshot(db, input)
  const writer = createResourceWriter(db, { workspaceId, connectionId, snapshotId, atMs, undo: null })
  const counts = { created: 0, updated: 0, gone: 0, unchanged: 0 }
  const idOf = new Map<string, number>()

  for (const [externalId, state] of found) {
    const { id, result } = writer.put(state, known.get(externalId))
    idOf.set(externalId, id)
    counts[result] += 1
  }
  for (const [externalId, resource] of known) {
    if (found.has(externalId) || resource.goneAtMs !== null) continue
    writer.markGone(resource)
    counts.gone += 1
  }

  if (counts.created > 0) linkKeysToResources(db, connectionId)
  db.update(snapshots)
    .set({ ...counts, found: found.size, ...totalsOf(found.values()) })
    .where(eq(snapshots.id, snapshotId))
    .run()
  return { snapshotId, ...counts, idOf }
}

/** What the store has of a connection, by the provider's number; in pages for whoever must not hold others up. */
export function readKnown(
  db: ReadableDb,
  connectionId: string,
  page: { afterId: number; limit: number } = { afterId: 0, limit: -1 },
): [externalId: string, known: KnownResource][] {
  const { id, externalId, stateHash, goneAtMs, scope } = resources
  return db
    .select({ id, externalId, stateHash, goneAtMs, scope })
    .from(resources)
    .where(and(eq(resources.connectionId, connectionId), gt(id, page.afterId)))
    .orderBy(asc(id))
    .limit(page.limit)
    .all()
    .map(({ externalId, ...known }) => [externalId, known])
}

function insertSnapshot(db: WritableDb, input: SnapshotInput): number {
  const { workspaceId, connectionId, startedAtMs, finishedAtMs } = input
  return db
    .insert(snapshots)
    .values({ workspaceId, connectionId, startedAtMs, finishedAtMs, status: 'done' })
    .returning({ id: snapshots.id })
    .get().id
}

/** What the account costs a day and a month by its prices; nothing when they are in several currencies. */
function totalsOf(found: Iterable<Pick<ResourceState, 'price'>>) {
  const daily: Money[] = []
  const monthly: Money[] = []
  for (const { price } of found) {
    if (!price) continue
    const cost = normalizePrice(price.amount, price.period)
    daily.push(cost.daily)
    monthly.push(cost.monthly)
  }
  const [perDay, ...others] = sumByCurrency(daily).values()
  const [perMonth] = sumByCurrency(monthly).values()
  if (!perDay || !perMonth || others.length > 0) return {}
  const [day, month] = [toStored(perDay.femtos), toStored(perMonth.femtos)]
  return {
    dailyMicros: day.micros,
    dailyRest: day.rest,
    monthlyMicros: month.micros,
    monthlyRest: month.rest,
    currency: perDay.currency,
  }
}
