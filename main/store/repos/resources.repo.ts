import { eq } from 'drizzle-orm'
import { changesBetween, flatten, type ResourceState } from '#main/core/model/resource.ts'
import { type Money, sumByCurrency } from '#main/core/money/money.ts'
import { normalizePrice } from '#main/core/money/price.ts'
import { toStored } from '#main/core/money/stored.ts'
import type { WritableDb } from '../db.ts'
import { resources, snapshots } from '../schema/inventory.ts'
import { linkKeysToResources } from './charge-keys.ts'
import { assertOwnConnection } from './own-connection.ts'
import { hashOf, readFlat, toRow } from './resource-row.ts'
import { createResourceWriter } from './resource-writer.ts'

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

type Known = { id: number; externalId: string; stateHash: string; goneAtMs: number | null }

/** Brings the inventory of one connection to what was found, and writes history for what changed only. */
export function recordSnapshot(db: WritableDb, input: SnapshotInput): SnapshotResult {
  const { workspaceId, connectionId, startedAtMs: atMs } = input
  assertOwnConnection(db, workspaceId, connectionId)
  const found = new Map(input.found.map((state) => [state.externalId, state]))
  const known = knownResources(db, connectionId)
  const snapshotId = insertSnapshot(db, input)
  const writer = createResourceWriter(db, { workspaceId, connectionId, snapshotId, atMs })
  const counts = { created: 0, updated: 0, gone: 0, unchanged: 0 }
  const idOf = new Map<string, number>()

  for (const [externalId, state] of found) {
    const before = known.get(externalId)
    const flat = flatten(state)
    const stateHash = hashOf(flat)
    if (!before) {
      idOf.set(externalId, writer.create(externalId, toRow(state, stateHash), flat, state.tags))
      counts.created += 1
      continue
    }
    idOf.set(externalId, before.id)
    if (before.stateHash === stateHash && before.goneAtMs === null) {
      counts.unchanged += 1
      continue
    }
    const changes = changesBetween(readFlat(db, before.id), flat)
    const change = before.goneAtMs === null ? 'updated' : 'returned'
    writer.update(before.id, toRow(state, stateHash), { change, changes }, state.tags)
    counts.updated += 1
  }
  for (const resource of known.values()) {
    if (found.has(resource.externalId) || resource.goneAtMs !== null) continue
    writer.markGone(resource.id, hashOf({ ...readFlat(db, resource.id), status: 'gone' }))
    counts.gone += 1
  }

  if (counts.created > 0) linkKeysToResources(db, connectionId)
  db.update(snapshots)
    .set({ ...counts, found: found.size, ...monthlyCost(found.values()) })
    .where(eq(snapshots.id, snapshotId))
    .run()
  return { snapshotId, ...counts, idOf }
}

function knownResources(db: WritableDb, connectionId: string): Map<string, Known> {
  const { id, externalId, stateHash, goneAtMs } = resources
  const rows = db
    .select({ id, externalId, stateHash, goneAtMs })
    .from(resources)
    .where(eq(resources.connectionId, connectionId))
    .all()
  return new Map(rows.map((row) => [row.externalId, row]))
}

function insertSnapshot(db: WritableDb, input: SnapshotInput): number {
  const { workspaceId, connectionId, startedAtMs, finishedAtMs } = input
  return db
    .insert(snapshots)
    .values({ workspaceId, connectionId, startedAtMs, finishedAtMs, status: 'done' })
    .returning({ id: snapshots.id })
    .get().id
}

/** What the account costs a month by its prices; nothing when they are in several currencies. */
function monthlyCost(found: Iterable<ResourceState>) {
  const costs: Money[] = []
  for (const { price } of found) {
    if (price) costs.push(normalizePrice(price.amount, price.period).monthly)
  }
  const [total, ...others] = sumByCurrency(costs).values()
  if (!total || others.length > 0) return {}
  const { micros, rest } = toStored(total.femtos)
  return { monthlyMicros: micros, monthlyRest: rest, currency: total.currency }
}
