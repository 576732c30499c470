import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { snapshots } from './inventory.ts'

/**
 * How to take back what an unfinished sync has written: the rows as they were, in the order of their overwriting.
 * Written in the same transaction as what it takes back; empty when no sync runs.
 */
export const syncUndo = sqliteTable(
  'sync_undo',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    snapshotId: integer('snapshot_id')
      .notNull()
      .references(() => snapshots.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    payload: text('payload').notNull(),
  },
  (t) => [index('sync_undo_snapshot').on(t.snapshotId, t.id)],
)
