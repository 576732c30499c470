import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ActKind, ActView, PaymentView, VatRate } from '#shared/contract/acts.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { dayColumn, instant, json } from './columns.ts'
import { workspaces } from './people.ts'
import type { StoredActSource } from './stored-shapes.ts'

const ofWorkspace = () =>
  text('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' })

/** A document of a supplier. Sums are exact decimal text, as the document has them; of a correction, the change. */
export const acts = sqliteTable(
  'acts',
  {
    id: text('id').primaryKey(),
    workspaceId: ofWorkspace(),
    connectionId: text('connection_id'),
    kind: text('kind').$type<ActKind>().notNull(),
    number: text('number').notNull(),
    day: dayColumn('day').notNull(),
    month: text('month').notNull(),
    supplier: json<ActView['supplier']>('supplier').notNull(),
    buyer: json<ActView['buyer']>('buyer'),
    currency: text('currency').$type<Currency>().notNull(),
    without: text('without').notNull(),
    rate: text('rate').$type<VatRate>().notNull(),
    vat: text('vat').notNull(),
    total: text('total').notNull(),
    correctsId: text('corrects_id'),
    /** The number that it says it corrects, where that document is not here. */
    correctsNumber: text('corrects_number'),
    doubts: json<ActView['doubts']>('doubts').notNull(),
    /** The file that it came in, or that a person typed it. */
    source: json<StoredActSource>('source').notNull(),
    /** SHA-256 of the file, or of what tells one typed document from another. */
    hash: text('hash').notNull(),
    note: text('note'),
    userId: text('user_id'),
    addedAtMs: instant('added_at_ms').notNull(),
    withdrawnAtMs: instant('withdrawn_at_ms'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnWhy: text('withdrawn_why'),
  },
  (t) => [
    index('acts_month').on(t.workspaceId, t.month),
    index('acts_connection').on(t.connectionId, t.month),
    index('acts_hash').on(t.workspaceId, t.hash),
  ],
)

export const actLines = sqliteTable(
  'act_lines',
  {
    actId: text('act_id')
      .notNull()
      .references(() => acts.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    quantity: text('quantity'),
    unit: text('unit'),
    without: text('without').notNull(),
    rate: text('rate').$type<VatRate>().notNull(),
    vat: text('vat').notNull(),
    total: text('total').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actId, t.position] })],
)

/** Whose documents belong to which account, once a person has said so. */
export const actSuppliers = sqliteTable(
  'act_suppliers',
  {
    workspaceId: ofWorkspace(),
    inn: text('inn').notNull(),
    connectionId: text('connection_id').notNull(),
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.inn] })],
)

export const payments = sqliteTable(
  'payments',
  {
    id: text('id').primaryKey(),
    workspaceId: ofWorkspace(),
    day: dayColumn('day').notNull(),
    number: text('number').notNull(),
    amount: text('amount').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    payer: json<PaymentView['payer']>('payer').notNull(),
    payee: json<PaymentView['payee']>('payee').notNull(),
    purpose: text('purpose').notNull(),
    actId: text('act_id').references(() => acts.id, { onDelete: 'set null' }),
    matchedBy: text('matched_by').$type<PaymentView['matchedBy']>(),
    fileName: text('file_name').notNull(),
    /** Tells one payment from another over overlapping statements. */
    hash: text('hash').notNull(),
    addedAtMs: instant('added_at_ms').notNull(),
  },
  (t) => [
    uniqueIndex('payments_hash').on(t.workspaceId, t.hash),
    index('payments_day').on(t.workspaceId, t.day),
    index('payments_act').on(t.actId),
  ],
)

/** "In order", with a name; taking it back keeps the row. */
export const reconciliations = sqliteTable(
  'reconciliations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: ofWorkspace(),
    connectionId: text('connection_id').notNull(),
    month: text('month').notNull(),
    /** What stood there when it was signed; null where there was no act. */
    difference: text('difference'),
    /** Of all figures that the signature is for. */
    fingerprint: text('fingerprint').notNull(),
    note: text('note'),
    signedBy: text('signed_by'),
    signedAtMs: instant('signed_at_ms').notNull(),
    undoneBy: text('undone_by'),
    undoneAtMs: instant('undone_at_ms'),
    undoneWhy: text('undone_why'),
  },
  (t) => [index('reconciliations_month').on(t.workspaceId, t.month)],
)

/** What 1C calls things: `defaults`, `account` by connection, `part` by value of the dimension that postings split by. */
export const oneCMappings = sqliteTable(
  'one_c_mappings',
  {
    workspaceId: ofWorkspace(),
    kind: text('kind', { enum: ['defaults', 'account', 'part'] }).notNull(),
    key: text('key').notNull(),
    value: json<Record<string, string | null>>('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.kind, t.key] })],
)
