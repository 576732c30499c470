import { z } from 'zod'
import type { BillLine, KeyFields } from '#main/core/ledger/line.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import { monthValue } from '#shared/contract/packages.ts'
import { amountValue, currencyValue, dayValue, providerValue } from '#shared/contract/values.ts'
import { vatSchemes } from '#shared/contract/vat.ts'

/*
 * What a parcel says, a record a line, each JSON: `parcel` first; then for each account and month `part`, keys, details
 * and lines, `end`; at last `done`. Keys and details of a part are numbered as they come, lines name them by number;
 * `forget` begins both numberings anew.
 */
export const MOST_SHARED = 50_000

const text = (most: number) => z.string().max(most)
const textOrNull = z.string().nullable()
const texts = z.record(z.string(), z.string())

export const parcelRecord = z
  .object({
    is: z.literal('parcel'),
    id: text(64).min(1),
    organisation: text(200).min(1),
    madeAtMs: z.int().min(0).max(8_640_000_000_000_000),
    accounts: z
      .array(
        z
          .object({
            provider: providerValue,
            accountRef: text(500).min(1),
            name: text(500),
            vat: z
              .object({ isIncluded: z.boolean(), scheme: z.enum(vatSchemes) })
              .strict()
              .nullable(),
          })
          .strict(),
      )
      .max(10_000),
  })
  .strict()
export type ParcelRecord = z.infer<typeof parcelRecord>

export const partRecord = z
  .object({
    is: z.literal('part'),
    account: z.int().min(0),
    month: monthValue,
    /** Up to which day it stands for the month, with or without lines. */
    until: dayValue,
  })
  .strict()
export type PartRecord = z.infer<typeof partRecord>

export const endRecord = z
  .object({
    is: z.literal('end'),
    lines: z.int().min(1),
    billed: z.array(z.tuple([currencyValue, amountValue])).max(100),
  })
  .strict()
export type EndRecord = z.infer<typeof endRecord>

export const keyFields: z.ZodType<KeyFields> = z
  .object({
    provider: providerValue,
    billingAccount: z.string(),
    subAccount: textOrNull,
    serviceCategory: z.string(),
    service: z.string(),
    region: textOrNull,
    zone: textOrNull,
    resourceRef: textOrNull,
    resourceName: textOrNull,
    resourceType: textOrNull,
    sku: textOrNull,
    skuName: textOrNull,
    chargeCategory: z.enum(['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment']),
    chargeClass: z.literal('Correction').nullable(),
    chargeFrequency: z.enum(['One-Time', 'Recurring', 'Usage-Based']).nullable(),
    chargeDescription: textOrNull,
    pricingCategory: textOrNull,
    pricingUnit: textOrNull,
    consumedUnit: textOrNull,
    commitmentId: textOrNull,
    currency: currencyValue,
    tags: texts.nullable(),
    more: texts.nullable(),
  })
  .strip()

export const lineDetail: z.ZodType<LineDetail> = z
  .object({
    invoiceId: textOrNull,
    invoiceDetailId: textOrNull,
    billingPeriodStart: textOrNull,
    billingPeriodEnd: textOrNull,
    listUnitPrice: textOrNull,
    contractedUnitPrice: textOrNull,
    pricingCurrencyListUnitPrice: textOrNull,
    pricingCurrencyContractedUnitPrice: textOrNull,
    pricingCurrencyEffectiveCost: textOrNull,
    extra: texts.nullable(),
  })
  .strict()

/** Key, detail, start in ms, length in ms, line of the sender's file; then four costs and three quantities. */
export type PackedLine = [number, number, number, number, number, ...(string | null)[]]

const PLACES = 12
const NUMBERS = 5
const COSTS_END = 9
const AMOUNT = /^-?\d{1,13}(\.\d{1,15})?$/

/** By hand: there are millions of them. */
export function isPackedLine(told: unknown): told is PackedLine {
  if (!Array.isArray(told) || told.length !== PLACES) return false
  for (let at = 0; at < NUMBERS; at += 1) if (!Number.isSafeInteger(told[at])) return false
  for (let at = NUMBERS; at < PLACES; at += 1) {
    const value: unknown = told[at]
    if (value === null ? at < COSTS_END : typeof value !== 'string' || !AMOUNT.test(value)) return false
  }
  return told[0] >= 0 && told[1] >= 0 && told[4] >= 0
}

export function billLine(told: PackedLine, key: KeyFields, detail: LineDetail): BillLine {
  const [, , startMs, ms, , billed, effective, list, contracted, pricing, consumed, commitment] = told
  return {
    key,
    detail,
    startMs,
    endMs: startMs + ms,
    billed: billed ?? '',
    effective: effective ?? '',
    list: list ?? '',
    contracted: contracted ?? '',
    pricingQuantity: pricing ?? null,
    consumedQuantity: consumed ?? null,
    commitmentQuantity: commitment ?? null,
  }
}
