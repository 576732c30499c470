import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '#shared/contract/permissions.ts'
import type { RateRule } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { dayColumn, instant, json } from './columns.ts'

/** One installation can hold several organisations; every row of data belongs to exactly one. */
export const workspaces = sqliteTable('workspaces', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['real', 'demo'] }).notNull(),
  currency: text('currency').$type<Currency>().notNull(),
  timeZone: text('time_zone').notNull(),
  /** Which rate reports turn amounts at. */
  rateRule: text('rate_rule').$type<RateRule>().notNull().default('day'),
  /** The day the demo company's figures were made for; null elsewhere. */
  demoDay: dayColumn('demo_day'),
  createdAtMs: instant('created_at_ms').notNull(),
})

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** scrypt with its parameters; null only for the demo person, who has no password. */
  passwordHash: text('password_hash'),
  createdAtMs: instant('created_at_ms').notNull(),
})

export const memberships = sqliteTable(
  'memberships',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').$type<Role>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), index('memberships_user').on(t.userId)],
)

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** SHA-256 of the secret that the host keeps for its client. */
    clientHash: text('client_hash').notNull(),
    startedAtMs: instant('started_at_ms').notNull(),
    lastActiveAtMs: instant('last_active_at_ms').notNull(),
    lockedAtMs: instant('locked_at_ms'),
    endedAtMs: instant('ended_at_ms'),
    /** Signed in by an access token: its role holds, and the session ends with it. */
    tokenId: text('token_id'),
  },
  (t) => [index('sessions_client').on(t.clientHash), index('sessions_workspace').on(t.workspaceId)],
)

/** Preferences by owner: a person's language, an application's last profile. Parsed on read, never trusted. */
export const settings = sqliteTable(
  'settings',
  {
    scope: text('scope', { enum: ['app', 'workspace', 'user'] }).notNull(),
    ownerId: text('owner_id').notNull(),
    key: text('key').notNull(),
    value: json<unknown>('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.ownerId, t.key] })],
)

export const auditRecords = sqliteTable(
  'audit_records',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    atMs: instant('at_ms').notNull(),
    /** Kept when the organisation or person is removed: the trail outlives what it speaks of. */
    workspaceId: text('workspace_id'),
    userId: text('user_id'),
    host: text('host').notNull(),
    call: text('call').notNull(),
    /** The input with every secret replaced. */
    input: json<unknown>('input').notNull(),
    outcome: text('outcome').notNull(),
    durationMs: integer('duration_ms').notNull(),
  },
  (t) => [index('audit_workspace_time').on(t.workspaceId, t.atMs)],
)

export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id').references(() => workspaces.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    status: text('status', { enum: ['running', 'done', 'failed', 'cancelled', 'interrupted'] }).notNull(),
    progress: json<{ phase: string; done: number; total: number | null }>('progress'),
    error: json<{ code: string }>('error'),
    startedAtMs: instant('started_at_ms').notNull(),
    finishedAtMs: instant('finished_at_ms'),
  },
  (t) => [index('jobs_workspace').on(t.workspaceId, t.startedAtMs)],
)
