import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ResourceAttributes } from '#main/core/model/resource.ts'
import type { PricePeriod } from '#main/core/money/price.ts'
import { type ConnectionStatus, connectionSources, type Schedule } from '#shared/contract/connections.ts'
import type { ResourceMark, ResourceStatus, ResourceType } from '#shared/contract/resources.ts'
import type { snapshotStatuses, syncTriggers } from '#shared/contract/sync.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { amountPart, dayColumn, instant, json } from './columns.ts'
import { workspaces } from './people.ts'
import type { StoredAccount, StoredFailure } from './stored-shapes.ts'

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
    /** `archived`: the person removed it and kept its history; its secrets are gone. */
    status: text('status').$type<ConnectionStatus>().notNull(),
    statusDetail: json<Pick<ErrorView, 'code' | 'details'>>('status_detail'),
    /** `files`: nobody asks this account, its bills come in by file. */
    source: text('source', { enum: connectionSources }).notNull().default('api'),
    /** Non-secret settings; secrets live in the vault only. */
    config: json<Record<string, string>>('config').notNull(),
    /** Names of the secrets that the vault keeps for it. */
    secretNames: json<string[]>('secret_names').notNull().default([]),
    schedule: json<Schedule>('schedule').notNull().default({ kind: 'manual' }),
    /** When it was due last and was started or deliberately passed over: runs missed since count as one. */
    scheduledAtMs: instant('scheduled_at_ms'),
    addedAtMs: instant('added_at_ms').notNull(),
    /** When a look at it last ended well, whole or in part. */
    lastSyncAtMs: instant('last_sync_at_ms'),
    /** What the provider said last of the account itself; amounts are decimal text. */
    account: json<StoredAccount>('account'),
    accountAtMs: instant('account_at_ms'),
    /** The person had it erased: nothing lists it any more, while its rows go slice by slice and it goes last. */
    erasedAtMs: instant('erased_at_ms'),
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
    status: text('status').$type<(typeof snapshotStatuses)[number]>().notNull(),
    trigger: text('trigger').$type<(typeof syncTriggers)[number]>().notNull().default('manual'),
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
    dailyMicros: amountPart('daily_micros'),
    dailyRest: amountPart('daily_rest'),
    error: json<Pick<ErrorView, 'code' | 'details'>>('error'),
    /** What the account itself looked like; only where it differs from the snapshot before. */
    account: json<StoredAccount>('account'),
    /** Parts that did not answer. */
    failures: json<StoredFailure[]>('failures').notNull().default([]),
  },
  (t) => [index('snapshots_connection').on(t.connectionId, t.startedAtMs)],
)

/** Each part of an account that is asked for on its own: when it last answered. What it lists is as old as that. */
export const connectionScopes = sqliteTable(
  'connection_scopes',
  {
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    scope: text('scope').notNull(),
    endpoint: text('endpoint').notNull(),
    region: text('region'),
    project: text('project'),
    status: text('status', { enum: ['done', 'absent', 'forbidden', 'failed'] }).notNull(),
    error: json<Pick<ErrorView, 'code' | 'details'>>('error'),
    askedAtMs: instant('asked_at_ms').notNull(),
    lastGoodAtMs: instant('last_good_at_ms'),
  },
  (t) => [primaryKey({ columns: [t.connectionId, t.scope] })],
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
    /** Null: none. */
    marks: json<ResourceMark[]>('marks'),
    /** The part of the account that lists it; null for what only the bill knows. */
    scope: text('scope'),
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
    /** `merged`: it is a part of another resource now. */
    change: text('change', { enum: ['created', 'updated', 'gone', 'returned', 'merged'] }).notNull(),
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
    /** Who set it by hand, and when. */
    userId: text('user_id'),
    atMs: instant('at_ms'),
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

/** Other numbers under which the bill knows a resource: the volumes that were merged into a server. */
export const resourceAliases = sqliteTable(
  'resource_aliases',
  {
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    externalId: text('external_id').notNull(),
    resourceId: integer('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.connectionId, t.externalId] }),
    index('resource_aliases_resource').on(t.resourceId),
  ],
)

/** The provider's own records of a resource, without secrets, as last seen. */
export const resourceRecords = sqliteTable(
  'resource_records',
  {
    resourceId: integer('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    /** `bill`, `inventory`, or the number of a merged part. */
    source: text('source').notNull(),
    text: text('text').notNull(),
    atMs: instant('at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.resourceId, t.source] })],
)
