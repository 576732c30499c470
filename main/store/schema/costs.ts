import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Provider } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { amountPart, dayColumn, instant, json } from './columns.ts'
import { connections, resources, snapshots } from './inventory.ts'
import { workspaces } from './people.ts'

/**
 * What repeats from line to line of a bill, kept once: a fact points at its charge key. A million lines have about a
 * hundred thousand keys. Column names follow FOCUS; a null is a null of the source.
 */
export const chargeKeys = sqliteTable(
  'charge_keys',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    /** SHA-256 of what identifies the key, all columns but the link to the inventory: finds it in one look-up. */
    hash: text('hash').notNull(),
    provider: text('provider').$type<Provider>().notNull(),
    billingAccount: text('billing_account').notNull(),
    subAccount: text('sub_account'),
    serviceCategory: text('service_category').notNull(),
    service: text('service').notNull(),
    region: text('region'),
    zone: text('zone'),
    resourceRef: text('resource_ref'),
    resourceName: text('resource_name'),
    resourceType: text('resource_type'),
    sku: text('sku'),
    skuName: text('sku_name'),
    chargeCategory: text('charge_category', {
      enum: ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'],
    }).notNull(),
    chargeClass: text('charge_class', { enum: ['Correction'] }),
    chargeFrequency: text('charge_frequency', { enum: ['One-Time', 'Recurring', 'Usage-Based'] }),
    chargeDescription: text('charge_description'),
    pricingCategory: text('pricing_category'),
    pricingUnit: text('pricing_unit'),
    consumedUnit: text('consumed_unit'),
    commitmentId: text('commitment_id'),
    currency: text('currency').$type<Currency>().notNull(),
    tags: json<Record<string, string>>('tags'),
    /** The inventory's row for it, when there is one. */
    resourceId: integer('resource_id').references(() => resources.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('charge_keys_hash').on(t.workspaceId, t.hash),
    index('charge_keys_connection').on(t.connectionId),
    index('charge_keys_resource').on(t.resourceId),
  ],
)

/** One line of a bill: a day, a key and exact amounts (core/money/stored). */
export const costFacts = sqliteTable(
  'cost_facts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    chargeKeyId: integer('charge_key_id')
      .notNull()
      .references(() => chargeKeys.id, { onDelete: 'cascade' }),
    /** The provider's billing day. */
    day: dayColumn('day').notNull(),
    snapshotId: integer('snapshot_id').references(() => snapshots.id, { onDelete: 'set null' }),
    invoice: text('invoice'),
    /** Quantities are exact too: 10^-6 and the femtos below. */
    quantityMicros: amountPart('quantity_micros'),
    quantityRest: amountPart('quantity_rest'),
    billedMicros: amountPart('billed_micros').notNull(),
    billedRest: amountPart('billed_rest').notNull(),
    effectiveMicros: amountPart('effective_micros').notNull(),
    effectiveRest: amountPart('effective_rest').notNull(),
    listMicros: amountPart('list_micros').notNull(),
    listRest: amountPart('list_rest').notNull(),
    contractedMicros: amountPart('contracted_micros').notNull(),
    contractedRest: amountPart('contracted_rest').notNull(),
  },
  (t) => [
    index('cost_facts_key_day').on(t.chargeKeyId, t.day),
    // A removed snapshot looks for its lines; without this it would look at all of them.
    index('cost_facts_snapshot').on(t.snapshotId).where(sql`snapshot_id IS NOT NULL`),
  ],
)

/**
 * Facts summed by day and charge key, for every question that does not ask for single lines.
 * Written in the same transaction as the facts; equal to them always.
 */
export const dailyCosts = sqliteTable(
  'daily_costs',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    day: dayColumn('day').notNull(),
    chargeKeyId: integer('charge_key_id')
      .notNull()
      .references(() => chargeKeys.id, { onDelete: 'cascade' }),
    lines: integer('lines').notNull(),
    billedMicros: amountPart('billed_micros').notNull(),
    billedRest: amountPart('billed_rest').notNull(),
    effectiveMicros: amountPart('effective_micros').notNull(),
    effectiveRest: amountPart('effective_rest').notNull(),
    listMicros: amountPart('list_micros').notNull(),
    listRest: amountPart('list_rest').notNull(),
    contractedMicros: amountPart('contracted_micros').notNull(),
    contractedRest: amountPart('contracted_rest').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.day, t.chargeKeyId] }),
    index('daily_costs_key').on(t.chargeKeyId),
  ],
)

/** What was last told of each day of an account: equal digest, nothing to write. Tells too which days are there. */
export const chargeDays = sqliteTable(
  'charge_days',
  {
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    day: dayColumn('day').notNull(),
    digest: text('digest').notNull(),
    lines: integer('lines').notNull(),
    toldAtMs: instant('told_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.connectionId, t.day] })],
)

/**
 * What an API corrected or took back on a day that it had told of whole: the line as it was before a look changed it. New
 * lines need no row, as a fact says itself which look brought it; so the bill of any moment since can be told.
 */
export const chargeChanges = sqliteTable(
  'charge_changes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    snapshotId: integer('snapshot_id')
      .notNull()
      .references(() => snapshots.id, { onDelete: 'cascade' }),
    /** The look that had brought the line as it was; null where it is not known any more. */
    earlierSnapshotId: integer('earlier_snapshot_id'),
    chargeKeyId: integer('charge_key_id')
      .notNull()
      .references(() => chargeKeys.id, { onDelete: 'cascade' }),
    day: dayColumn('day').notNull(),
    billedMicros: amountPart('billed_micros').notNull(),
    billedRest: amountPart('billed_rest').notNull(),
  },
  (t) => [index('charge_changes_snapshot').on(t.snapshotId), index('charge_changes_key').on(t.chargeKeyId)],
)
