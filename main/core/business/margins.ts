import type { ClientTerms, PriceGap } from '#shared/contract/business.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { addDays, type Day, daysBetween, lastOfMonth } from '#shared/lib/day.ts'
import { fromFemtos, ratio, roundToMinor } from '../money/money.ts'
import { priceOf, termsOn } from './terms.ts'

/** What a part cost on some days of a month. */
export type PartCost = { from: Day; to: Day; cost: bigint; list: bigint }

type MonthMargin = {
  month: string
  cost: bigint
  list: bigint
  price: bigint | null
  unpriced: bigint
}

export type Margin = Omit<MonthMargin, 'month'>

/**
 * Days of a question in which nothing changes that a price depends on: months, and within them the days on which some
 * client's terms begin.
 */
export function stretchesOf(from: Day, to: Day, termDays: Iterable<Day>): { from: Day; to: Day }[] {
  const cuts = [...new Set(termDays)].filter((day) => day > from && day <= to).sort()
  const stretches: { from: Day; to: Day }[] = []
  let at = 0
  for (let start = from; start <= to; ) {
    while (cuts[at] !== undefined && (cuts[at] as Day) <= start) at += 1
    const ends = [lastOfMonth(start), to]
    const cut = cuts[at]
    if (cut !== undefined) ends.push(addDays(cut, -1))
    const end = ends.reduce((a, b) => (b < a ? b : a))
    stretches.push({ from: start, to: end })
    start = addDays(end, 1)
  }
  return stretches
}

/**
 * A client's months by its terms, each day by those in force on it. A month's price is what would stand in an invoice:
 * rounded to the smallest coin once, after its days are added up. `costs` lie within one month each, and terms begin at
 * none of their inner days.
 */
export function monthsByTerms(
  costs: readonly PartCost[],
  ordered: readonly ClientTerms[],
  currency: Currency,
): { months: MonthMargin[]; gap: PriceGap | null } {
  const months = new Map<string, MonthMargin>()
  let gap: PriceGap | null = null
  for (const { from, to, cost, list } of costs) {
    const month = monthOf(months, from)
    month.cost += cost
    month.list += list
    const terms = termsOn(ordered, from)
    const price = priceOf(terms, { from, days: daysBetween(from, to) + 1, cost, list }, currency)
    if (price !== null) month.price = (month.price ?? 0n) + price
    else {
      month.unpriced += cost
      if (terms) gap = 'otherCurrency'
      else if (cost !== 0n) gap ??= 'noTerms'
    }
  }
  for (const month of months.values())
    if (month.price !== null) month.price = roundToMinor(fromFemtos(month.price, currency)).femtos
  return { months: [...months.values()], gap }
}

/** Months by what they brought; a month whose revenue is not known whole has no price. */
export function monthsByRevenue(
  costs: readonly PartCost[],
  revenueOf: (bin: { from: Day; to: Day }) => bigint | null,
): { months: MonthMargin[]; gap: PriceGap | null } {
  const months = new Map<string, MonthMargin>()
  let gap: PriceGap | null = null
  for (const { from, to, cost, list } of costs) {
    const month = monthOf(months, from)
    month.cost += cost
    month.list += list
    const revenue = revenueOf({ from, to })
    if (revenue !== null) month.price = (month.price ?? 0n) + revenue
    else {
      month.unpriced += cost
      const isWhole = from.endsWith('-01') && to === lastOfMonth(from)
      if (cost !== 0n && gap !== 'noRevenue') gap = isWhole ? 'noRevenue' : 'cutMonth'
    }
  }
  return { months: [...months.values()], gap }
}

function monthOf(months: Map<string, MonthMargin>, day: Day): MonthMargin {
  const month = day.slice(0, 7)
  const found = months.get(month) ?? { month, cost: 0n, list: 0n, price: null, unpriced: 0n }
  months.set(month, found)
  return found
}

export function addUp(margins: Iterable<Margin>): Margin {
  const sum: Margin = { cost: 0n, list: 0n, price: null, unpriced: 0n }
  for (const { cost, list, price, unpriced } of margins) {
    sum.cost += cost
    sum.list += list
    sum.unpriced += unpriced
    if (price !== null) sum.price = (sum.price ?? 0n) + price
  }
  return sum
}

/** What is left of the price, and how much of it that is. */
export function resultOf({ cost, price, unpriced }: Margin, currency: Currency) {
  if (price === null) return { margin: null, marginRatio: null, markupRatio: null }
  const pricedCost = cost - unpriced
  const margin = fromFemtos(price - pricedCost, currency)
  return {
    margin: margin.femtos,
    marginRatio: ratio(margin, fromFemtos(price, currency)),
    markupRatio: ratio(margin, fromFemtos(pricedCost, currency)),
  }
}
