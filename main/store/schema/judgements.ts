import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { OverrideField, ResourceFilterInput, ResourceType } from '#shared/contract/resources.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { amountPart, instant, json } from './columns.ts'
import { connections, resources, snapshots } from './inventory.ts'
import { workspaces } from './people.ts'

/** What people say against or besides the provider. A sync never touches these tables' answers. */
export const resourceOverrides = sqliteTable(
  'resource_overrides',
  {
    resourceId: integer('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    field: text('field').$type<OverrideField>().notNull(),
    value: text('value').notNull(),
    userId: text('user_id').notNull(),
    atMs: instant('at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.resourceId, t.field] })],
)

export const resourceNotes = sqliteTable(
  'resource_notes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    resourceId: integer('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    userId: text('user_id').notNull(),
    atMs: instant('at_ms').notNull(),
  },
  (t) => [index('resource_notes_resource').on(t.resourceId)],
)

export const savedFilters = sqliteTable(
  'saved_filters',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    filter: json<ResourceFilterInput>('filter').notNull(),
    userId: text('user_id').notNull(),
    atMs: instant('at_ms').notNull(),
  },
  (t) => [uniqueIndex('saved_filters_name').on(t.workspaceId, t.name)],
)

/** Something that the bill names with a word that neither the provider's folder nor a rule knows. */
export const unrecognised = sqliteTable(
  'unrecognised',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    externalId: text('external_id').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    service: text('service').notNull(),
    metrics: json<string[]>('metrics').notNull(),
    /** The bill's record, without secrets. */
    raw: text('raw').notNull(),
    firstSeenAtMs: instant('first_seen_at_ms').notNull(),
    lastSeenAtMs: instant('last_seen_at_ms').notNull(),
    currency: text('currency').$type<Currency>(),
    dailyMicros: amountPart('daily_micros'),
    dailyRest: amountPart('daily_rest'),
    type: text('type').$type<ResourceType>(),
    note: text('note'),
    resolvedBy: text('resolved_by'),
    resolvedAtMs: instant('resolved_at_ms'),
  },
  (t) => [uniqueIndex('unrecognised_external').on(t.connectionId, t.externalId)],
)

/** Every sync that met it. */
export const sightings = sqliteTable(
  'sightings',
  {
    unrecognisedId: integer('unrecognised_id')
      .notNull()
      .references(() => unrecognised.id, { onDelete: 'cascade' }),
    snapshotId: integer('snapshot_id')
      .notNull()
      .references(() => snapshots.id, { onDelete: 'cascade' }),
    atMs: instant('at_ms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unrecognisedId, t.snapshotId] }),
    index('sightings_snapshot').on(t.snapshotId),
  ],
)

/** What a person taught: things of this kind are of that type. */
export const typeRules = sqliteTable(
  'type_rules',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    provider: text('provider').$type<Provider>().notNull(),
    kind: text('kind').notNull(),
    type: text('type').$type<ResourceType>().notNull(),
    userId: text('user_id').notNull(),
    atMs: instant('at_ms').notNull(),
  },
  (t) => [uniqueIndex('type_rules_kind').on(t.workspaceId, t.provider, t.kind)],
)
