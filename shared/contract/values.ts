import { z } from 'zod'
import { type Currency, currencies } from '../lib/currency.ts'
import { type Day, isDay, isTimeZone } from '../lib/day.ts'
import { isTooLong } from '../lib/period.ts'

export const nothing = z.object({}).strict()

export const dayValue = z.string().refine(isDay, 'not a day') as unknown as z.ZodType<Day, Day>

export const currencyValue = z.enum(currencies as [Currency, ...Currency[]])

/** Exact decimal text: amounts never travel as floats. */
export const amountValue = z.string().regex(/^-?\d+(\.\d+)?$/)

export const moneyValue = z.object({ amount: amountValue, currency: currencyValue })
export type MoneyView = z.infer<typeof moneyValue>

/** Exact ratio as decimal text ("0.125"), null where there is nothing to compare with. */
export const ratioValue = z.string().nullable()

export const timeZoneValue = z.string().max(64).refine(isTimeZone, 'not a time zone')

/** A range of days with what it is compared with; the ends belong to it. */
export const periodValue = z
  .object({ from: dayValue, to: dayValue, compareFrom: dayValue, compareTo: dayValue })
  .strict()
  .refine((p) => p.from <= p.to && p.compareFrom <= p.compareTo, 'the range ends before it begins')
  .refine((p) => !isTooLong(p), 'the range is longer than ten years')
export type Period = z.infer<typeof periodValue>

export const pageValue = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }

export const providers = [
  'selectel',
  'beget',
  'yandex',
  'vk',
  'timeweb',
  'aws',
  'azure',
  'gcp',
  'kubernetes',
  'other',
] as const
export const providerValue = z.enum(providers)
export type Provider = z.infer<typeof providerValue>

/**
 * A name from a person: trimmed, bounded, with something to see in it. Characters that are invisible or turn the
 * direction of what follows would let one name look like another.
 */
export const labelValue = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u)
  .regex(/[\p{L}\p{N}\p{S}\p{P}]/u)

/** A file made by the backend, as `host.saveFile` takes it. */
export const fileValue = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  data: z.string(),
  encoding: z.enum(['utf8', 'base64']),
})
export type FileView = z.infer<typeof fileValue>

/** A name or note from a person that may have several lines. */
export const noteValue = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .regex(/^(?:[^\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\n\t])*$/u)
