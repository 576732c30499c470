import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ResourceAttributes } from '#main/core/model/resource.ts'
import type { PricePeriod } from '#main/core/money/price.ts'
import type { ResourceStatus, ResourceType } from '#shared/contract/resources.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { amountPart, dayColumn, instant, json } from './columns.ts'
import { workspaces } from './people.ts'

export const connections = sqliteTable(
  'connections',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    provider: text('provider').$type<Provider>().notNull(),
    name: text('name').notNull(),
    /** The provider's own number of the account: the same account is not connected twice. */
    accountRef: text('account_ref').notNull(),
    status: text('status', { enum: ['new', 'checking', 'active', 'error', 'paused'] }).notNull(),
    statusDetail: json<{ code: string; message?: string }>('status_detail'),
    /** Non-secret settings; secrets live in the vault only. */
    config: json<Record<string, unknown>>('config').notNull(),
    addedAtMs: instant('added_at_ms').notNull(),
    lastSyncAtMs: instant('last_sync_at_ms'),
  },
  (t) => [uniqueIndex('connections_account').on(t.workspaceId, t.provider, t.accountRef)],
)

/** One look at an account: what was found, when, how it ended. */
export const snapshots = sqliteTable(
  'snapshots',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    status: text('status', { enum: ['running', 'done', 'partial', 'failed', 'interrupted'] }).notNull(),
    startedAtMs: instant('started_at_ms').notNull(),
    finishedAtMs: instant('finished_at_ms'),
    found: integer('found').notNull().default(0),
    created: integer('created').notNull().default(0),
    updated: integer('updated').notNull().default(0),
    gone: integer('gone').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    monthlyMicros: amountPart('monthly_micros'),
    monthlyRest: amountPart('monthly_rest'),
    currency: text('currency').$type<Currency>(),
    error: json<{ code: string; message?: string }>('error'),
  },
  (t) => [index('snapshots_connection').on(t.connectionId, t.startedAtMs)],
)

/** The state of each resource as last seen. Its past lies in resource_versions. */
export const resources = sqliteTable(
  'resources',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    externalId: text('external_id').notNull(),
    name: text('name').notNull(),
    type: text('type').$type<ResourceType>().notNull(),
    service: text('service').notNull(),
    region: text('region'),
    zone: text('zone'),
    status: text('status').$type<ResourceStatus>().notNull(),
    owner: text('owner'),
    project: text('project'),
    businessUnit: text('business_unit'),
    environment: text('environment'),
    /** The price as the provider states it, and the two normalised costs (core/money/price). */
    currency: text('currency').$type<Currency>(),
    pricePeriod: text('price_period').$type<PricePeriod>(),
    priceMicros: amountPart('price_micros'),
    priceRest: amountPart('price_rest'),
    dailyMicros: amountPart('daily_micros'),
    dailyRest: amountPart('daily_rest'),
    monthlyMicros: amountPart('monthly_micros'),
    monthlyRest: amountPart('monthly_rest'),
    attributes: json<ResourceAttributes>('attributes').notNull(),
    /** Of everything above that a sync can change: equal hash, nothing to write. */
    stateHash: text('state_hash').notNull(),
    firstSeenAtMs: instant('first_seen_at_ms').notNull(),
    /** Null while the provider still lists it. */
    goneAtMs: instant('gone_at_ms'),
  },
  (t) => [
    uniqueIndex('resources_external').on(t.connectionId, t.externalId),
    index('resources_workspace').on(t.workspaceId, t.type),
  ],
)

/**
 * The past of a resource by validity interval: a row is written when something changed and closed when it changes again,
 * so a hundred syncs cost what changed and not a hundred inventories.
 */
export const resourceVersions = sqliteTable(
  'resource_versions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    resourceId: integer('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    snapshotId: integer('snapshot_id')
      .notNull()
      .references(() => snapshots.id, { onDelete: 'cascade' }),
    validFromMs: instant('valid_from_ms').notNull(),
    /** Null: still so. */
    validToMs: instant('valid_to_ms'),
    change: text('change', { enum: ['created', 'updated', 'gone', 'returned'] }).notNull(),
    /** core/model/resource: the whole flat state at `created`; afterwards the fields that differ, null when gone. */
    state: json<Record<string, unknown>>('state').notNull(),
  },
  (t) => [
    index('versions_resource').on(t.resourceId, t.validFromMs),
    index('versions_snapshot').on(t.snapshotId),
  ],
)

export const resourceTags = sqliteTable(
  'resource_tags',
  {
    resourceId: integer('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    value: text('value').notNull(),
    source: text('source', { enum: ['provider', 'manual'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.resourceId, t.source, t.key] }), index('tags_key').on(t.key, t.value)],
)

/** Utilisation by day. Not money, hence real numbers; `used` and `capacity` are in the metric's unit. */
export const resourceMetrics = sqliteTable(
  'resource_metrics',
  {
    resourceId: integer('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    /** cpu (cores), ram (GB), disk (GB), network (Mbit/s). */
    metric: text('metric', { enum: ['cpu', 'ram', 'disk', 'network'] }).notNull(),
    day: dayColumn('day').notNull(),
    used: real('used').notNull(),
    peak: real('peak').notNull(),
    capacity: real('capacity').notNull(),
  },
  (t) => [primaryKey({ columns: [t.resourceId, t.metric, t.day] }), index('metrics_day').on(t.day, t.metric)],
)
