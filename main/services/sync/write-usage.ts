import type { Usage } from '#main/core/model/findings.ts'
import { addMetrics } from '#main/store/repos/metrics.repo.ts'
import { readIds } from '#main/store/repos/priced-states.ts'
import type { Store } from '#main/store/store.ts'
import { inSlices } from './pump.ts'

const ROWS_AT_ONCE = 200

/** Days of utilisation; one that is told again takes the place of what was told before. */
export async function writeUsage(
  { store, connectionId, signal }: { store: Store; connectionId: string; signal: AbortSignal },
  usage: readonly Usage[],
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(usage.length / ROWS_AT_ONCE) }, (_, index) =>
    usage.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  )
  await inSlices(store, batches, signal, (db, batch) => {
    const ids = readIds(db, connectionId, [...new Set(batch.map(({ ref }) => ref))])
    addMetrics(
      db,
      batch.flatMap(({ ref, ...row }) => {
        const resourceId = ids.get(ref)
        return resourceId === undefined ? [] : [{ resourceId, ...row }]
      }),
    )
  })
}
