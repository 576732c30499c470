import type { RateRule, RateSource } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { type ActRate, createBook, type RateBook } from './book.ts'
import type { DatedRate } from './rate.ts'

/** A month whose rates and rule stand as they were when it was closed. */
export type FrozenMonth = {
  month: string
  rule: RateRule
  rates: readonly DatedRate[]
  acts: readonly ActRate[]
}

/** What a report says of a rate. `average`: the mean of its month, on the month's last day. */
export type UsedRate = {
  source: RateSource | 'average'
  currency: Currency
  day: Day
  nominal: number
  value: string
  /** For a rate of an act. */
  connectionId: string | null
}

/** What is being turned: where and when it was charged. */
type Charged = { day: Day; connectionId: string }

export type RateChoice = {
  rule: RateRule
  closed: readonly { month: string; rule: RateRule }[]
  bookOf(month: string): RateBook
  /** The rate that the rule of that month takes; null where it has none. */
  rateFor(currency: Currency, charged: Charged): UsedRate | null
  /** The days that have to get a rate before there is one. */
  lacking(currency: Currency, charged: Charged): Day[]
}

type ChoiceOf = {
  rule: RateRule
  rates: readonly DatedRate[]
  acts: readonly ActRate[]
  frozen: readonly FrozenMonth[]
  today: Day
}

/** Which rate holds for what: one rule for the organisation, and for a closed month the one that it was closed with. */
export function createRateChoice({ rule, rates, acts, frozen, today }: ChoiceOf): RateChoice {
  const live = createBook({ rates, acts, today })
  const closed = new Map(
    frozen.map((month) => [month.month, { ...month, book: createBook({ ...month, today }) }]),
  )
  const bookOf = (month: string): RateBook => closed.get(month)?.book ?? live
  const ruleOf = (month: string): RateRule => closed.get(month)?.rule ?? rule
  const kept = new Map<string, UsedRate | null>()

  function find(currency: Currency, { day, connectionId }: Charged): UsedRate | null {
    const month = day.slice(0, 7)
    const book = bookOf(month)
    switch (ruleOf(month)) {
      case 'day':
        return dated(book.rateOn(currency, day))
      case 'month': {
        const average = book.average(currency, month)
        const last = book.lastDay(month)
        return average && { source: 'average', currency, day: last, ...average, connectionId: null }
      }
      case 'act': {
        const act = book.actRate(connectionId, month, currency)
        if (!act) return dated(book.rateOn(currency, book.lastDay(month)))
        const { nominal, value } = act
        return { source: 'act', currency, day: book.lastDay(month), nominal, value, connectionId }
      }
    }
  }

  return {
    rule,
    closed: frozen.map(({ month, rule }) => ({ month, rule })),
    bookOf,
    rateFor(currency, charged) {
      const key = `${currency}${charged.day}${charged.connectionId}`
      const known = kept.get(key)
      if (known !== undefined) return known
      const found = find(currency, charged)
      kept.set(key, found)
      return found
    },
    lacking(currency, { day }) {
      const month = day.slice(0, 7)
      const book = bookOf(month)
      if (ruleOf(month) === 'act') return [book.lastDay(month)]
      const days = ruleOf(month) === 'month' ? book.missingDays(currency, month) : []
      return days.length > 0 ? days : [day]
    },
  }
}

const dated = (rate: DatedRate | null): UsedRate | null =>
  rate && {
    source: rate.source,
    currency: rate.currency,
    day: rate.day,
    nominal: rate.nominal,
    value: rate.value,
    connectionId: null,
  }
