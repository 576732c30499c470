import type { ResourceMark } from '#shared/contract/resources.ts'
import { addDays, addMonths, type Day, daysBetween, firstOfMonth, weekdayOf } from '#shared/lib/day.ts'
import { divideHalfAway, roundFemtos } from '#shared/lib/decimal.ts'
import { fromFemtos, type Money, money } from '../money/money.ts'
import type { DemoAnomaly, DemoAttributes, DemoCompany, DemoConnection, DemoResource } from './shape.ts'

const HISTORY_MONTHS = 13

/** Both providers close their billing day at midnight in Moscow. */
export const DEMO_TIME_ZONE = 'Europe/Moscow'

export const midnightMs = (day: Day): number => Date.parse(`${day}T00:00:00+03:00`)

/** Days are counted back from the day of the figures: 1 is the last full day. */
export const historyDays = (anchor: Day): number => daysBetween(addMonths(anchor, -HISTORY_MONTHS), anchor)

/** Whether it is there on the day, or at the midnight at which that day begins. */
export const isThere = (resource: DemoResource, daysAgo: number): boolean =>
  daysAgo <= (resource.createdDaysAgo ?? Number.POSITIVE_INFINITY) && daysAgo > (resource.goneDaysAgo ?? -1)

type DemoMoment = {
  status: DemoResource['status']
  attributes: DemoAttributes
  marks: readonly ResourceMark[]
  price: Money<'RUB'>
}

/** What the resource was like on a day: its present state with everything undone that happened since. */
export function momentOf(
  company: DemoCompany,
  connection: DemoConnection,
  resource: DemoResource,
  anchor: Day,
  daysAgo: number,
): DemoMoment {
  let { status, attributes, marks = [] } = resource
  let amount = resource.price.amount
  for (const past of resource.before ?? []) {
    if (daysAgo <= past.untilDaysAgo) continue
    status = past.status ?? status
    attributes = { ...attributes, ...past.attributes }
    marks = past.marks ?? marks
    amount = past.amount ?? amount
  }
  const price = money(amount, 'RUB')
  if (!hadOldPrice(company, connection, resource, anchor, daysAgo))
    return { status, attributes, marks, price }
  const percent = 100n + BigInt(company.priceChange.percent)
  const old = roundFemtos(divideHalfAway(price.femtos * 100n, percent), 2)
  return { status, attributes, marks, price: fromFemtos(old, 'RUB') }
}

/** The first day of the new price. */
export const priceChangeDay = (company: DemoCompany, anchor: Day): Day =>
  firstOfMonth(addMonths(anchor, -company.priceChange.monthsAgo))

function hadOldPrice(
  company: DemoCompany,
  connection: DemoConnection,
  resource: DemoResource,
  anchor: Day,
  daysAgo: number,
): boolean {
  const { provider, service } = company.priceChange
  if (connection.provider !== provider || productOf(company, resource).service !== service) return false
  return daysAgo > daysBetween(priceChangeDay(company, anchor), anchor)
}

export function productOf(company: DemoCompany, resource: DemoResource) {
  const product = company.products[resource.product]
  if (!product) throw new RangeError(`no such product: ${resource.product}`)
  return product
}

export function rhythmOf(company: DemoCompany, resource: DemoResource) {
  const rhythm = company.rhythms[resource.rhythm]
  if (!rhythm) throw new RangeError(`no such rhythm: ${resource.rhythm}`)
  return rhythm
}

/** The days of an anomaly, first to last. */
export function anomalyDays({ when }: DemoAnomaly, anchor: Day): Day[] {
  if (when === 'weekend') {
    const sunday = addDays(anchor, -(weekdayOf(addDays(anchor, -1)) % 7) - 1)
    return [addDays(sunday, -1), sunday]
  }
  return Array.from({ length: when.days }, (_, i) => addDays(anchor, i - when.fromDaysAgo))
}

/** When a provider was looked at: monthly, whenever something happened, and daily in the last week. Oldest first. */
export function snapshotDaysAgo(company: DemoCompany, connection: DemoConnection, anchor: Day): number[] {
  const first = historyDays(anchor)
  const at = new Set([first, 7, 6, 5, 4, 3, 2, 1, 0])
  for (let monthsAgo = 1; monthsAgo < HISTORY_MONTHS; monthsAgo += 1) {
    at.add(daysBetween(addMonths(anchor, -monthsAgo), anchor))
  }
  if (connection.provider === company.priceChange.provider) {
    at.add(daysBetween(priceChangeDay(company, anchor), anchor))
  }
  for (const resource of connection.resources) {
    if (resource.createdDaysAgo !== undefined) at.add(resource.createdDaysAgo)
    if (resource.goneDaysAgo !== undefined) at.add(resource.goneDaysAgo)
    for (const past of resource.before ?? []) at.add(past.untilDaysAgo)
  }
  return [...at].sort((a, b) => b - a)
}

/** What is paid for a year ahead: the day of the last payment and the day of the next. */
export function renewalsOf(resource: DemoResource, anchor: Day): { paidOn: Day; nextOn: Day } | null {
  if (resource.renewsInDays === undefined) return null
  const nextOn = addDays(anchor, resource.renewsInDays)
  return { paidOn: addMonths(nextOn, -12), nextOn }
}
