import { and, desc, eq, sql } from 'drizzle-orm'
import type { ReadableDb, Revision } from '#main/store/db.ts'
import { connections, snapshots } from '#main/store/schema/inventory.ts'

/**
 * From which revision each workspace is answered. A sync commits many times a second for as long as it runs, and
 * whatever is kept in memory would be made anew for every call: until it ends, answers are those of before, unless
 * somebody says that something else has changed.
 */
export function createRevisions(db: ReadableDb, live: () => Revision) {
  const settled = new Map<string, Revision>()
  return {
    of(workspaceId: string): Revision {
      const now = live()
      const kept = settled.get(workspaceId)
      if (kept && kept !== now && isSyncing(db, workspaceId)) return kept
      settled.set(workspaceId, now)
      return now
    },
    /** What has been committed until now counts; null: for everybody. */
    settle(workspaceId: string | null): void {
      if (workspaceId === null) settled.clear()
      else settled.delete(workspaceId)
    },
  }
}

/** By the last look at each connection: there is an index for that, and none for what runs. */
export function isSyncing(db: ReadableDb, workspaceId: string): boolean {
  const last = db
    .select({ status: snapshots.status })
    .from(snapshots)
    .where(eq(snapshots.connectionId, connections.id))
    .orderBy(desc(snapshots.startedAtMs), desc(snapshots.id))
    .limit(1)
  const row = db
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), sql`(${last}) = 'running'`))
    .limit(1)
    .get()
  return row !== undefined
}
