import { z } from 'zod'
import { isTooLong } from '../lib/period.ts'
import { command, query } from './call.ts'
import { amountValue, currencyValue, dayValue, moneyValue, noteValue, nothing } from './values.ts'

/** Where a rate comes from. `act`: what the provider's act was made out at. `demo`: made for the demo company. */
const rateSources = ['cbr', 'manual', 'act', 'demo'] as const
export type RateSource = (typeof rateSources)[number]

/**
 * Which rate turns an amount into another currency: of the line's day, the month's average, or the act's where there is
 * one (else of the month's last day).
 */
export const rateRules = ['day', 'month', 'act'] as const
export type RateRule = (typeof rateRules)[number]

const monthValue = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const id = z.string().min(1).max(64)
/** More than zero, at most as many places as a rate of ours can have. */
const rateText = z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,10})?$/)
const nominal = z.int().min(1).max(1_000_000)

const rateView = z.object({
  source: z.enum(rateSources),
  currency: currencyValue,
  /** The day that it was set for; on week-ends and holidays it is of a day before. */
  day: dayValue,
  nominal: z.number(),
  /** Roubles for `nominal` units. */
  value: amountValue,
  atMs: z.number().nullable(),
  by: z.string().nullable(),
  note: z.string().nullable(),
})
export type RateView = z.infer<typeof rateView>

/** A rate that a figure was turned at. `average`: the mean of its month, on the month's last day. */
const usedRateView = z.object({
  source: z.enum([...rateSources, 'average']),
  currency: currencyValue,
  day: dayValue,
  nominal: z.number(),
  value: amountValue,
  /** For an act's rate: whose act it is. */
  connectionId: z.string().nullable(),
  connectionName: z.string().nullable(),
})

/** A figure in one currency, and everything that it was made with. */
export const convertedView = z.object({
  /** Null while a rate is missing: half a sum is no sum. */
  billed: moneyValue.nullable(),
  rule: z.enum(rateRules),
  rates: z.array(usedRateView),
  /** Days without a rate. */
  missing: z.array(z.object({ currency: currencyValue, from: dayValue, to: dayValue })),
  /** Closed months among the sums keep the rule that they were closed with. */
  closedMonths: z.array(z.object({ month: monthValue, rule: z.enum(rateRules) })),
})
export type ConvertedView = z.infer<typeof convertedView>

const monthRateView = z.object({
  currency: currencyValue,
  nominal: z.number().nullable(),
  /** Mean of the days' rates, roubles for `nominal` units; null where days of the month have no rate. */
  average: amountValue.nullable(),
  /** Days of the month (until today) on which no rate holds. */
  missingDays: z.number(),
})

const actRateView = z.object({
  connectionId: z.string(),
  connectionName: z.string(),
  month: monthValue,
  currency: currencyValue,
  nominal: z.number(),
  value: amountValue,
  note: z.string().nullable(),
})

/** One closing of a month; it stays when the month is opened again. */
const closingView = z.object({
  closedAtMs: z.number(),
  closedBy: z.string().nullable(),
  note: z.string().nullable(),
  reopenedAtMs: z.number().nullable(),
  reopenedBy: z.string().nullable(),
  reason: z.string().nullable(),
})

const closedMonthView = z.object({
  month: monthValue,
  isOver: z.boolean(),
  isClosed: z.boolean(),
  /** What it was closed with; null while it is open. */
  rule: z.enum(rateRules).nullable(),
  frozenRates: z.number(),
  /** Files for it that came in, or were withdrawn, since it was closed. */
  corrections: z.number(),
  /** The latest first. */
  closings: z.array(closingView),
})
export type ClosedMonthView = z.infer<typeof closedMonthView>

