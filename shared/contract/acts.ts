import { z } from 'zod'
import { command, query } from './call.ts'
import { problemValue } from './connections.ts'
import { dimensionValue } from './costs.ts'
import {
  amountValue,
  currencyValue,
  dayValue,
  labelValue,
  noteValue,
  nothing,
  pageValue,
  providerValue,
} from './values.ts'

const id = z.string().min(1).max(64)
const monthValue = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const numberText = z.string().trim().min(1).max(120)
const innText = z.string().regex(/^(\d{10}|\d{12})$/)
/** A sum as a document states it: at most two places. */
const sumText = z.string().regex(/^-?\d{1,15}(\.\d{1,2})?$/)

/** `correction`: УКД or a corrected act, which changes an earlier one. */
export const actKinds = ['act', 'upd', 'invoice', 'correction'] as const
export type ActKind = (typeof actKinds)[number]

/** A rate as the documents print it: per cent, `none` exempt, `mixed` where lines differ. */
export const vatRates = ['18', '20', '22', '5', '7', '10', '0', 'none', 'mixed'] as const
export type VatRate = (typeof vatRates)[number]

const actLine = z.object({
  name: z.string(),
  quantity: amountValue.nullable(),
  unit: z.string().nullable(),
  without: amountValue,
  rate: z.enum(vatRates),
  vat: amountValue,
  total: amountValue,
})
export type ActLine = z.infer<typeof actLine>

const actView = z.object({
  id: z.string(),
  kind: z.enum(actKinds),
  number: z.string(),
  day: dayValue,
  /** The month that it bills. */
  month: monthValue,
  /** Null: nobody knows yet whose it is. */
  connectionId: z.string().nullable(),
  connectionName: z.string().nullable(),
  provider: providerValue.nullable(),
  supplier: z.object({ name: z.string(), inn: z.string().nullable(), kpp: z.string().nullable() }),
  buyer: z.object({ name: z.string(), inn: z.string().nullable() }).nullable(),
  currency: currencyValue,
  without: amountValue,
  rate: z.enum(vatRates),
  vat: amountValue,
  total: amountValue,
  /** Of a correction: the act that it changes. Its own sums are the change. */
  correctsId: z.string().nullable(),
  correctsNumber: z.string().nullable(),
  /** Of an invoice: the act or УПД that states the same sums. That one counts, the invoice does not count again. */
  countedAsId: z.string().nullable(),
  /** `typed`: a person has typed what a PDF says. */
  source: z.enum(['xml', 'xlsx', 'typed']),
  fileName: z.string().nullable(),
  note: z.string().nullable(),
  byName: z.string().nullable(),
  addedAtMs: z.number(),
  /** Sums that do not follow from each other, and what else was odd. */
  doubts: z.array(
    z.enum(['sumsDiffer', 'vatDiffers', 'rateOfDay', 'monthGuessed', 'secondOfMonth', 'buyerUnknown']),
  ),
  paid: amountValue,
})
export type ActView = z.infer<typeof actView>

const paymentView = z.object({
  id: z.string(),
  day: dayValue,
  number: z.string(),
  amount: amountValue,
  currency: currencyValue,
  payer: z.object({ name: z.string(), inn: z.string().nullable() }),
  payee: z.object({ name: z.string(), inn: z.string().nullable() }),
  purpose: z.string(),
  /** What it pays, as far as it is known. */
  actId: z.string().nullable(),
  actNumber: z.string().nullable(),
  connectionId: z.string().nullable(),
  matchedBy: z.enum(['number', 'amount', 'person']).nullable(),
  fileName: z.string(),
})
export type PaymentView = z.infer<typeof paymentView>

