import { createHash } from 'node:crypto'
import type { Ports } from '#main/ports/ports.ts'
import { readDataFacts, versionTables } from '#main/queries/data-version.query.ts'
import { isSyncing } from '#main/queries/revisions.ts'
import type { Store } from '#main/store/store.ts'

/**
 * Names the data that figures come from: equal names, equal figures. While an account is looked at its rows change all
 * the time, and no name is given twice.
 */
export function createDataVersion({ store, ports }: { store: Store; ports: Pick<Ports, 'ids'> }) {
  const run = ports.ids.next()
  const kept = new Map<string, { at: number; version: string }>()

  return (workspaceId: string): string => {
    const at = store.revision().of(versionTables)
    if (isSyncing(store.read, workspaceId)) return `~${run}.${at}`
    const known = kept.get(workspaceId)
    if (known?.at === at) return known.version
    const hash = createHash('sha256')
    for (const fact of readDataFacts(store.read, workspaceId)) hash.update(fact).update('\n')
    const version = hash.digest('hex').slice(0, 32)
    kept.set(workspaceId, { at, version })
    return version
  }
}

export type DataVersion = ReturnType<typeof createDataVersion>
