import { z } from 'zod'
import { command, query } from './call.ts'
import { problemValue } from './connections.ts'
import { whereValue } from './costs.ts'
import { convertedView } from './rates.ts'
import { amountValue, currencyValue, dayValue, nothing, pageValue, providerValue } from './values.ts'

const ledgerDimensions = [
  'day',
  'month',
  'provider',
  'connection',
  'subAccount',
  'service',
  'serviceCategory',
  'region',
  'zone',
  /** The inventory's number of it. */
  'resource',
  /** The provider's own number of it, also of what the inventory does not know. */
  'resourceRef',
  'resourceType',
  'sku',
  'chargeCategory',
  /** The value of the question's `tagKey`. */
  'tag',
] as const
export type LedgerDimensionName = (typeof ledgerDimensions)[number]

export const ledgerMetrics = ['billed', 'effective', 'list', 'contracted'] as const

export const focusVersions = ['1.0', '1.1', '1.2', '1.3', '1.4'] as const
export type FocusVersion = (typeof focusVersions)[number]

const texts = z.array(z.string().max(500)).max(1000)
/** A null stands for what lacks the attribute. */
const textsOrNone = z.array(z.string().max(500).nullable()).max(1000)

/** A filter that is there keeps what it names; a null in a list keeps lines without that attribute. */
export const ledgerFilter = z
  .object({
    from: dayValue,
    to: dayValue,
    connectionIds: texts.optional(),
    providers: z.array(providerValue).optional(),
    services: textsOrNone.optional(),
    subAccounts: textsOrNone.optional(),
    regions: textsOrNone.optional(),
    resourceRefs: textsOrNone.optional(),
    chargeCategories: texts.optional(),
    currencies: z.array(currencyValue).optional(),
    tag: z
      .object({ key: z.string().max(200), values: textsOrNone })
      .strict()
      .optional(),
    /** In names and numbers of resources, services, products and descriptions. */
    search: z.string().trim().max(200).optional(),
    importId: z.int().min(1).optional(),
    where: whereValue.optional(),
  })
  .strict()
export type LedgerFilterInput = z.infer<typeof ledgerFilter>

const lineView = z.object({
  /** Tells the line apart from all others; stands as long as its file is there. */
  id: z.string(),
  day: dayValue,
  connectionId: z.string(),
  /** FOCUS columns of the newest version by name, and `x_` columns; nulls are left out. */
  columns: z.record(z.string(), z.string()),
  importId: z.number().nullable(),
  sourceLine: z.number().nullable(),
})
export type LedgerLineView = z.infer<typeof lineView>

export const lineSorts = ['day', 'cost'] as const

const exportView = z.object({
  id: z.string(),
  /**
   * The ledger as FOCUS, a table of the explorer (`explorer.startExport`), a report's file (`reports.takeFile`),
   * postings for 1C (`oneC.startExport`), or a parcel (`transfer.start`).
   */
  kind: z.enum(['focus', 'table', 'report', 'oneC', 'parcel']),
  status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  fileName: z.string(),
  format: z.enum(['csv', 'parquet', 'xlsx', 'pdf', 'json', 'png', 'svg', 'txt', 'izdata']),
  /** Of FOCUS; null for anything else. */
  version: z.enum(focusVersions).nullable(),
  lines: z.number(),
  total: z.number(),
  bytes: z.number(),
  startedAtMs: z.number(),
  finishedAtMs: z.number().nullable(),
  problem: problemValue.nullable(),
})
export type LedgerExportView = z.infer<typeof exportView>

const exportId = z.object({ id: z.string().min(1).max(64) }).strict()

