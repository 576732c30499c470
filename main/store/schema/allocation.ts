import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AllocationRule, HierarchyNode, VirtualKind } from '#shared/contract/allocation.ts'
import type { seriesKinds, seriesRoles, seriesSteps } from '#shared/contract/business.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { dayColumn, instant, json } from './columns.ts'
import { workspaces } from './people.ts'

export const virtualTags = sqliteTable(
  'virtual_tags',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    kind: text('kind').$type<VirtualKind>().notNull(),
    isOn: integer('is_on', { mode: 'boolean' }).notNull().default(true),
    /** In their order: the first that meets a cost decides. */
    rules: json<AllocationRule[]>('rules').notNull(),
    userId: text('user_id'),
    updatedAtMs: instant('updated_at_ms').notNull(),
  },
  (t) => [uniqueIndex('virtual_tags_name').on(t.workspaceId, t.name)],
)

/** Suggestions that somebody does not want to see again. */
export const dismissedSuggestions = sqliteTable(
  'dismissed_suggestions',
  {
    tagId: text('tag_id')
      .notNull()
      .references(() => virtualTags.id, { onDelete: 'cascade' }),
    suggestionId: text('suggestion_id').notNull(),
    userId: text('user_id'),
    atMs: instant('at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tagId, t.suggestionId] })],
)

export const hierarchies = sqliteTable(
  'hierarchies',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Whose values its nodes gather. */
    dimension: text('dimension').$type<CostDimension>().notNull(),
    levels: json<string[]>('levels').notNull(),
    nodes: json<HierarchyNode[]>('nodes').notNull(),
    userId: text('user_id'),
    updatedAtMs: instant('updated_at_ms').notNull(),
  },
  (t) => [uniqueIndex('hierarchies_name').on(t.workspaceId, t.name)],
)

export const tagPolicies = sqliteTable(
  'tag_policies',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    tagKey: text('tag_key').notNull(),
    isRequired: integer('is_required', { mode: 'boolean' }).notNull(),
    /** Null: any. */
    allowedValues: json<string[]>('allowed_values'),
    providers: json<string[]>('providers').notNull(),
    types: json<string[]>('types').notNull(),
    userId: text('user_id'),
    updatedAtMs: instant('updated_at_ms').notNull(),
  },
  (t) => [uniqueIndex('tag_policies_key').on(t.workspaceId, t.tagKey)],
)

/** Customers, orders, requests; or what they brought. */
export const unitSeries = sqliteTable(
  'unit_series',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    unit: text('unit').notNull(),
    step: text('step').$type<(typeof seriesSteps)[number]>().notNull(),
    kind: text('kind').$type<(typeof seriesKinds)[number]>().notNull(),
    role: text('role').$type<(typeof seriesRoles)[number]>().notNull(),
    currency: text('currency').$type<Currency>(),
    tagId: text('tag_id').references(() => virtualTags.id, { onDelete: 'cascade' }),
    userId: text('user_id'),
    updatedAtMs: instant('updated_at_ms').notNull(),
  },
  (t) => [uniqueIndex('unit_series_name').on(t.workspaceId, t.name)],
)

export const unitValues = sqliteTable(
  'unit_values',
  {
    seriesId: text('series_id')
      .notNull()
      .references(() => unitSeries.id, { onDelete: 'cascade' }),
    /** The first of its month where the series goes by months. */
    day: dayColumn('day').notNull(),
    /** Empty: everything at once. */
    part: text('part').notNull().default(''),
    /** Decimal text. */
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.seriesId, t.day, t.part] })],
)

/** What a client pays, from a day on. */
export const clientTerms = sqliteTable(
  'client_terms',
  {
    id: text('id').primaryKey(),
    tagId: text('tag_id')
      .notNull()
      .references(() => virtualTags.id, { onDelete: 'cascade' }),
    part: text('part').notNull(),
    fromDay: dayColumn('from_day').notNull(),
    kind: text('kind', { enum: ['markup', 'fixed', 'discount'] }).notNull(),
    /** Decimal text. */
    percent: text('percent'),
    price: text('price'),
    currency: text('currency').$type<Currency>(),
    userId: text('user_id'),
    updatedAtMs: instant('updated_at_ms').notNull(),
  },
  (t) => [
    uniqueIndex('client_terms_day').on(t.tagId, t.part, t.fromDay),
    index('client_terms_tag').on(t.tagId),
  ],
)
