import type { VatMode } from '#shared/contract/costs.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { VatScheme } from '#shared/contract/vat.ts'
import type { Day } from '#shared/lib/day.ts'

/** What is known of an account's bill: whether its amounts contain the tax, and at which rates. */
export type VatTerms = { isIncluded: boolean; scheme: VatScheme }

/** An exact ratio that holds from a day on. */
export type DatedFactor = { from: Day; factor: { up: bigint; down: bigint } }

const day = (text: string): Day => text as Day
const EVER = day('0000-01-01')

/**
 * Percents by the day of the charge. Small payers (УСН) pay the tax since 2025 only; before, their bills had none.
 */
const PERCENTS: Record<VatScheme, readonly { from: Day; percent: bigint }[]> = {
  general: [
    { from: EVER, percent: 18n },
    { from: day('2019-01-01'), percent: 20n },
    { from: day('2026-01-01'), percent: 22n },
  ],
  usn5: [
    { from: EVER, percent: 0n },
    { from: day('2025-01-01'), percent: 5n },
  ],
  usn7: [
    { from: EVER, percent: 0n },
    { from: day('2025-01-01'), percent: 7n },
  ],
  none: [],
}

/** The rate of a charge of that day; null where its bill has no tax. */
export function percentOn(scheme: VatScheme, on: Day): bigint | null {
  const percent = PERCENTS[scheme].findLast(({ from }) => from <= on)?.percent ?? 0n
  return percent === 0n ? null : percent
}

const RUSSIAN: ReadonlySet<Provider> = new Set(['selectel', 'beget', 'yandex', 'vk', 'timeweb'])

/** Russian clouds bill with the tax in their prices, foreign ones without any. */
export const usualTerms = (provider: Provider): VatTerms =>
  RUSSIAN.has(provider) ? { isIncluded: true, scheme: 'general' } : { isIncluded: false, scheme: 'none' }

/** What the amounts of an account are multiplied by; none where they are as asked for already. */
export function vatFactors({ isIncluded, scheme }: VatTerms, mode: VatMode): DatedFactor[] {
  if (mode === 'asBilled' || isIncluded === (mode === 'with')) return []
  return PERCENTS[scheme].map(({ from, percent }) => {
    const whole = 100n + percent
    return { from, factor: isIncluded ? { up: 100n, down: whole } : { up: whole, down: 100n } }
  })
}
