import { z } from 'zod'
import type { BillLine, KeyFields } from '#main/core/ledger/line.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import { monthValue } from '#shared/contract/packages.ts'
import { amountValue, currencyValue, dayValue, providers, providerValue } from '#shared/contract/values.ts'
import { vatSchemes } from '#shared/contract/vat.ts'
import { currencies } from '#shared/lib/currency.ts'

/*
 * What a parcel says, a record a line, each JSON: `parcel` first; then for each account and month `part`, keys, details
 * and lines, `end`; at last `done`. Keys and details of a part are numbered as they come, lines name them by number;
 * `forget` begins both numberings anew.
 */
export const MOST_SHARED = 50_000

const text = (most: number) => z.string().max(most)

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

const KEY_TEXTS = ['billingAccount', 'serviceCategory', 'service'] as const
const KEY_PERHAPS = [
  'subAccount',
  'region',
  'zone',
  'resourceRef',
  'resourceName',
  'resourceType',
  'sku',
  'skuName',
  'chargeDescription',
  'pricingCategory',
  'pricingUnit',
  'consumedUnit',
  'commitmentId',
] as const
const KEY_WORDS = {
  provider: new Set<unknown>(providers),
  currency: new Set<unknown>(currencies),
  chargeCategory: new Set<unknown>(['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment']),
  chargeClass: new Set<unknown>([null, 'Correction']),
  chargeFrequency: new Set<unknown>([null, 'One-Time', 'Recurring', 'Usage-Based']),
} as const
const KEY_MAPS = ['tags', 'more'] as const
const DETAIL_TEXTS = [
  'invoiceId',
  'invoiceDetailId',
  'billingPeriodStart',
  'billingPeriodEnd',
  'listUnitPrice',
  'contractedUnitPrice',
  'pricingCurrencyListUnitPrice',
  'pricingCurrencyContractedUnitPrice',
  'pricingCurrencyEffectiveCost',
] as const

type Told = Readonly<Record<string, unknown>>

const isText = (value: unknown): boolean => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'
const isObject = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isMap = (value: unknown): boolean =>
  value === null || (isObject(value) && Object.values(value).every(isText))

/** A key and nothing besides: what the ledger keeps with it here is of no use elsewhere. By hand: there are many. */
export const keyOf = (key: KeyFields): KeyFields =>
  Object.fromEntries(
    [...KEY_TEXTS, ...KEY_PERHAPS, ...Object.keys(KEY_WORDS), ...KEY_MAPS].map((name) => [
      name,
      key[name as keyof KeyFields],
    ]),
  ) as KeyFields

/** Null for what is no key. */
export function readKey(told: unknown): KeyFields | null {
  if (!isObject(told)) return null
  const isKey =
    KEY_TEXTS.every((name) => isText(told[name])) &&
    KEY_PERHAPS.every((name) => isTextOrNull(told[name])) &&
    Object.entries(KEY_WORDS).every(([name, words]) => words.has(told[name])) &&
    KEY_MAPS.every((name) => isMap(told[name]))
  return isKey ? keyOf(told as KeyFields) : null
}

/** Null for what is none. */
export function readDetail(told: unknown): LineDetail | null {
  if (!isObject(told)) return null
  if (!DETAIL_TEXTS.every((name) => isTextOrNull(told[name])) || !isMap(told.extra)) return null
  const texts = Object.fromEntries(DETAIL_TEXTS.map((name) => [name, told[name]]))
  return { ...texts, extra: told.extra } as LineDetail
}

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