export const ledger = {
  'ledger.listLines': query({
    permission: 'data.read',
    input: z
      .object({
        filter: ledgerFilter,
        sort: z.enum(lineSorts).default('day'),
        isDescending: z.boolean().default(true),
        ...pageValue,
      })
      .strict(),
    output: z.object({ items: z.array(lineView), total: z.number() }),
  }),
  /** Never one figure of two currencies. With `convertTo`, besides, each in that currency and the rates that were used. */
  'ledger.getTotals': query({
    permission: 'data.read',
    input: z.object({ filter: ledgerFilter, convertTo: currencyValue.optional() }).strict(),
    output: z.object({
      lines: z.number(),
      totals: z.array(
        z.object({
          currency: currencyValue,
          billed: amountValue,
          effective: amountValue,
          list: amountValue,
          contracted: amountValue,
          lines: z.number(),
        }),
      ),
      converted: convertedView.nullable(),
    }),
  }),
  /** The explorer's question: sums by up to three dimensions and currency. */
  'ledger.aggregate': query({
    permission: 'data.read',
    input: z
      .object({
        filter: ledgerFilter,
        metric: z.enum(ledgerMetrics),
        groupBy: z.array(z.enum(ledgerDimensions)).max(3),
        /** For the dimension `tag`. */
        tagKey: z.string().max(200).optional(),
        /** The largest of each currency first, so many; the others are `rest`. Without: all (at most 20,000), in order of keys. */
        top: z.int().min(1).max(1000).optional(),
        /** With `top`, and not by day or month: the same groups on other days, to compare with. */
        before: z.object({ from: dayValue, to: dayValue }).strict().optional(),
        /** What `top` goes by: the amount, or how much it changed against `before`, up or down. */
        by: z.enum(['amount', 'change']).default('amount'),
      })
      .strict()
      .refine(
        ({ top, before, groupBy }) =>
          before === undefined ||
          (top !== undefined && !groupBy.includes('day') && !groupBy.includes('month')),
        'only the largest groups of keys are compared',
      ),
    output: z.object({
      rows: z.array(
        z.object({
          keys: z.array(z.string().nullable()),
          currency: currencyValue,
          amount: amountValue,
          before: amountValue.nullable(),
          lines: z.number(),
        }),
      ),
      rest: z.array(
        z.object({
          currency: currencyValue,
          amount: amountValue,
          before: amountValue.nullable(),
          lines: z.number(),
          groups: z.number(),
        }),
      ),
      totals: z.array(
        z.object({
          currency: currencyValue,
          amount: amountValue,
          before: amountValue.nullable(),
          lines: z.number(),
        }),
      ),
    }),
  }),
  /** How many different resources the lines speak of. */
  'ledger.countResources': query({
    permission: 'data.read',
    input: z.object({ filter: ledgerFilter }).strict(),
    output: z.object({ resources: z.number() }),
  }),
  /** Values to choose from in a filter. */
  'ledger.listValues': query({
    permission: 'data.read',
    input: z
      .object({
        column: z.enum(['service', 'subAccount', 'region', 'resourceRef', 'chargeCategory', 'tagKey', 'tag']),
        tagKey: z.string().max(200).optional(),
        search: z.string().trim().max(200).default(''),
        limit: z.int().min(1).max(200).default(50),
      })
      .strict(),
    output: z.object({ items: z.array(z.object({ value: z.string(), label: z.string() })) }),
  }),
  /** Writes FOCUS into a file of the data folder; `host.saveExport` hands it over. */
  'ledger.startExport': command({
    permission: 'data.read',
    input: z
      .object({
        filter: ledgerFilter,
        version: z.enum(focusVersions),
        format: z.enum(['csv', 'parquet']),
        /** Texts in Latin letters: the official validator takes no others, against the specification. */
        isLatin: z.boolean().default(false),
      })
      .strict(),
    output: z.object({ id: z.string() }),
    causes: ['exports.progressed'],
  }),
  'ledger.listExports': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(exportView) }),
  }),
  'ledger.cancelExport': command({
    permission: 'data.read',
    input: exportId,
    output: z.object({}),
    causes: ['exports.progressed'],
  }),
  'ledger.removeExport': command({
    permission: 'data.read',
    input: exportId,
    output: z.object({}),
    causes: ['exports.progressed'],
  }),
}
