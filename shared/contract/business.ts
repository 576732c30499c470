import { z } from 'zod'
import { type DayRange, isTooLong } from '../lib/period.ts'
import { command, query } from './call.ts'
import { costMetrics, vatModes, whereValue } from './costs.ts'
import { csvPresetNames } from './explorer.ts'
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
/** Days of a question: ten years at most, as everywhere. */
const isAnswerable = (days: DayRange): boolean => isInOrder(days) && !isTooLong(days)
const BAD_RANGE = 'the range ends before it begins, or is longer than ten years'
const isInOrder = ({ from, to }: DayRange): boolean => from <= to

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
  /** Parts that its values are told by, by name. */
  parts: z.array(z.string()),
})
export type SeriesView = z.infer<typeof seriesView>

const seriesPoint = z
  .object({ day: dayValue, part: z.string().max(200).nullable().default(null), value: quantityText })
  .strict()

export const unitSteps = ['day', 'week', 'month', 'quarter'] as const

/** Why a line of a file is not taken. */
const refusalReasons = ['day', 'value', 'negative', 'part', 'twice', 'step'] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Why a bin has no cost of one unit. */
const unitGaps = ['noValues', 'zeroUnits', 'partlyKnown', 'noCost'] as const
export type UnitGap = (typeof unitGaps)[number]

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

const termsView = z.object(termsValue)
export type ClientTerms = z.infer<typeof termsView>

const marginFigures = {
  cost: amountValue,
  list: amountValue,
  /** By the terms of each day, rounded to the smallest coin once a month; or revenue. Null where neither is known. */
  price: amountValue.nullable(),
  /** Cost of days without a price: it is in `cost` and not in `margin`. */
  unpriced: amountValue,
  /** What is left of the price after the cost of the same days. */
  margin: amountValue.nullable(),
  /** Margin by price, and by cost. */
  marginRatio: ratioValue,
  markupRatio: ratioValue,
}

/** `cutMonth`: of the months that have no price none is whole, such as the running one. */
const priceGaps = ['nobody', 'noTerms', 'otherCurrency', 'noRevenue', 'cutMonth'] as const
export type PriceGap = (typeof priceGaps)[number]

