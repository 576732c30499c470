import { z } from 'zod'
import { query } from './call.ts'
import {
  amountValue,
  currencyValue,
  dayValue,
  fileValue,
  nothing,
  pageValue,
  providerValue,
} from './values.ts'

/** The ledger as it was at a moment, or right before a parcel was committed, against what it is now. */
const sinceValue = z.union([
  z.object({ atMs: z.int().min(0) }).strict(),
  z.object({ importId: z.int().min(1) }).strict(),
])
export type Since = z.infer<typeof sinceValue>

export const differenceKinds = ['added', 'corrected', 'withdrawn'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

const counts = z.object({
  lines: z.number(),
  /** What they add to the total: a correction its difference, a withdrawal less than zero. */
  amount: amountValue,
})

const filter = {
  since: sinceValue,
  connectionId: z.string().max(64).optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  kind: z.enum(differenceKinds).optional(),
}

export const differences = {
  /** From when on there is something to look back to: files, syncs, withdrawals, the latest first. */
  'differences.listMoments': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          atMs: z.number(),
          kind: z.enum(['committed', 'withdrawn', 'synced']),
          importId: z.number().nullable(),
          label: z.string(),
          connectionNames: z.array(z.string()),
        }),
      ),
      /** Corrections by APIs are known from then on. */
      knownFromMs: z.number().nullable(),
    }),
  }),
  'differences.getSummary': query({
    permission: 'data.read',
    input: z.object({ since: sinceValue }).strict(),
    output: z.object({
      sinceMs: z.number(),
      rows: z.array(
        z.object({
          connectionId: z.string(),
          connectionName: z.string(),
          provider: providerValue,
          month: z.string(),
          currency: currencyValue,
          before: amountValue,
          after: amountValue,
          change: amountValue,
          added: counts,
          corrected: counts,
          withdrawn: counts,
        }),
      ),
      totals: z.array(
        z.object({
          currency: currencyValue,
          before: amountValue,
          after: amountValue,
          change: amountValue,
          added: counts,
          corrected: counts,
          withdrawn: counts,
        }),
      ),
    }),
  }),
  /** The largest difference first. */
  'differences.listLines': query({
    permission: 'data.read',
    input: z.object({ ...filter, ...pageValue }).strict(),
    output: z.object({
      total: z.number(),
      /** There are more: `total` are the largest of them. */
      isCut: z.boolean(),
      items: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(differenceKinds),
          day: dayValue,
          connectionId: z.string(),
          service: z.string(),
          sku: z.string().nullable(),
          resource: z.string().nullable(),
          currency: currencyValue,
          before: amountValue.nullable(),
          after: amountValue.nullable(),
          amount: amountValue,
        }),
      ),
    }),
  }),
  'differences.export': query({
    permission: 'data.read',
    input: z
      .object({
        ...filter,
        format: z.enum(['csv', 'xlsx']),
        preset: z.enum(['excelRu', 'machine', 'win1251']).default('excelRu'),
        language: z.enum(['ru', 'en']),
      })
      .strict(),
    output: fileValue,
  }),
}
