import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PackageKind } from '#shared/contract/packages.ts'
import type { Role } from '#shared/contract/permissions.ts'
import { dayColumn, instant, json } from './columns.ts'
import { users, workspaces } from './people.ts'

export const accessTokens = sqliteTable(
  'access_tokens',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Who made it, and in whose name it acts. */
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** SHA-256: what is long and random needs no slow hash. */
    tokenHash: text('token_hash').notNull(),
    hint: text('hint').notNull(),
    createdAtMs: instant('created_at_ms').notNull(),
    lastUsedAtMs: instant('last_used_at_ms'),
    expiresOn: dayColumn('expires_on'),
  },
  (t) => [
    uniqueIndex('access_tokens_hash').on(t.tokenHash),
    index('access_tokens_workspace').on(t.workspaceId),
  ],
)

/** Whose signed packages this installation believes. */
export const trustedKeys = sqliteTable(
  'trusted_keys',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    publicKey: text('public_key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    addedAtMs: instant('added_at_ms').notNull(),
    userId: text('user_id'),
  },
  (t) => [uniqueIndex('trusted_keys_fingerprint').on(t.fingerprint)],
)

/** What was carried in: of this installation. The contents stand where they belong. */
export const loadedPackages = sqliteTable(
  'loaded_packages',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<PackageKind>().notNull(),
    name: text('name').notNull(),
    version: text('version').notNull(),
    madeAtMs: instant('made_at_ms').notNull(),
    loadedAtMs: instant('loaded_at_ms').notNull(),
    userId: text('user_id'),
    keyName: text('key_name').notNull(),
    facts: json<Record<string, string | number>>('facts').notNull(),
    /** What has no table of its own: a price list, a licence, notes of a release. */
    content: json<unknown>('content'),
  },
  (t) => [index('loaded_packages_kind').on(t.kind, t.madeAtMs)],
)

/** Months that came from another installation: merged twice they are there once. */
export const transfers = sqliteTable(
  'transfers',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Fingerprint of the sender's key. */
    sender: text('sender').notNull(),
    /** The sender's number of the account. */
    account: text('account').notNull(),
    month: text('month').notNull(),
    senderName: text('sender_name').notNull(),
    connectionId: text('connection_id').notNull(),
    parcelId: text('parcel_id').notNull(),
    contentHash: text('content_hash').notNull(),
    madeAtMs: instant('made_at_ms').notNull(),
    lines: integer('lines').notNull(),
    mergedAtMs: instant('merged_at_ms').notNull(),
    userId: text('user_id'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.sender, t.account, t.month] })],
)
