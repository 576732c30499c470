import { z } from 'zod'
import { command, query } from './call.ts'
import { costMetrics, vatModes, whereValue } from './costs.ts'
import {
  amountValue,
  currencyValue,
  dayValue,
  fileValue,
  labelValue,
  noteValue,
  nothing,
  ratioValue,
} from './values.ts'

const id = z.string().min(1).max(64)
const range = { from: dayValue, to: dayValue }

/** How many customers, orders, requests: nothing below zero, at most six places. */
const quantityText = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/)

export const seriesSteps = ['day', 'month'] as const
/** `flow`: orders of a day add up to those of a month; `stock`: customers do not, a month has their mean. */
export const seriesKinds = ['flow', 'stock'] as const
export const seriesRoles = ['units', 'revenue'] as const

const seriesValue = {
  name: labelValue,
  /** What one of it is called: order, customer. */
  unit: labelValue,
  step: z.enum(seriesSteps),
  kind: z.enum(seriesKinds),
  role: z.enum(seriesRoles).default('units'),
  /** For `revenue`. */
  currency: currencyValue.nullable().default(null),
  /** The virtual tag whose parts its values are told by; null: for everything at once. */
  tagId: id.nullable().default(null),
}

const seriesView = z.object({
  id: z.string(),
  ...seriesValue,
  firstDay: dayValue.nullable(),
  lastDay: dayValue.nullable(),
  values: z.number(),
  /** Days or months between the first and the last that nothing tells of. */
  gaps: z.array(z.object({ part: z.string().nullable(), from: dayValue, to: dayValue })),
  zeros: z.number(),
})
export type SeriesView = z.infer<typeof seriesView>

const seriesPoint = z
  .object({ day: dayValue, part: z.string().max(200).nullable().default(null), value: quantityText })
  .strict()

/** Why a bin has no cost of one unit. */
export const unitGaps = ['noValues', 'zeroUnits', 'partlyKnown', 'noCost'] as const

const termsValue = {
  /** From that day on, until the next terms of the same client. */
  fromDay: dayValue,
  /** `markup`: percent on cost; `fixed`: a price a month whatever it costs; `discount`: percent off list prices. */
  kind: z.enum(['markup', 'fixed', 'discount']),
  percent: z
    .string()
    .regex(/^-?\d{1,4}(\.\d{1,4})?$/)
    .nullable(),
  price: amountValue.nullable(),
  currency: currencyValue.nullable(),
}