export const causeKinds = [
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
export type CauseView = z.infer<typeof causeView>

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

const supplierSaid = z.object({ name: z.string().trim().min(1).max(300), inn: innText.nullable() }).strict()

const sums = {
  kind: z.enum(actKinds),
  number: numberText,
  day: dayValue,
  month: monthValue,
  connectionId: id.nullable(),
  currency: currencyValue,
  without: sumText,
  rate: z.enum(vatRates),
  vat: sumText,
  total: sumText,
  correctsId: id.nullable().default(null),
  note: noteValue.nullable().default(null),
  /** Null: the one that the account's other documents have. */
  supplier: supplierSaid.nullable().default(null),
}

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

export const acts = {
  'acts.list': query({
    permission: 'data.read',
    input: z
      .object({ month: monthValue.optional(), hasNoAccount: z.boolean().optional(), ...pageValue })
      .strict(),
    output: z.object({ items: z.array(actView), total: z.number() }),
  }),
  'acts.get': query({
    permission: 'data.read',
    input: z.object({ id }).strict(),
    output: z.object({ act: actView, lines: z.array(actLine), payments: z.array(paymentView) }),
  }),
  /** УПД or act as XML, or a table, given to the host before (`host.openFiles`). The same document twice is one. */
  'acts.load': command({
    permission: 'data.write',
    input: z.object({ tokens: z.array(id).min(1).max(200) }).strict(),
    output: z.object({
      items: z.array(
        z.object({
          fileName: z.string(),
          status: z.enum(['added', 'same', 'failed']),
          actId: z.string().nullable(),
          problem: problemValue.nullable(),
        }),
      ),
    }),
    causes: ['acts.changed'],
  }),
  'acts.add': command({
    permission: 'data.write',
    input: z.object(sums).strict(),
    output: z.object({ id: z.string() }),
    causes: ['acts.changed'],
  }),
  /** A document's own sums stay as it has them: whose it is and which month it bills can be said. */
  'acts.update': command({
    permission: 'data.write',
    input: z
      .object({
        id,
        connectionId: id.nullable().optional(),
        month: monthValue.optional(),
        correctsId: id.nullable().optional(),
        note: noteValue.nullable().optional(),
        /** Every further document of this supplier belongs to the account too. */
        isForSupplier: z.boolean().default(false),
      })
      .strict(),
    output: z.object({}),
    causes: ['acts.changed'],
  }),
  /** Kept, with the reason, but out of every sum. */
  'acts.withdraw': command({
    permission: 'data.write',
    input: z.object({ id, reason: noteValue }).strict(),
    output: z.object({}),
    causes: ['acts.changed'],
  }),
  'payments.list': query({
    permission: 'data.read',
    input: z
      .object({ month: monthValue.optional(), isUnmatched: z.boolean().optional(), ...pageValue })
      .strict(),
    output: z.object({ items: z.array(paymentView), total: z.number() }),
  }),
  /** A bank's statement (1CClientBankExchange). Payments to others than known suppliers are passed over. */
  'payments.load': command({
    permission: 'data.write',
    input: z.object({ tokens: z.array(id).min(1).max(50) }).strict(),
    output: z.object({
      items: z.array(
        z.object({
          fileName: z.string(),
          status: z.enum(['added', 'same', 'failed']),
          added: z.number(),
          matched: z.number(),
          passedOver: z.number(),
          problem: problemValue.nullable(),
        }),
      ),
    }),
    causes: ['acts.changed'],
  }),
  'payments.match': command({
    permission: 'data.write',
    input: z.object({ id, actId: id.nullable() }).strict(),
    output: z.object({}),
    causes: ['acts.changed'],
  }),
  'payments.remove': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['acts.changed'],
  }),

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

  /** What 1C calls what we have: per account the counterparty, per department and service the accounts of its books. */
  'oneC.getMapping': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      /** What every posting has unless a line below says otherwise. */
      defaults: z.object({
        costAccount: z.string(),
        item: z.string(),
        article: z.string(),
        project: z.string(),
      }),
      accounts: z.array(
        z.object({
          connectionId: z.string(),
          name: z.string(),
          counterparty: z.string(),
          contract: z.string(),
          item: z.string(),
          /** Who its last document is from. */
          supplier: z.string().nullable(),
        }),
      ),
      /** What is the dimension that the postings are split by; null: one posting a line of the act. */
      splitBy: dimensionValue.nullable(),
      /** Every value of that dimension that has cost lately, mapped or not. */
      parts: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          department: z.string(),
          costAccount: z.string(),
          article: z.string(),
          project: z.string(),
          isMapped: z.boolean(),
        }),
      ),
    }),
  }),
  'oneC.updateMapping': command({
    permission: 'settings.write',
    input: z
      .object({
        defaults: z.object({
          costAccount: labelValue,
          /** Empty: what the act calls it. */
          item: z.string().trim().max(200),
          article: z.string().trim().max(200),
          project: z.string().trim().max(200),
        }),
        splitBy: dimensionValue.nullable(),
        account: z
          .object({
            connectionId: id,
            counterparty: z.string().trim().max(300),
            contract: z.string().trim().max(300),
            item: z.string().trim().max(300),
          })
          .strict(),
        part: z
          .object({
            key: z.string().max(500),
            department: z.string().trim().max(200),
            costAccount: z.string().trim().max(40),
            article: z.string().trim().max(200),
            project: z.string().trim().max(200),
          })
          .strict(),
      })
      .partial()
      .strict(),
    output: z.object({}),
    causes: ['acts.changed'],
  }),
  /** The postings as they would be written; their sums are the acts'. */
  'oneC.listPostings': query({
    permission: 'data.read',
    input: z.object({ month: monthValue }).strict(),
    output: z.object({
      items: z.array(
        z.object({
          actId: z.string(),
          counterparty: z.string(),
          contract: z.string(),
          day: dayValue,
          number: z.string(),
          item: z.string(),
          without: amountValue,
          rate: z.enum(vatRates),
          vat: amountValue,
          total: amountValue,
          costAccount: z.string(),
          department: z.string(),
          article: z.string(),
          project: z.string(),
        }),
      ),
      totals: z.array(
        z.object({ actId: z.string(), number: z.string(), total: amountValue, isEqual: z.boolean() }),
      ),
      /** What has no mapping yet, and acts that no account is known for. */
      unmapped: z.array(
        z.object({ kind: z.enum(['account', 'part', 'act']), key: z.string(), name: z.string() }),
      ),
    }),
  }),
  'oneC.startExport': command({
    permission: 'data.read',
    input: z.object({ month: monthValue, format: z.enum(['xlsx', 'txt']) }).strict(),
    output: z.object({ id: z.string() }),
    causes: ['exports.progressed'],
  }),
}
