import { z } from 'zod'
import { actView, paymentView, vatRates } from './acts.ts'
import { command, query } from './call.ts'
import { amountValue, currencyValue, dayValue, noteValue, nothing, providerValue } from './values.ts'

const id = z.string().min(1).max(64)
const monthValue = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const causeKinds = [
  'grant',
  'rounding',
  'correction',
  'dayBorder',
  'lateRows',
  'currencyRate',
  'missingFile',
  'wrongVat',
  'unexplained',
] as const
export type CauseKind = (typeof causeKinds)[number]

const causeView = z.object({
  kind: z.enum(causeKinds),
  /** Its part of the difference; the parts add up to it. */
  amount: amountValue,
  /** The facts for its sentence: a day, a rate, a file's name. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  lines: z.array(
    z.object({
      day: dayValue.nullable(),
      name: z.string(),
      amount: amountValue,
      note: z.string().nullable(),
    }),
  ),
  linesTotal: z.number(),
})

/** One account and month, from what was accrued to the act. All in the account's currency. */
const ladderView = z.object({
  connectionId: z.string(),
  name: z.string(),
  provider: providerValue,
  month: monthValue,
  currency: currencyValue,
  accrued: amountValue,
  discounts: amountValue,
  without: amountValue,
  /** By the day of the charge: a month over the border of a rate has two. */
  vat: z.array(z.object({ rate: z.enum(vatRates), base: amountValue, amount: amountValue })),
  vatTotal: amountValue,
  withVat: amountValue,
  act: z
    .object({
      ids: z.array(z.string()),
      numbers: z.array(z.string()),
      day: dayValue,
      total: amountValue,
      vat: amountValue,
    })
    .nullable(),
  /** Act minus what follows from the detail; null without an act. */
  difference: amountValue.nullable(),
  /** Equal, or a difference of a few kopecks that rounding explains whole. */
  isEqual: z.boolean(),
  /** There are acts in this currency, and no rate to compare them by: as if there were none. */
  lacksRate: currencyValue.nullable(),
  causes: z.array(causeView),
  paid: amountValue,
  /** Who has said that it is in order. */
  signed: z
    .object({
      byName: z.string().nullable(),
      atMs: z.number(),
      note: z.string().nullable(),
      difference: amountValue,
    })
    .nullable(),
  /** What was signed differs from what is found now. */
  isStale: z.boolean(),
})
export type LadderView = z.infer<typeof ladderView>

const closingSteps = ['data', 'reconciled', 'rates', 'reports', 'sent'] as const
export type ClosingStep = (typeof closingSteps)[number]

/** What keeps a step from being done. */
const openCodes = [
  'data.none',
  'data.noAccounts',
  'data.days',
  'act.none',
  'act.unknown',
  'act.noRate',
  'sign.none',
  'sign.stale',
  'month.notOver',
  'month.notClosed',
  'rates.missing',
  'reports.none',
  'report.notMade',
  'report.failed',
  'delivery.none',
  'delivery.waiting',
  'delivery.failed',
] as const
export type ClosingOpenCode = (typeof openCodes)[number]

const closingStepView = z.object({
  step: z.enum(closingSteps),
  /** `attention`: may be passed, but somebody should look. */
  state: z.enum(['done', 'todo', 'attention', 'waiting']),
  done: z.number(),
  total: z.number(),
  /** What is missing: an account, a report, a currency. */
  open: z.array(
    z.object({
      code: z.enum(openCodes),
      subject: z.string().nullable(),
      id: z.string().nullable(),
      /** The days that are meant. */
      from: dayValue.nullable(),
      to: dayValue.nullable(),
    }),
  ),
})
export type ClosingStepView = z.infer<typeof closingStepView>

export const reconciliation = {
  'reconciliation.list': query({
    permission: 'data.read',
    input: z.object({ month: monthValue }).strict(),
    output: z.object({ items: z.array(ladderView), unknownActs: z.number(), isClosed: z.boolean() }),
  }),
  /** With every line of every cause. */
  'reconciliation.get': query({
    permission: 'data.read',
    input: z.object({ month: monthValue, connectionId: id }).strict(),
    output: z.object({ ladder: ladderView, acts: z.array(actView), payments: z.array(paymentView) }),
  }),
  /** "I have looked at it": with a name, and with a note where there is a difference. */
  'reconciliation.sign': command({
    permission: 'data.write',
    input: z
      .object({ month: monthValue, connectionId: id, note: noteValue.nullable().default(null) })
      .strict(),
    output: z.object({}),
    causes: ['acts.changed'],
  }),
  'reconciliation.unsign': command({
    permission: 'data.write',
    input: z.object({ month: monthValue, connectionId: id, reason: noteValue }).strict(),
    output: z.object({}),
    causes: ['acts.changed'],
  }),
  'closing.get': query({
    permission: 'data.read',
    input: z.object({ month: monthValue }).strict(),
    output: z.object({
      month: monthValue,
      steps: z.array(closingStepView),
      isOver: z.boolean(),
      isClosed: z.boolean(),
      closedBy: z.string().nullable(),
      closedAtMs: z.number().nullable(),
    }),
  }),
  'closing.listMonths': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          month: monthValue,
          isClosed: z.boolean(),
          /** Steps done of five. */
          done: z.number(),
        }),
      ),
    }),
  }),
}
