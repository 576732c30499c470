import { money } from '#main/core/money/money.ts'
import type { WritableDb } from '#main/store/db.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { addSighting } from '#main/store/repos/sightings.repo.ts'
import { addConnection } from './store-rows.ts'

const AT_MS = Date.parse('2026-11-19T09:00:00Z')

const things = [
  { cloud: 'Облако А', ref: 'gpu-1', kind: 'mystery_gpu', cost: '120.50' },
  { cloud: 'Облако Б', ref: 'gpu-2', kind: 'mystery_gpu', cost: '80' },
  { cloud: 'Облако А', ref: 'vault-1', kind: 'mystery_vault', cost: '7.25' },
]

/** Three things of two kinds that nobody knows, in two connections of one provider. */
export function addUnknownThings(db: WritableDb, workspaceId: string): void {
  const looks = new Map<string, number>()
  for (const cloud of new Set(things.map((thing) => thing.cloud))) {
    addConnection(db, workspaceId, cloud)
    const times = { startedAtMs: AT_MS, finishedAtMs: AT_MS + 60_000 }
    const { snapshotId } = recordSnapshot(db, { workspaceId, connectionId: cloud, ...times, found: [] })
    looks.set(cloud, snapshotId)
  }
  for (const { cloud, ref, kind, cost } of things) {
    addSighting(
      db,
      { connectionId: cloud, snapshotId: looks.get(cloud) ?? 0, atMs: AT_MS },
      {
        ref,
        name: ref,
        kind,
        service: 'Новое',
        metrics: ['mystery_hours'],
        price: { amount: money(cost, 'RUB'), period: 'day' },
      },
      JSON.stringify({ object: { id: ref, type: kind } }),
    )
  }
}
