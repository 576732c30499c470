import { z } from 'zod'
import { vatModes, viewPeriod, viewSpec, whereValue } from './costs.ts'
import { csvPresetNames } from './explorer.ts'
import { rateRules } from './rates.ts'
import { currencyValue, labelValue } from './values.ts'

const id = z.string().min(1).max(64)
const words = z
  .string()
  .max(5000)
  .regex(/^(?:[^\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\n\t])*$/u)
const heading = words.max(300).default('')

/** The figures that a row of large numbers can show. */
export const reportFigures = [
  'spend',
  'before',
  'change',
  'forecast',
  'budget',
  'budgetLeft',
  'savings',
  'resources',
  'allocated',
  'actDifference',
  'unitCost',
  'margin',
] as const
export type ReportFigure = (typeof reportFigures)[number]

/**
 * A view of costs within a report. Unless it has days of its own, the report's days, currency, VAT and filter hold for
 * it: a filter of the view narrows that of the report further.
 */
const seen = {
  view: viewSpec.prefault({}),
  isOwn: z.boolean().default(false),
  /** So many months up to the report's last day in place of its days; null: its days. */
  months: z.int().min(1).max(60).nullable().default(null),
  title: heading,
}

/** Blocks that are tables by themselves; `limit` null: every row. */
const rows = { title: heading, limit: z.int().min(1).max(2_000_000).nullable().default(null) }

export const reportBlock = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('title'), title: words.max(300), subtitle: heading }).strict(),
  /** May hold variables: `{период}`, `{итого}` (shared/texts/report-variables.ts). An empty line parts paragraphs. */
  z.object({ id, kind: z.literal('text'), title: heading, text: words }).strict(),
  z
    .object({ id, kind: z.literal('figures'), figures: z.array(z.enum(reportFigures)).min(1).max(6) })
    .strict(),
  z
    .object({
      id,
      kind: z.literal('chart'),
      ...seen,
      height: z.enum(['small', 'medium', 'large']).default('medium'),
    })
    .strict(),
  z
    .object({
      id,
      kind: z.literal('table'),
      ...seen,
      limit: rows.limit,
      /** With what one unit costs, where the bill counts what it sells. */
      hasUnitPrice: z.boolean().default(false),
    })
    .strict(),
  z.object({ id, kind: z.literal('pivot'), ...seen, limit: rows.limit }).strict(),
  z.object({ id, kind: z.literal('waterfall'), ...seen }).strict(),
  /** Lines of the bill under the filter. */
  z.object({ id, kind: z.literal('lines'), ...seen, limit: rows.limit }).strict(),
  z.object({ id, kind: z.literal('recommendations'), ...rows }).strict(),
  z.object({ id, kind: z.literal('budgets'), ...rows }).strict(),
  /** From what was accrued down to the difference with the act; `isDetailed`: with the lines of each cause. */
  z
    .object({ id, kind: z.literal('reconciliation'), ...rows, isDetailed: z.boolean().default(true) })
    .strict(),
  /** Costs of departments; null: the first hierarchy. `isDetailed`: with the services of each. */
  z
    .object({
      id,
      kind: z.literal('showback'),
      ...rows,
      hierarchyId: id.nullable().default(null),
      isDetailed: z.boolean().default(false),
    })
    .strict(),
  /** Cost, markup, price and margin of clients; `client` null: of all. */
  z
    .object({
      id,
      kind: z.literal('margins'),
      ...rows,
      client: z.string().max(300).nullable().default(null),
      /** What a client must not see: cost and margin. */
      hidesCost: z.boolean().default(false),
    })
    .strict(),
  z.object({ id, kind: z.literal('resources'), ...rows }).strict(),
  z.object({ id, kind: z.literal('tags'), ...rows }).strict(),
  /** The steps of the month's close. */
  z.object({ id, kind: z.literal('closing'), title: heading }).strict(),
  /** The report's total in words, as a memo has it. */
  z.object({ id, kind: z.literal('sumInWords'), title: heading }).strict(),
  z
    .object({
      id,
      kind: z.literal('signatures'),
      people: z
        .array(z.object({ role: words.max(120), name: words.max(120).default('') }).strict())
        .min(1)
        .max(6),
    })
    .strict(),
  z.object({ id, kind: z.literal('pageBreak') }).strict(),
])
export type ReportBlock = z.infer<typeof reportBlock>
export type ReportBlockKind = ReportBlock['kind']
export const reportBlockKinds = reportBlock.options.map((option) => option.shape.kind.value)

export const reportFormats = ['pdf', 'xlsx', 'csv', 'json', 'png', 'svg', 'focus'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A template, and what a file of one carries: everything of a report but the figures. */
export const reportSpec = z
  .object({
    title: labelValue,
    language: z.enum(['ru', 'en']).default('ru'),
    orientation: z.enum(['portrait', 'landscape']).default('portrait'),
    period: viewPeriod.default({ preset: 'lastMonth' }),
    currency: currencyValue.nullable().default(null),
    /** By which rates costs are converted; null: by the organisation's rule. Closed months keep theirs, acts know no other. */
    rateRule: z.enum(rateRules).nullable().default(null),
    vat: z.enum(vatModes).default('asBilled'),
    where: whereValue.default([]),
    filterId: id.nullable().default(null),
    blocks: z
      .array(reportBlock)
      .min(1)
      .max(60)
      .refine((list) => new Set(list.map((one) => one.id)).size === list.length, 'two blocks of one number'),
    /** Under every page: as of when, sources, rates, filters, checksum. */
    hasFooter: z.boolean().default(true),
    csvPreset: z.enum(csvPresetNames).default('excelRu'),
    /** Of charts as pictures, in pixels. */
    picture: z
      .object({ width: z.int().min(200).max(8000), height: z.int().min(150).max(8000) })
      .strict()
      .default({ width: 1600, height: 900 }),
  })
  .strict()
export type ReportSpec = z.infer<typeof reportSpec>
export type ReportSpecInput = z.input<typeof reportSpec>

/** Reports that are there from the start; a person changes a copy. */
export const reportTemplates = [
  'cfoBrief',
  'showback',
  'clientBill',
  'providers',
  'savings',
  'monthlyClose',
  'inventory',
  'tagGovernance',
] as const
export type ReportTemplate = (typeof reportTemplates)[number]