export const business = {
  'business.listSeries': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(seriesView) }),
  }),
  'business.addSeries': command({
    permission: 'data.write',
    input: z.object(seriesValue).strict(),
    output: z.object({ id: z.string() }),
    causes: ['business.changed'],
  }),
  'business.updateSeries': command({
    permission: 'data.write',
    input: z.object({ id, name: labelValue, unit: labelValue, kind: z.enum(seriesKinds) }).strict(),
    output: z.object({}),
    causes: ['business.changed'],
  }),
  /** Refused while rules of a virtual tag split costs by it. */
  'business.removeSeries': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['business.changed'],
  }),
  'business.listValues': query({
    permission: 'data.read',
    input: z.object({ id, ...range }).strict(),
    output: z.object({
      items: z.array(z.object({ day: dayValue, part: z.string().nullable(), value: quantityText })),
    }),
  }),
  /** A day that has a value gets the new one; a null takes it away. */
  'business.putValues': command({
    permission: 'data.write',
    input: z
      .object({
        id,
        values: z
          .array(seriesPoint.extend({ value: quantityText.nullable() }))
          .min(1)
          .max(20_000),
      })
      .strict(),
    output: z.object({ put: z.number(), removed: z.number() }),
    causes: ['business.changed'],
  }),
  /** A CSV or XLSX that was given to the host, as it would be read; nothing is kept until `putValues`. */
  'business.readFile': query({
    permission: 'data.write',
    input: z.object({ id, token: z.string().min(1).max(200) }).strict(),
    output: z.object({
      columns: z.array(z.string()),
      values: z.array(seriesPoint),
      refused: z.array(
        z.object({
          line: z.number(),
          text: z.string(),
          reason: z.enum(['day', 'value', 'negative', 'part', 'twice', 'step']),
        }),
      ),
      changes: z.object({ added: z.number(), changed: z.number(), same: z.number() }),
    }),
  }),
  /** Cost of one unit by bin, and what moved it. */
  'business.getUnitCosts': query({
    permission: 'data.read',
    input: z
      .object({
        seriesId: id,
        ...range,
        granularity: z.enum(['day', 'week', 'month', 'quarter']),
        metric: z.enum(costMetrics).exclude(['quantity']).default('effective'),
        vat: z.enum(vatModes).default('asBilled'),
        /** Which costs are its own; with a series told by part, and `part`, those of the part. */
        where: whereValue.default([]),
        filterId: id.nullable().default(null),
        part: z.string().max(200).nullable().default(null),
        currency: currencyValue.optional(),
      })
      .strict(),
    output: z.object({
      currency: currencyValue,
      currencies: z.array(currencyValue),
      bins: z.array(
        z.object({
          from: dayValue,
          to: dayValue,
          cost: amountValue,
          units: quantityText.nullable(),
          unitCost: amountValue.nullable(),
          gap: z.enum(unitGaps).nullable(),
        }),
      ),
      /** Of all bins that have both. */
      mean: amountValue.nullable(),
      trendRatio: ratioValue,
      /** Between the first and the second half of the bins: what a unit costs more for, dearest first; they add up. */
      drivers: z
        .object({
          before: amountValue,
          after: amountValue,
          /** Because there were more or fewer units while the cost stood. */
          byUnits: amountValue,
          byCost: amountValue,
          services: z.array(z.object({ label: z.string(), amount: amountValue })),
        })
        .nullable(),
    }),
  }),
  /** Products, features or clients: the parts of a virtual tag with what they cost and bring. */
  'business.listMargins': query({
    permission: 'data.read',
    input: z
      .object({
        tagId: id,
        ...range,
        metric: z.enum(costMetrics).exclude(['quantity']).default('effective'),
        vat: z.enum(vatModes).default('asBilled'),
        currency: currencyValue.optional(),
        /** A revenue series told by the tag's parts; without: the terms of each client. */
        revenueId: id.nullable().default(null),
      })
      .strict(),
    output: z.object({
      currency: currencyValue,
      currencies: z.array(currencyValue),
      items: z.array(
        z.object({
          part: z.string().nullable(),
          cost: amountValue,
          list: amountValue,
          /** Price by the terms, or revenue; null where neither is known. */
          price: amountValue.nullable(),
          markup: amountValue.nullable(),
          margin: amountValue.nullable(),
          marginRatio: ratioValue,
          terms: z.object(termsValue).nullable(),
          months: z.array(z.object({ month: z.string(), cost: amountValue, price: amountValue.nullable() })),
        }),
      ),
      totals: z.object({
        cost: amountValue,
        price: amountValue,
        margin: amountValue,
        marginRatio: ratioValue,
        unpriced: amountValue,
      }),
    }),
  }),
  'business.exportMargins': query({
    permission: 'data.read',
    input: z
      .object({
        tagId: id,
        ...range,
        metric: z.enum(costMetrics).exclude(['quantity']).default('effective'),
        vat: z.enum(vatModes).default('asBilled'),
        currency: currencyValue.optional(),
        revenueId: id.nullable().default(null),
        format: z.enum(['csv', 'xlsx']),
        preset: z.enum(['excelRu', 'machine', 'win1251']).default('excelRu'),
        language: z.enum(['ru', 'en']),
      })
      .strict(),
    output: fileValue,
  }),
  'business.listTerms': query({
    permission: 'data.read',
    input: z.object({ tagId: id }).strict(),
    output: z.object({ items: z.array(z.object({ id: z.string(), part: z.string(), ...termsValue })) }),
  }),
  /** Terms of the same client and day are replaced. */
  'business.putTerms': command({
    permission: 'data.write',
    input: z.object({ tagId: id, part: labelValue, ...termsValue }).strict(),
    output: z.object({ id: z.string() }),
    causes: ['business.changed'],
  }),
  'business.removeTerms': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['business.changed'],
  }),

  'annotations.list': query({
    permission: 'data.read',
    input: z.object(range).strict(),
    output: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          from: dayValue,
          to: dayValue,
          text: z.string(),
          /** Costs that it is about; none: all. */
          where: whereValue,
          byName: z.string().nullable(),
          atMs: z.number(),
        }),
      ),
    }),
  }),
  'annotations.add': command({
    permission: 'data.write',
    input: z.object({ ...range, text: noteValue, where: whereValue.default([]) }).strict(),
    output: z.object({ id: z.string() }),
    causes: ['annotations.changed'],
  }),
  'annotations.update': command({
    permission: 'data.write',
    input: z.object({ id, ...range, text: noteValue }).strict(),
    output: z.object({}),
    causes: ['annotations.changed'],
  }),
  'annotations.remove': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['annotations.changed'],
  }),
}
