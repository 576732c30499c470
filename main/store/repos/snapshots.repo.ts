import { eq, ne } from 'drizzle-orm'
import type { ScopeOutcome } from '#main/core/model/findings.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { connectionScopes, snapshots } from '../schema/inventory.ts'
import { syncUndo } from '../schema/sync.ts'
import { assertOwnConnection } from './own-connection.ts'

type SnapshotInsert = typeof snapshots.$inferInsert

export function startSnapshot(
  db: WritableDb,
  row: Pick<SnapshotInsert, 'workspaceId' | 'connectionId' | 'startedAtMs' | 'trigger'>,
): number {
  assertOwnConnection(db, row.workspaceId, row.connectionId)
  return db
    .insert(snapshots)
    .values({ ...row, status: 'running' })
    .returning({ id: snapshots.id })
    .get().id
}

export function updateSnapshot(db: WritableDb, id: number, patch: Partial<SnapshotInsert>): void {
  db.update(snapshots).set(patch).where(eq(snapshots.id, id)).run()
}

/** What a program left behind that ended before its syncs did. */
export const listRunning = (db: ReadableDb): { id: number; connectionId: string }[] =>
  db
    .select({ id: snapshots.id, connectionId: snapshots.connectionId })
    .from(snapshots)
    .where(eq(snapshots.status, 'running'))
    .all()

/** Ended syncs whose way back is still there: nobody will go it. */
export const listWithUndo = (db: ReadableDb): number[] =>
  db
    .selectDistinct({ id: syncUndo.snapshotId })
    .from(syncUndo)
    .innerJoin(snapshots, eq(snapshots.id, syncUndo.snapshotId))
    .where(ne(snapshots.status, 'running'))
    .all()
    .map(({ id }) => id)

/** How each part of the account answered; one that did not keeps the time of its last good answer. */
export function putScopes(
  db: WritableDb,
  connectionId: string,
  atMs: number,
  outcomes: readonly ScopeOutcome[],
): void {
  for (const { scope, endpoint, region, project, status, error } of outcomes) {
    const isGood = status === 'done' || status === 'absent'
    const told = {
      endpoint,
      region,
      project,
      status,
      error: error && { code: error.code, details: error.details },
      askedAtMs: atMs,
      ...(isGood ? { lastGoodAtMs: atMs } : {}),
    }
    db.insert(connectionScopes)
      .values({ connectionId, scope, ...told })
      .onConflictDoUpdate({ target: [connectionScopes.connectionId, connectionScopes.scope], set: told })
      .run()
  }
}
