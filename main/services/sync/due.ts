import { nextRun, sinceOf } from '#main/core/rules/schedule.ts'
import { listSyncable, type Syncable } from '#main/queries/syncable.query.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import type { Store } from '#main/store/store.ts'

/** Due now by its own schedule. However many times it was missed, it is due once. */
export const listDue = (db: ReadableDb, nowMs: number): Syncable[] =>
  listSyncable(db, null).filter((connection) => {
    if (connection.status === 'paused') return false
    const { schedule, timeZone } = connection
    const next = nextRun(schedule, { sinceMs: sinceOf(connection), timeZone })
    return next !== null && next <= nowMs
  })

export const markScheduled = (store: Store, due: readonly Syncable[], nowMs: number): void =>
  store.transaction((db) => {
    for (const { id } of due) updateConnection(db, id, { scheduledAtMs: nowMs })
  })
