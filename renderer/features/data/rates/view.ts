import type { CallOutput } from '#shared/contract/index.ts'
import type { RateView } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'

export type RatesView = CallOutput<'rates.list'>

/** Own rates of the month, each once, the earliest first. */
export const ownRates = ({ days }: Pick<RatesView, 'days'>): RateView[] =>
  days.flatMap(({ day, rates }) =>
    rates.filter((rate) => rate?.source === 'manual' && rate.day === day),
  ) as RateView[]

export const hasDemoRates = ({ days }: Pick<RatesView, 'days'>): boolean =>
  days.some(({ rates }) => rates.some((rate) => rate?.source === 'demo'))

/** No rate of any currency on any day: there is nothing for a table to show. */
export const isEmpty = ({ days }: Pick<RatesView, 'days'>): boolean =>
  days.every(({ rates }) => rates.every((rate) => rate === null))

/** Currencies that the ledger holds and that lack a rate on some day of the month. */
export const lackingOf = ({ months, wanted }: Pick<RatesView, 'months' | 'wanted'>) =>
  months.filter(({ currency, missingDays }) => missingDays > 0 && wanted.includes(currency))

/** The latest first, as far as there is something to say of them. */
export const daysDown = ({ days }: Pick<RatesView, 'days'>): RatesView['days'] => [...days].reverse()

export const withCurrency = (shown: readonly Currency[], added: Currency): Currency[] =>
  shown.includes(added) ? [...shown] : [...shown, added]

/** What a rate is marked with: its source, and whether it was set for an earlier day. */
export const marksOf = (rate: RateView, day: Day): { isEarlier: boolean; isMarked: boolean } => ({
  isEarlier: rate.day !== day,
  isMarked: rate.source !== 'cbr',
})
