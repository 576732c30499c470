import { currencies } from '#shared/lib/currency.ts'
import { type Day, daysOf, lastOfMonth } from '#shared/lib/day.ts'
import type { RateBook } from './book.ts'
import type { DatedRate } from './rate.ts'

type KeptRate = DatedRate & { connectionId: string | null }

/**
 * What has to be kept of a month that is over for it to stand: every rate that holds on one of its days, and its acts'.
 * Of every currency that has rates, not of the ledger's alone: a report may be asked for in another one later.
 */
export function ratesToKeep(book: RateBook, month: string): KeptRate[] {
  const first = `${month}-01` as Day
  const last = lastOfMonth(first)
  const kept = new Set<DatedRate>()
  for (const currency of currencies) {
    for (const day of daysOf(first, last)) {
      const rate = book.rateOn(currency, day)
      if (rate) kept.add(rate)
    }
  }
  return [
    ...[...kept].map((rate) => ({ ...rate, connectionId: null })),
    ...book.actsOf(month).map(({ month: _, ...act }) => ({ ...act, source: 'act' as const, day: last })),
  ]
}
