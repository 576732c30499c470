import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RateSource } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { dayColumn, instant, json } from './columns.ts'
import { workspaces } from './people.ts'
import type { FrozenRates } from './stored-shapes.ts'

/** Roubles for `nominal` units of a currency from that day on, until the next one. `value` is exact decimal text. */
export const currencyRates = sqliteTable(
  'currency_rates',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    source: text('source').$type<RateSource>().notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    day: dayColumn('day').notNull(),
    nominal: integer('nominal').notNull(),
    value: text('value').notNull(),
    userId: text('user_id'),
    atMs: instant('at_ms').notNull(),
    /** What a person said of it. */
    note: text('note'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.source, t.currency, t.day] }),
    index('currency_rates_day').on(t.workspaceId, t.day),
  ],
)

/** The rate that an act was made out at: holds for an account's month. */
export const actRates = sqliteTable(
  'act_rates',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    connectionId: text('connection_id').notNull(),
    month: text('month').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    nominal: integer('nominal').notNull(),
    value: text('value').notNull(),
    userId: text('user_id'),
    atMs: instant('at_ms').notNull(),
    note: text('note'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.connectionId, t.month, t.currency] })],
)

/** A month that was closed: its rates and its rule stand as they were then. Reopening keeps the row and says why. */
export const closedMonths = sqliteTable(
  'closed_months',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    month: text('month').notNull(),
    closedAtMs: instant('closed_at_ms').notNull(),
    closedBy: text('closed_by'),
    note: text('note'),
    rates: json<FrozenRates>('rates').notNull(),
    reopenedAtMs: instant('reopened_at_ms'),
    reopenedBy: text('reopened_by'),
    reason: text('reason'),
  },
  (t) => [index('closed_months_month').on(t.workspaceId, t.month)],
)
