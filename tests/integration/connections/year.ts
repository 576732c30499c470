import { addCosts } from '#main/store/repos/costs.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import type { Store } from '#main/store/store.ts'
import { addDays, day } from '#shared/lib/day.ts'
import { costLine, server } from '#tests/support/store-rows.ts'

/** An inventory and its costs by day, as syncs would have left them. */
export function addYear(store: Store, connectionId: string, size: { resources: number; days: number }): void {
  const names = Array.from({ length: size.resources }, (_, at) => `${connectionId}-${at}`)
  store.transaction((db) => {
    const { snapshotId } = recordSnapshot(db, {
      workspaceId: 'w1',
      connectionId,
      startedAtMs: 1,
      finishedAtMs: 2,
      found: names.map((name) => server(name)),
    })
    const lines = names.flatMap((resource) =>
      Array.from({ length: size.days }, (_, at) =>
        costLine({
          connectionId,
          resource,
          day: addDays(day('2025-11-20'), at),
          femtos: BigInt(at + 1) * 10n ** 15n,
        }),
      ),
    )
    addCosts(db, 'w1', snapshotId, lines)
  })
}