const marginQuestion = {
  tagId: id,
  ...range,
  metric: z.enum(costMetrics).exclude(['quantity']).default('effective'),
  vat: z.enum(vatModes).default('asBilled'),
  currency: currencyValue.optional(),
  /** A revenue series told by the tag's parts; without: the terms of each client. */
  revenueId: id.nullable().default(null),
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
    input: z
      .object({ id, ...range })
      .strict()
      .refine(isAnswerable, BAD_RANGE),
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
          .array(seriesPoint.extend({ value: quantityText.nullable() }).strict())
          .min(1)
          .max(5000),
      })
      .strict(),
    output: z.object({ put: z.number(), removed: z.number() }),
    causes: ['business.changed'],
  }),
  /** A CSV or XLSX that was given to the host, as it would be read; nothing is kept until `loadFile`. */
  'business.readFile': query({
    permission: 'data.write',
    input: z.object({ id, token: z.string().min(1).max(200) }).strict(),
    output: z.object({
      fileName: z.string(),
      /** Which of its columns are read: of days, of values, of parts. */
      columns: z.object({ day: z.string(), values: z.array(z.string()), part: z.string().nullable() }),
      /** The first of them. */
      values: z.array(seriesPoint),
      refused: z.array(z.object({ line: z.number(), text: z.string(), reason: z.enum(refusalReasons) })),
      /** Lines that are refused; `refused` has the first of them. */
      refusedLines: z.number(),
      /** Parts that have no costs and had no values so far: as a rule, names that are spelled otherwise. */
      newParts: z.array(z.string()),
      from: dayValue.nullable(),
      to: dayValue.nullable(),
      changes: z.object({ added: z.number(), changed: z.number(), same: z.number() }),
    }),
  }),
  /** Keeps what `readFile` showed, all of it or none; refused lines are left out. The file is needed no more. */
  'business.loadFile': command({
    permission: 'data.write',
    input: z.object({ id, token: z.string().min(1).max(200) }).strict(),
    output: z.object({ put: z.number(), refused: z.number() }),
    causes: ['business.changed'],
  }),
  /** Cost of one unit by bin, and what moved it. */
  'business.getUnitCosts': query({
    permission: 'data.read',
    input: z
      .object({
        seriesId: id,
        ...range,
        granularity: z.enum(unitSteps),
        metric: z.enum(costMetrics).exclude(['quantity']).default('effective'),
        vat: z.enum(vatModes).default('asBilled'),
        /** Which costs are its own; with a series told by part, and `part`, those of the part. */
        where: whereValue.default([]),
        filterId: id.nullable().default(null),
        part: z.string().max(200).nullable().default(null),
        currency: currencyValue.optional(),
      })
      .strict()
      .refine(isAnswerable, BAD_RANGE),
    output: z.object({
      currency: currencyValue,
      currencies: z.array(currencyValue),
      /** As asked, or a month where the series goes by months. */
      granularity: z.enum(unitSteps),
      /** The last day that is over and has costs; a bin that ends later is half known. */
      dataThrough: dayValue.nullable(),
      bins: z.array(
        z.object({
          from: dayValue,
          to: dayValue,
          cost: amountValue,
          /** Known ones, also where some are missing. A mean of days where they do not add up. */
          units: quantityText.nullable(),
          /** Cost by units, rounded half to even at the sixth place. */
          unitCost: amountValue.nullable(),
          gap: z.enum(unitGaps).nullable(),
        }),
      ),
      /** All costs by all units of the bins that have both. */
      mean: amountValue.nullable(),
      /** How much more a unit costs in the second half of those bins than in the first. */
      trendRatio: ratioValue,
      /**
       * What the two halves differ by, per bin: `before` + `byUnits` + `byCost` = `after`, and the services add up to
       * `byCost`; what got dearer first.
       */
      drivers: z
        .object({
          before: amountValue,
          after: amountValue,
          beforeTo: dayValue,
          afterFrom: dayValue,
          /** Of a bin, on average. */
          unitsBefore: quantityText,
          unitsAfter: quantityText,
          /** Because there were more or fewer units while the cost stood. */
          byUnits: amountValue,
          byCost: amountValue,
          services: z.array(z.object({ label: z.string().nullable(), amount: amountValue })),
        })
        .nullable(),
    }),
  }),
  /** Products, features or clients: the parts of a virtual tag with what they cost and bring. */
  'business.listMargins': query({
    permission: 'data.read',
    input: z.object(marginQuestion).strict().refine(isAnswerable, BAD_RANGE),
    output: z.object({
      currency: currencyValue,
      currencies: z.array(currencyValue),
      items: z.array(
        z.object({
          /** Null: costs that are nobody's. */
          part: z.string().nullable(),
          ...marginFigures,
          /** Why not all of its cost has a price. */
          gap: z.enum(priceGaps).nullable(),
          /** Those of the last day. */
          terms: termsView.nullable(),
          months: z.array(z.object({ month: z.string(), ...marginFigures })),
        }),
      ),
      totals: z.object(marginFigures),
    }),
  }),
  'business.exportMargins': query({
    permission: 'data.read',
    input: z
      .object({
        ...marginQuestion,
        format: z.enum(['csv', 'xlsx']),
        preset: z.enum(csvPresetNames).default('excelRu'),
        language: z.enum(['ru', 'en']),
      })
      .strict()
      .refine(isAnswerable, BAD_RANGE),
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
    input: z.object(range).strict().refine(isAnswerable, BAD_RANGE),
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
    input: z
      .object({ ...range, text: noteValue, where: whereValue.default([]) })
      .strict()
      .refine(isInOrder, 'it ends before it begins'),
    output: z.object({ id: z.string() }),
    causes: ['annotations.changed'],
  }),
  'annotations.update': command({
    permission: 'data.write',
    input: z
      .object({ id, ...range, text: noteValue })
      .strict()
      .refine(isInOrder, 'it ends before it begins'),
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
