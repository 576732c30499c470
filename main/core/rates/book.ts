import type { Currency } from '#shared/lib/currency.ts'
import { addDays, type Day, daysOf, lastOfMonth } from '#shared/lib/day.ts'
import { type DatedRate, meanOf } from './rate.ts'

/** A rate that an act was made out at. */
export type ActRate = {
  connectionId: string
  month: string
  currency: Currency
  nominal: number
  value: string
}

/** The longest that a rate is taken to hold: New Year's holidays are shorter, a longer hole is a missing file. */
export const HOLDS_DAYS = 15

export type RateBook = {
  /** The rate that holds on a day; null where none is known. */
  rateOn(currency: Currency, day: Day): DatedRate | null
  /** Over all calendar days of the month, of a running month until today; null where a day has no rate. */
  average(currency: Currency, month: string): { nominal: number; value: string } | null
  /** The last day of the month, of a running one today. */
  lastDay(month: string): Day
  actRate(connectionId: string, month: string, currency: Currency): ActRate | null
  actsOf(month: string): ActRate[]
  /** Days of the month, until today, on which no rate holds. */
  missingDays(currency: Currency, month: string): Day[]
}

type BookOf = { rates: readonly DatedRate[]; acts: readonly ActRate[]; today: Day }

type Column = { manual: Map<Day, DatedRate>; series: DatedRate[][] }

/** Whose word holds where several speak: a person's for its very day, then the Bank's, then the demo company's. */
const SERIES = ['cbr', 'demo'] as const

export function createBook({ rates, acts, today }: BookOf): RateBook {
  const columns = new Map<Currency, Column>()
  for (const rate of rates) {
    const column: Column = columns.get(rate.currency) ?? { manual: new Map(), series: SERIES.map(() => []) }
    columns.set(rate.currency, column)
    if (rate.source === 'manual') column.manual.set(rate.day, rate)
    else column.series[SERIES.indexOf(rate.source as (typeof SERIES)[number])]?.push(rate)
  }
  for (const { series } of columns.values())
    for (const one of series) one.sort((a, b) => (a.day < b.day ? -1 : 1))
  const actOf = new Map(acts.map((act) => [actKey(act.connectionId, act.month, act.currency), act]))

  function rateOn(currency: Currency, day: Day): DatedRate | null {
    const column = columns.get(currency)
    if (!column) return null
    const manual = column.manual.get(day)
    if (manual) return manual
    for (const series of column.series) {
      const found = lastUntil(series, day)
      if (found && holdsOn(found, day, today)) return found
    }
    return null
  }

  const lastDay = (month: string): Day => {
    const last = lastOfMonth(`${month}-01` as Day)
    return last > today && `${month}-01` <= today ? today : last
  }
  const daysUntilToday = (month: string): Day[] => daysOf(`${month}-01` as Day, lastDay(month))

  return {
    rateOn,
    lastDay,
    average(currency, month) {
      const daily = daysUntilToday(month).map((day) => rateOn(currency, day))
      const last = daily.at(-1)
      if (!last || daily.some((rate) => rate === null)) return null
      const { nominal } = last
      return { nominal, value: meanOf(daily as DatedRate[], nominal) }
    },
    actRate: (connectionId, month, currency) => actOf.get(actKey(connectionId, month, currency)) ?? null,
    actsOf: (month) => acts.filter((act) => act.month === month),
    missingDays: (currency, month) =>
      `${month}-01` > today ? [] : daysUntilToday(month).filter((day) => rateOn(currency, day) === null),
  }
}

/** Weekends and holidays keep the rate before them. What is to come has one only where it is set already. */
const holdsOn = (rate: DatedRate, day: Day, today: Day): boolean =>
  rate.day === day || (day <= today && rate.day >= addDays(day, -HOLDS_DAYS))

function lastUntil(series: readonly DatedRate[], day: Day): DatedRate | null {
  let from = 0
  let to = series.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((series[middle] as DatedRate).day <= day) from = middle + 1
    else to = middle
  }
  return series[from - 1] ?? null
}

const actKey = (connectionId: string, month: string, currency: Currency): string =>
  `${connectionId}\n${month}\n${currency}`
