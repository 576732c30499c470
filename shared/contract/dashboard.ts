import { z } from 'zod'
import { query } from './call.ts'
import { viewSpec } from './costs.ts'
import { dayValue, moneyValue, periodValue, ratioValue } from './values.ts'

const periodInput = z.object({ period: periodValue }).strict()

/**
 * Whether the period may be set against the one before. What the data do not reach is unknown, not cheap: no change is
 * worked out where the period has no full day yet, where it goes on past the last day with data, or where the data begin
 * later than the compared period.
 */
const comparisons = ['whole', 'noFullDay', 'incomplete', 'beforeIncomplete'] as const
const comparison = z.enum(comparisons)
export type Comparison = (typeof comparisons)[number]

const summaryView = z.object({
  spend: moneyValue,
  spendBefore: moneyValue,
  comparison,
  /** Null also where nothing may be compared. */
  changeRatio: ratioValue,
  /** Run rate: month to date ÷ days done × days in the month. Null before the first full day of a month. */
  forecast: z
    .object({
      amount: moneyValue,
      monthToDate: moneyValue,
      daysDone: z.number(),
      daysInMonth: z.number(),
      lastMonth: moneyValue,
      changeRatio: ratioValue,
    })
    .nullable(),
  savings: z.object({ monthly: moneyValue, count: z.number() }),
  resources: z.object({ active: z.number(), total: z.number() }),
  connections: z.object({ active: z.number(), total: z.number(), failing: z.number() }),
  /** Spend of the period in other currencies, which no total here includes. */
  otherCurrencies: z.array(moneyValue),
  dataThrough: dayValue.nullable(),
})
export type SummaryView = z.infer<typeof summaryView>

export const utilizationMetrics = ['cpu', 'ram', 'disk', 'network'] as const

const alertView = z.object({
  id: z.string(),
  code: z.enum([
    'renewal.due',
    'budget.exceeded',
    'budget.willExceed',
    'balance.low',
    'sync.failed',
    'data.stale',
    'spend.unusual',
  ]),
  severity: z.enum(['critical', 'warning', 'info']),
  subject: z.string(),
  /** What the alert is about: opens its page. */
  target: z.object({
    area: z.enum(['resources', 'budgets', 'connections', 'dashboard']),
    id: z.string().nullable(),
  }),
  /** The renewal's day, the day that the limit is passed, the last day of the data or of the unusual spend. */
  day: dayValue.nullable(),
  /** A renewal's price; what a budget is passed by; spend beyond the expected, below zero for a fall. */
  amount: moneyValue.nullable(),
  /** Of a budget: spent or forecast to the limit. Of unusual spend: the excess to the expected. */
  ratio: ratioValue,
})
export type AlertView = z.infer<typeof alertView>

export const dashboard = {
  'dashboard.getSummary': query({ permission: 'data.read', input: periodInput, output: summaryView }),
  'dashboard.getUtilization': query({
    permission: 'data.read',
    input: periodInput,
    output: z.object({
      items: z.array(
        z.object({
          metric: z.enum(utilizationMetrics),
          used: z.number(),
          capacity: z.number(),
          ratio: z.number(),
          peakRatio: z.number(),
          resources: z.number(),
        }),
      ),
    }),
  }),
  'dashboard.listAlerts': query({
    permission: 'data.read',
    input: z.object({}).strict(),
    output: z.object({ items: z.array(alertView) }),
  }),
  /** The figures and the tables behind the tiles as one CSV for Excel in the person's language. */
  'dashboard.export': query({
    permission: 'data.read',
    input: z
      .object({
        period: z.object({ from: dayValue, to: dayValue }).strict(),
        /** Tiles of views as they are shown, in their order. */
        tiles: z.array(z.object({ title: z.string().max(200), spec: viewSpec }).strict()).max(40),
        language: z.enum(['ru', 'en']),
      })
      .strict(),
    output: z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() }),
  }),
}
