import { z } from 'zod'
import { vatRates } from './acts.ts'
import { command, query } from './call.ts'
import { dimensionValue } from './costs.ts'
import { amountValue, dayValue, labelValue, nothing } from './values.ts'

const id = z.string().min(1).max(64)
const monthValue = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const oneC = {
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
