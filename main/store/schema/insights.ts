import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  recommendationCategories,
  recommendationCodes,
  recommendationStatuses,
} from '#shared/contract/recommendations.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { amountPart, instant, json } from './columns.ts'
import { connections, resources } from './inventory.ts'
import { workspaces } from './people.ts'

export const recommendations = sqliteTable(
  'recommendations',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    resourceId: integer('resource_id').references(() => resources.id, { onDelete: 'cascade' }),
    code: text('code').$type<(typeof recommendationCodes)[number]>().notNull(),
    category: text('category').$type<(typeof recommendationCategories)[number]>().notNull(),
    status: text('status').$type<(typeof recommendationStatuses)[number]>().notNull(),
    confidence: real('confidence').notNull(),
    effort: text('effort', { enum: ['low', 'medium', 'high'] }).notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    savingsMicros: amountPart('savings_micros').notNull(),
    savingsRest: amountPart('savings_rest').notNull(),
    facts: json<Record<string, string | number>>('facts').notNull(),
    createdAtMs: instant('created_at_ms').notNull(),
    decidedAtMs: instant('decided_at_ms'),
  },
  (t) => [
    index('recommendations_workspace').on(t.workspaceId, t.status),
    index('recommendations_resource').on(t.resourceId),
  ],
)

export const budgets = sqliteTable(
  'budgets',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Empty: the whole organisation. */
    connectionIds: json<string[]>('connection_ids').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    limitMicros: amountPart('limit_micros').notNull(),
    limitRest: amountPart('limit_rest').notNull(),
    createdAtMs: instant('created_at_ms').notNull(),
  },
  (t) => [index('budgets_workspace').on(t.workspaceId)],
)
