import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { CostWhere, ViewSpec } from '#shared/contract/costs.ts'
import type { VatScheme } from '#shared/contract/vat.ts'
import type { BoardTile } from '#shared/contract/views.ts'
import { dayColumn, instant, json } from './columns.ts'
import { connections } from './inventory.ts'
import { workspaces } from './people.ts'

/** Views of the explorer that somebody has named. */
export const costViews = sqliteTable(
  'cost_views',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    spec: json<ViewSpec>('spec').notNull(),
    userId: text('user_id'),
    updatedAtMs: instant('updated_at_ms').notNull(),
  },
  (t) => [uniqueIndex('cost_views_name').on(t.workspaceId, t.name)],
)

/** Filters with a name, shared by views and reports. */
export const costFilters = sqliteTable(
  'cost_filters',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    where: json<CostWhere>('where').notNull(),
    userId: text('user_id'),
    updatedAtMs: instant('updated_at_ms').notNull(),
  },
  (t) => [uniqueIndex('cost_filters_name').on(t.workspaceId, t.name)],
)

/** A person's own dashboard; without a row it is the one that everybody begins with. */
export const boards = sqliteTable(
  'boards',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    tiles: json<BoardTile[]>('tiles').notNull(),
    updatedAtMs: instant('updated_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] })],
)

/** What happened, on the axis of time. */
export const annotations = sqliteTable(
  'annotations',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    fromDay: dayColumn('from_day').notNull(),
    toDay: dayColumn('to_day').notNull(),
    text: text('text').notNull(),
    where: json<CostWhere>('where').notNull(),
    userId: text('user_id'),
    atMs: instant('at_ms').notNull(),
  },
  (t) => [index('annotations_workspace').on(t.workspaceId, t.fromDay)],
)

/** What somebody has said of an account's VAT; without a row, what is usual for its provider. */
export const vatTerms = sqliteTable('vat_terms', {
  connectionId: text('connection_id')
    .primaryKey()
    .references(() => connections.id, { onDelete: 'cascade' }),
  isIncluded: integer('is_included', { mode: 'boolean' }).notNull(),
  scheme: text('scheme').$type<VatScheme>().notNull(),
  userId: text('user_id'),
  updatedAtMs: instant('updated_at_ms').notNull(),
})
