import { z } from 'zod'
import { command, query } from './call.ts'
import { amountValue, currencyValue, dayValue, noteValue, nothing } from './values.ts'

/** Where a rate comes from. `act`: what the provider's act was made out at. `demo`: made for the demo company. */
export const rateSources = ['cbr', 'manual', 'act', 'demo'] as const
export type RateSource = (typeof rateSources)[number]

/**
 * Which rate turns an amount into another currency: of the line's day, the month's average, or the act's where there is
 * one (else of the month's last day).
 */
export const rateRules = ['day', 'month', 'act'] as const
export type RateRule = (typeof rateRules)[number]

export const monthValue = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const id = z.string().min(1).max(64)
/** More than zero, at most as many places as a rate of ours can have. */
const rateText = z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,10})?$/)
const nominal = z.int().min(1).max(1_000_000)

const rateView = z.object({
  source: z.enum(rateSources),
  currency: currencyValue,
  day: dayValue,
  nominal: z.number(),
  /** Roubles for `nominal` units. */
  value: amountValue,
  atMs: z.number(),
  by: z.string().nullable(),
  note: z.string().nullable(),
})
export type RateView = z.infer<typeof rateView>

const monthRateView = z.object({
  currency: currencyValue,
  nominal: z.number(),
  /** Mean of the days' rates, roubles for `nominal` units; null where days of the month have no rate. */
  average: amountValue.nullable(),
  last: amountValue.nullable(),
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

const closedMonthView = z.object({
  month: monthValue,
  isClosed: z.boolean(),
  closedAtMs: z.number().nullable(),
  closedBy: z.string().nullable(),
  note: z.string().nullable(),
  reopenedAtMs: z.number().nullable(),
  reopenedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** Corrected after it was closed: files that came in since. */
  corrections: z.number(),
  frozenRates: z.number(),
})
export type ClosedMonthView = z.infer<typeof closedMonthView>

export const rates = {
  /** The rates of a month by day, its averages, and what acts were made out at. */
  'rates.list': query({
    permission: 'data.read',
    input: z.object({ month: monthValue, currency: currencyValue.optional() }).strict(),
    output: z.object({
      items: z.array(rateView),
      months: z.array(monthRateView),
      acts: z.array(actRateView),
      rule: z.enum(rateRules),
      isClosed: z.boolean(),
      /** What the Bank of Russia's rates span in the store. */
      cbr: z.object({ from: dayValue, to: dayValue }).nullable(),
      /** Currencies of the ledger that need a rate. */
      wanted: z.array(currencyValue),
    }),
  }),
  /** Asks the Bank of Russia for the rates of these days; needs the network. */
  'rates.startFetch': command({
    permission: 'data.write',
    input: z.object({ from: dayValue, to: dayValue }).strict(),
    output: z.object({
      added: z.number(),
      changed: z.number(),
      from: dayValue.nullable(),
      to: dayValue.nullable(),
    }),
    causes: ['rates.changed', 'data.changed'],
  }),
  /** The Bank's XML (a day or a range) or a CSV, given to the host before (`host.openFiles`). */
  'rates.load': command({
    permission: 'data.write',
    input: z.object({ token: id }).strict(),
    output: z.object({
      added: z.number(),
      changed: z.number(),
      frozen: z.number(),
      from: dayValue.nullable(),
      to: dayValue.nullable(),
      currencies: z.array(currencyValue),
    }),
    causes: ['rates.changed', 'data.changed'],
  }),
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
  /** Freezes the month's rates. A month that is not over, or that lacks a rate, is refused. */
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
