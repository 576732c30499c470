import { z } from 'zod'
import { command, query } from './call.ts'
import { dimensionValue, plainDimensions, viewSpec, whereValue } from './costs.ts'
import { convertedView } from './rates.ts'
import { amountValue, currencyValue, dayValue, pageValue, ratioValue } from './values.ts'

/** A currency, or what a quantity is counted in: sums of two units are never one figure. */
const unitValue = z.string().max(200)
const keyValue = z.string().nullable()

const rangeValue = z.object({ from: dayValue, to: dayValue })

/** Told beside the answer, which leaves out what the sentence is about. */
const viewProblemCodes = [
  'dimension.gone',
  'filter.gone',
  'budget.gone',
  'values.gone',
  'rates.missing',
  'vat.unknown',
  'hours.absent',
  'hours.tooMany',
  'data.begins',
] as const
const viewProblem = z.object({
  code: z.enum(viewProblemCodes),
  /** What it is about: a dimension, a value, a day. */
  subject: z.string().nullable(),
})
export type ViewProblem = z.infer<typeof viewProblem>

const groupView = z.object({
  /** In the order of `groupBy`; null: without that attribute. */
  keys: z.array(keyValue),
  /** As people call them. */
  labels: z.array(keyValue),
  total: amountValue,
  before: amountValue.nullable(),
  changeRatio: ratioValue,
  /** One a bin; running totals where the view is cumulative. */
  amounts: z.array(amountValue),
  lines: z.number(),
})
export type GroupView = z.infer<typeof groupView>

const sumView = z.object({
  total: amountValue,
  /** Of the compared days; of a section compared with a budget, the budget of these days. */
  before: amountValue.nullable(),
  changeRatio: ratioValue,
  amounts: z.array(amountValue),
  lines: z.number(),
  groups: z.number(),
})

/** Days of the period; a week or a month that it cuts is shorter and not whole, nor is one that is not over or has no data yet. */
const binView = z.object({ from: dayValue, to: dayValue, hour: z.number().nullable(), isWhole: z.boolean() })
export type BinView = z.infer<typeof binView>

const sectionView = z.object({
  unit: unitValue,
  isCurrency: z.boolean(),
  /** The largest, by what they sum up to. */
  groups: z.array(groupView),
  /** All others together; null where there are none. */
  rest: sumView.nullable(),
  total: sumView,
  /** Totals of the compared days by their own bins. */
  before: z.array(amountValue).nullable(),
  budget: z.array(amountValue).nullable(),
})
export type SectionView = z.infer<typeof sectionView>

const answerHead = {
  /** What the keys of groups stand for: the view's own, but for what is gone. */
  groupBy: z.array(dimensionValue),
  period: rangeValue,
  compared: rangeValue.nullable(),
  bins: z.array(binView),
  problems: z.array(viewProblem),
  dataThrough: dayValue.nullable(),
  converted: convertedView.omit({ billed: true }).nullable(),
}

const spec = z.object({ spec: viewSpec })

export const effectKinds = ['new', 'gone', 'volume', 'price', 'discount', 'rate', 'other'] as const
export type EffectKind = (typeof effectKinds)[number]

const effectView = z.object({
  kind: z.enum(effectKinds),
  amount: amountValue,
  groups: z.number(),
  /** The largest of them, with the first day on which it is seen. */
  items: z.array(
    z.object({
      keys: z.array(keyValue),
      labels: z.array(keyValue),
      amount: amountValue,
      since: dayValue.nullable(),
      /** A unit's price before and after, a quantity before and after. */
      from: z.string().nullable(),
      to: z.string().nullable(),
      unit: z.string().nullable(),
    }),
  ),
})
export type EffectView = z.infer<typeof effectView>

export const csvPresetNames = ['excelRu', 'machine', 'win1251'] as const
export type CsvPresetName = (typeof csvPresetNames)[number]

