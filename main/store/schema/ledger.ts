import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { SegmentColumnName } from '#main/core/ledger/segment.ts'
import type { ImportMode, ImportOrigin, ImportSource, ParcelStatus } from '#shared/contract/imports.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { dayColumn, femtosText, instant, json } from './columns.ts'
import { connections } from './inventory.ts'
import { workspaces } from './people.ts'
import type { ParcelReading, ParcelSummary } from './stored-shapes.ts'

/**
 * What came in one file (or the parts of one delivery). Its lines are there as soon as it has been read; they count from
 * the moment it is committed, in one small transaction.
 */
export const parcels = sqliteTable(
  'parcels',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    status: text('status').$type<ParcelStatus>().notNull(),
    origin: text('origin').$type<ImportOrigin>().notNull(),
    source: text('source').$type<ImportSource>(),
    /** The first file's name, for people. */
    fileName: text('file_name').notNull(),
    /** The files it was read from; needed until it is committed. */
    files: json<{ path: string; name: string; bytes: number; isOurs: boolean }[]>('files').notNull(),
    bytes: integer('bytes').notNull(),
    /** Of the files' bytes: the same file again changes nothing. */
    sha256: text('sha256'),
    mode: text('mode').$type<ImportMode>().notNull().default('replace'),
    /** In what order parcels were committed: the later one holds for the days that both tell of. */
    turn: integer('turn'),
    rowsIn: integer('rows_in').notNull().default(0),
    rowsKept: integer('rows_kept').notNull().default(0),
    rowsRejected: integer('rows_rejected').notNull().default(0),
    /** How it was read: encoding, separator, header, answers of the person, mapping. */
    reading: json<ParcelReading>('reading'),
    /** Totals by account, month, service and currency, doubts and checks: what the preview shows. */
    summary: json<ParcelSummary>('summary'),
    problem: json<Pick<ErrorView, 'code' | 'details'>>('problem'),
    userId: text('user_id'),
    createdAtMs: instant('created_at_ms').notNull(),
    readAtMs: instant('read_at_ms'),
    committedAtMs: instant('committed_at_ms'),
    withdrawnAtMs: instant('withdrawn_at_ms'),
  },
  (t) => [
    index('parcels_workspace').on(t.workspaceId, t.id),
    index('parcels_sha').on(t.workspaceId, t.sha256),
  ],
)

/** What a parcel says of one day of an account, in one currency; `isLive` when that is what counts. */
export const parcelDays = sqliteTable(
  'parcel_days',
  {
    parcelId: integer('parcel_id')
      .notNull()
      .references(() => parcels.id, { onDelete: 'cascade' }),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    day: dayColumn('day').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    isLive: integer('is_live', { mode: 'boolean' }).notNull().default(false),
    lines: integer('lines').notNull(),
    billed: femtosText('billed').notNull(),
    effective: femtosText('effective').notNull(),
    list: femtosText('list').notNull(),
    contracted: femtosText('contracted').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.parcelId, t.connectionId, t.day, t.currency] }),
    index('parcel_days_connection').on(t.connectionId, t.day),
  ],
)

/** Lines of a parcel, an account and a month as columns (core/ledger/segment). Only `liveDays` ever changes. */
export const segments = sqliteTable(
  'segments',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    parcelId: integer('parcel_id')
      .notNull()
      .references(() => parcels.id, { onDelete: 'cascade' }),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    month: text('month').notNull(),
    lines: integer('lines').notNull(),
    /** Bit d-1 for each day that has lines, and for each of them that counts. */
    days: integer('days').notNull(),
    liveDays: integer('live_days').notNull().default(0),
  },
  (t) => [
    index('segments_parcel').on(t.parcelId),
    index('segments_connection').on(t.connectionId, t.month),
    index('segments_month').on(t.month),
  ],
)

export const segmentColumns = sqliteTable(
  'segment_columns',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segments.id, { onDelete: 'cascade' }),
    name: text('name').$type<SegmentColumnName>().notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
  },
  (t) => [uniqueIndex('segment_columns_name').on(t.segmentId, t.name)],
)

/** Details of lines (core/ledger/segment LineDetail) by number: JSON arrays of a few thousand, from `first` on. */
export const parcelDetails = sqliteTable(
  'parcel_details',
  {
    parcelId: integer('parcel_id')
      .notNull()
      .references(() => parcels.id, { onDelete: 'cascade' }),
    first: integer('first').notNull(),
    entries: text('entries').notNull(),
  },
  (t) => [primaryKey({ columns: [t.parcelId, t.first] })],
)

/**
 * The charge keys of a parcel as columns (core/ledger/key-columns), a batch of them from number `first` on: what lines of
 * a file share is never a row of its own. Numbers are the parcel's; a column that a whole batch lacks is left out.
 */
export const parcelKeys = sqliteTable(
  'parcel_keys',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    parcelId: integer('parcel_id')
      .notNull()
      .references(() => parcels.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    first: integer('first').notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
  },
  (t) => [uniqueIndex('parcel_keys_name').on(t.parcelId, t.name, t.first)],
)

/** Rows that could not be kept, as they stood in the file, and why. */
export const quarantine = sqliteTable(
  'quarantine',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    parcelId: integer('parcel_id')
      .notNull()
      .references(() => parcels.id, { onDelete: 'cascade' }),
    /** The name of the file among the parcel's. */
    fileIndex: integer('file_index').notNull().default(0),
    line: integer('line').notNull(),
    text: text('text').notNull(),
    reason: text('reason').notNull(),
    column: text('column'),
    value: text('value'),
  },
  (t) => [index('quarantine_parcel').on(t.parcelId, t.id)],
)

/** How to read a table that no importer knows: recognised again by its header. */
export const mappings = sqliteTable(
  'mappings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    header: text('header').notNull(),
    spec: json<unknown>('spec').notNull(),
    userId: text('user_id'),
    createdAtMs: instant('created_at_ms').notNull(),
    usedAtMs: instant('used_at_ms').notNull(),
  },
  (t) => [uniqueIndex('mappings_header').on(t.workspaceId, t.header)],
)

/** A folder whose new files come in by themselves; one for an organisation. */
export const watchedFolders = sqliteTable('watched_folders', {
  workspaceId: text('workspace_id')
    .primaryKey()
    .references(() => workspaces.id, { onDelete: 'cascade' }),
  path: text('path').notNull(),
  isOn: integer('is_on', { mode: 'boolean' }).notNull(),
  userId: text('user_id'),
  lookedAtMs: instant('looked_at_ms'),
  problem: json<Pick<ErrorView, 'code' | 'details'>>('problem'),
})

/** What of it has been taken already. */
export const watchedFiles = sqliteTable(
  'watched_files',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => watchedFolders.workspaceId, { onDelete: 'cascade' }),
    path: text('path').notNull(),
    bytes: integer('bytes').notNull(),
    changedAtMs: instant('changed_at_ms').notNull(),
    parcelId: integer('parcel_id').references(() => parcels.id, { onDelete: 'set null' }),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.path] })],
)