/** What came of rates that were read: `frozen` ones belong to closed months and were left alone. */
const loadedView = z.object({
  added: z.number(),
  changed: z.number(),
  frozen: z.number(),
  from: dayValue.nullable(),
  to: dayValue.nullable(),
  currencies: z.array(currencyValue),
  /** Codes that were told and cannot be kept, or that the Bank sets no rate for. */
  unknown: z.array(z.string()),
})
export type LoadedRatesView = z.infer<typeof loadedView>

export const rates = {
  /** The rates that hold on the days of a month, its averages, and what acts were made out at. */
  'rates.list': query({
    permission: 'data.read',
    input: z
      .object({
        month: monthValue,
        /** Without: the ledger's, or the usual three where it holds roubles only. */
        currencies: z.array(currencyValue).max(60).optional(),
      })
      .strict(),
    output: z.object({
      currencies: z.array(currencyValue),
      /** Until today, or the last day that has a rate; one for each of the currencies. */
      days: z.array(z.object({ day: dayValue, rates: z.array(rateView.nullable()) })),
      months: z.array(monthRateView),
      acts: z.array(actRateView),
      rule: z.enum(rateRules),
      isClosed: z.boolean(),
      /** What the Bank of Russia's rates span in the store. */
      cbr: z.object({ from: dayValue, to: dayValue }).nullable(),
      /** Currencies of the ledger that need a rate. */
      wanted: z.array(currencyValue),
      /** Currencies that the store has any rate of. */
      known: z.array(currencyValue),
    }),
  }),
  /** Asks the Bank of Russia for the rates of these days; needs the network. */
  'rates.startFetch': command({
    permission: 'data.write',
    input: z
      .object({ from: dayValue, to: dayValue })
      .strict()
      .refine((range) => range.from <= range.to, 'the range ends before it begins')
      .refine((range) => !isTooLong(range), 'the range is longer than ten years'),
    output: loadedView,
    causes: ['rates.changed', 'data.changed'],
  }),
  /** The Bank's XML (a day or a range) or a CSV, given to the host before (`host.openFiles`). */
  'rates.load': command({
    permission: 'data.write',
    input: z.object({ token: id }).strict(),
    output: loadedView,
    causes: ['rates.changed', 'data.changed'],
  }),
  /** A rate of one's own: holds for that very day, before the Bank's. */
  'rates.update': command({
    permission: 'data.write',
    input: z
      .object({
        currency: currencyValue,
        day: dayValue,
        nominal,
        value: rateText,
        note: noteValue.nullable(),
      })
      .strict(),
    output: z.object({}),
    causes: ['rates.changed', 'data.changed'],
  }),
  'rates.remove': command({
    permission: 'data.write',
    input: z.object({ currency: currencyValue, day: dayValue }).strict(),
    output: z.object({}),
    causes: ['rates.changed', 'data.changed'],
  }),
  /** `value` null takes the act's rate away. */
  'rates.updateAct': command({
    permission: 'data.write',
    input: z
      .object({
        connectionId: id,
        month: monthValue,
        currency: currencyValue,
        nominal,
        value: rateText.nullable(),
        note: noteValue.nullable(),
      })
      .strict(),
    output: z.object({}),
    causes: ['rates.changed', 'data.changed'],
  }),
  'rates.updateRule': command({
    permission: 'settings.write',
    input: z.object({ rule: z.enum(rateRules) }).strict(),
    output: z.object({}),
    causes: ['rates.changed', 'data.changed'],
  }),
  'months.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(closedMonthView) }),
  }),
  /** Freezes the month's rates and rule. A month that is not over, or that lacks a rate, is refused. */
  'months.close': command({
    permission: 'settings.write',
    input: z.object({ month: monthValue, note: noteValue.nullable() }).strict(),
    output: z.object({}),
    causes: ['rates.changed', 'data.changed'],
  }),
  'months.reopen': command({
    permission: 'settings.write',
    input: z.object({ month: monthValue, reason: noteValue }).strict(),
    output: z.object({}),
    causes: ['rates.changed', 'data.changed'],
  }),
}
