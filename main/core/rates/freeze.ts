import type { Currency } from '#shared/lib/currency.ts'
import { type Day, daysOf, lastOfMonth } from '#shared/lib/day.ts'
import type { RateBook } from './book.ts'
import type { DatedRate } from './rate.ts'

/** All rates that hold on some day of a month that is over: what has to be kept for it to stand. */
export function ratesOfMonth(book: RateBook, month: string, currencies: Iterable<Currency>): DatedRate[] {
  const first = `${month}-01` as Day
  const days = daysOf(first, lastOfMonth(first))
  const kept = new Set<DatedRate>()
  for (const currency of currencies) {
    for (const day of days) {
      const rate = book.rateOn(currency, day)
      if (rate) kept.add(rate)
    }
  }
  return [...kept]
}
