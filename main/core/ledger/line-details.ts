import type { LineDetail } from './segment.ts'

/** By place and not by name: most lines have little of their own, and there are many of them. */
const PLACES = [
  'invoiceId',
  'invoiceDetailId',
  'billingPeriodStart',
  'billingPeriodEnd',
  'listUnitPrice',
  'contractedUnitPrice',
  'pricingCurrencyListUnitPrice',
  'pricingCurrencyContractedUnitPrice',
  'pricingCurrencyEffectiveCost',
] as const satisfies readonly (keyof LineDetail)[]

type Texts = Record<(typeof PLACES)[number], string | null>

/** JSON for the store. */
export const packDetails = (entries: readonly LineDetail[]): string =>
  JSON.stringify(
    entries.map((entry) => {
      const row: (string | null | Record<string, string>)[] = PLACES.map((name) => entry[name])
      if (entry.extra) row.push(entry.extra)
      else while (row.length > 0 && row.at(-1) === null) row.pop()
      return row
    }),
  )

export const unpackDetails = (text: string): LineDetail[] =>
  (JSON.parse(text) as unknown[][]).map((row) => ({
    ...(Object.fromEntries(PLACES.map((name, at) => [name, row[at] ?? null])) as Texts),
    extra: (row[PLACES.length] as Record<string, string> | undefined) ?? null,
  }))