export const explorer = {
  /** What there is to group and filter by: plain dimensions are always there. */
  'explorer.listDimensions': query({
    permission: 'data.read',
    input: z.object({}).strict(),
    output: z.object({
      plain: z.array(z.enum(plainDimensions)),
      tags: z.array(z.object({ key: z.string(), resources: z.number() })),
      virtual: z.array(z.object({ id: z.string(), name: z.string() })),
      levels: z.array(
        z.object({ hierarchyId: z.string(), depth: z.number(), name: z.string(), hierarchy: z.string() }),
      ),
    }),
  }),
  'explorer.listValues': query({
    permission: 'data.read',
    input: z
      .object({
        dimension: dimensionValue,
        search: z.string().trim().max(200).default(''),
        from: dayValue.optional(),
        to: dayValue.optional(),
        limit: z.int().min(1).max(200).default(50),
      })
      .strict(),
    output: z.object({
      items: z.array(z.object({ value: z.string(), label: z.string() })),
      total: z.number(),
    }),
  }),
  /** The chart, and the head and foot of the table. */
  'explorer.getChart': query({
    permission: 'data.read',
    input: spec.strict(),
    output: z.object({ ...answerHead, sections: z.array(sectionView) }),
  }),
  /** The table itself, a window at a time: every group, none in a rest. */
  'explorer.listRows': query({
    permission: 'data.read',
    input: spec
      .extend({
        unit: unitValue.optional(),
        /** In the names of the groups. */
        search: z.string().trim().max(200).default(''),
        ...pageValue,
      })
      .strict(),
    output: z.object({ unit: unitValue.nullable(), items: z.array(groupView), total: z.number() }),
  }),
  /** Why the compared days and these differ; the effects add up to the whole difference. */
  'explorer.explain': query({
    permission: 'data.read',
    input: spec.extend({ unit: currencyValue.optional() }).strict(),
    output: z.object({
      ...answerHead,
      unit: currencyValue.nullable(),
      before: amountValue,
      after: amountValue,
      effects: z.array(effectView),
    }),
  }),
  /** Cost and use of the same resources, the dearest first. */
  'explorer.listUsage': query({
    permission: 'data.read',
    input: spec.extend({ search: z.string().trim().max(200).default(''), ...pageValue }).strict(),
    output: z.object({
      ...answerHead,
      total: z.number(),
      /** How much of the cost is of resources whose use is known. */
      measured: z.array(z.object({ currency: currencyValue, cost: amountValue, ofCost: amountValue })),
      items: z.array(
        z.object({
          resourceId: z.number().nullable(),
          key: z.string(),
          name: z.string(),
          type: z.string().nullable(),
          provider: z.string(),
          connectionId: z.string(),
          currency: currencyValue,
          cost: amountValue,
          /** Shares of one, null where it is not measured. */
          cpu: z.object({ mean: z.number(), peak: z.number() }).nullable(),
          ram: z.object({ mean: z.number(), peak: z.number() }).nullable(),
          disk: z.object({ mean: z.number(), peak: z.number() }).nullable(),
          days: z.number(),
        }),
      ),
    }),
  }),
  /** Writes the table whole into a file of the data folder; `host.saveExport` hands it over, `ledger.listExports` tells of it. */
  'explorer.startExport': command({
    permission: 'data.read',
    input: spec
      .extend({
        title: z.string().max(200).default(''),
        format: z.enum(['xlsx', 'csv']),
        preset: z.enum(csvPresetNames).default('excelRu'),
        language: z.enum(['ru', 'en']),
        /** The groups as the table has them, or the lines of the bill beneath them. */
        what: z.enum(['rows', 'lines']).default('rows'),
      })
      .strict(),
    output: z.object({ id: z.string() }),
    causes: ['exports.progressed'],
  }),
  /** Whether a filter keeps anything, and how much, while it is written. */
  'explorer.countFilter': query({
    permission: 'data.read',
    input: z.object({ where: whereValue, from: dayValue, to: dayValue }).strict(),
    output: z.object({ lines: z.number(), ofLines: z.number(), resources: z.number() }),
  }),
}
