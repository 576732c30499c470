import { z } from 'zod'
import { command, query } from './call.ts'
import { problemValue } from './connections.ts'
import { amountValue, currencyValue, dayValue, noteValue, pageValue, providerValue } from './values.ts'

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

export const actView = z.object({
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

export const paymentView = z.object({
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
}
