import { z } from 'zod'
import { isTooLong } from '../lib/period.ts'
import { currencyValue, dayValue } from './values.ts'

/** What costs can be cut by, besides tags, virtual tags and levels of a hierarchy. */
export const plainDimensions = [
  'provider',
  'connection',
  'subAccount',
  'project',
  'service',
  'serviceCategory',
  'region',
  'zone',
  'resource',
  'resourceType',
  'sku',
  'chargeCategory',
  'invoice',
  'businessUnit',
  'environment',
  'owner',
] as const
export type PlainDimension = (typeof plainDimensions)[number]

/**
 * `service`, `tag:team` (a key of the provider's tags), `virtual:<id>` (a virtual tag), `level:<id>:<depth>` (of a
 * hierarchy, from 0 for its roots). A resource is `<connection>/<the provider's number of it>`.
 */
export const dimensionValue = z
  .string()
  .max(300)
  .refine(
    (text) =>
      (plainDimensions as readonly string[]).includes(text) ||
      /^tag:.{1,256}$/su.test(text) ||
      /^virtual:[\w~-]{1,80}$/.test(text) ||
      /^level:[\w-]{1,64}:\d{1,2}$/.test(text),
    'not a dimension',
  ) as unknown as z.ZodType<CostDimension, CostDimension>
export type CostDimension =
  | PlainDimension
  | `tag:${string}`
  | `virtual:${string}`
  | `level:${string}:${number}`

export const conditionOps = [
  'is',
  'isNot',
  'contains',
  'notContains',
  'startsWith',
  'empty',
  'notEmpty',
] as const
export type ConditionOp = (typeof conditionOps)[number]

/**
 * Texts are compared without regard to case where a part of them is sought, and exactly where the whole is. A part of a
 * `resource` is sought in its name and in the provider's number of it.
 */
export const conditionValue = z
  .object({
    dimension: dimensionValue,
    op: z.enum(conditionOps),
    /** Alternatives; none for `empty` and `notEmpty`. */
    values: z.array(z.string().max(500)).max(1000).default([]),
  })
  .strict()
  .refine(
    ({ op, values }) => (op === 'empty' || op === 'notEmpty' ? values.length === 0 : values.length > 0),
    'a condition needs something to compare with',
  )
export type CostCondition = z.infer<typeof conditionValue>

/** Conditions within a group hold together; one group is enough. Without groups everything is kept. */
export const whereValue = z.array(z.array(conditionValue).min(1).max(30)).max(20)
export type CostWhere = z.infer<typeof whereValue>

export const costMetrics = ['billed', 'effective', 'list', 'contracted', 'quantity'] as const
export type CostMetric = (typeof costMetrics)[number]

/** As the bill has it, or with or without VAT, by what is known of each account (`vat.list`) and the day of the charge. */
export const vatModes = ['asBilled', 'with', 'without'] as const
export type VatMode = (typeof vatModes)[number]

export const granularities = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'total'] as const
export type Granularity = (typeof granularities)[number]

/** Days in relation to today, or as they are; both ends belong to it. */
export const relativePeriods = [
  'd7',
  'd30',
  'd90',
  'month',
  'lastMonth',
  'quarter',
  'lastQuarter',
  'half',
  'year',
  'lastYear',
  'm3',
  'm6',
  'm12',
  'm14',
] as const
export type RelativePeriod = (typeof relativePeriods)[number]

export const viewPeriod = z.union([
  z.object({ preset: z.enum(relativePeriods) }).strict(),
  z
    .object({ from: dayValue, to: dayValue })
    .strict()
    .refine(({ from, to }) => from <= to, 'the range ends before it begins')
    .refine((range) => !isTooLong(range), 'the range is longer than ten years'),
])
export type ViewPeriod = z.infer<typeof viewPeriod>

const comparisonKinds = ['none', 'previous', 'lastYear', 'budget'] as const
const viewLooks = [
  'bars',
  'lines',
  'treemap',
  'pie',
  'waterfall',
  'pivot',
  'number',
  'table',
  'usage',
] as const
export type ViewLook = (typeof viewLooks)[number]

/** What a person has made of the explorer: everything but the answer. It stands in links, files, tiles and reports. */
export const viewSpec = z
  .object({
    metric: z.enum(costMetrics).default('billed'),
    vat: z.enum(vatModes).default('asBilled'),
    period: viewPeriod.default({ preset: 'd30' }),
    granularity: z.enum(granularities).default('day'),
    isCumulative: z.boolean().default(false),
    groupBy: z.array(dimensionValue).max(3).default(['service']),
    where: whereValue.default([]),
    /** A saved filter (`costFilters.list`) that holds besides. */
    filterId: z.string().max(64).nullable().default(null),
    comparison: z.enum(comparisonKinds).default('previous'),
    budgetId: z.string().max(64).nullable().default(null),
    /** The largest so many apart, the others together. */
    top: z.int().min(1).max(50).default(10),
    look: z.enum(viewLooks).default('bars'),
    /** Everything as one currency, where rates are there; without: each currency by itself. */
    currency: currencyValue.nullable().default(null),
    /** What the table is sorted by: `total`, `before`, `change`, `name`, or the first day of a bin. */
    sort: z
      .object({ by: z.string().max(20), isDescending: z.boolean() })
      .strict()
      .default({ by: 'total', isDescending: true }),
  })
  .strict()
export type ViewSpec = z.infer<typeof viewSpec>
export type ViewSpecInput = z.input<typeof viewSpec>
