import { addDays, type Day, daysBetween, daysOf, weekdayOf } from '#shared/lib/day.ts'
import { divideHalfAway, FEMTOS_PER_UNIT, roundFemtos } from '#shared/lib/decimal.ts'
import { money } from '../money/money.ts'
import { normalizePrice } from '../money/price.ts'
import { randomOf, spread } from './random.ts'
import type { DemoCompany, DemoConnection, DemoProduct, DemoResource, DemoRhythm } from './shape.ts'
import { externalIdOf } from './states.ts'
import { anomalyDays, historyDays, isThere, momentOf, productOf, renewalsOf, rhythmOf } from './timeline.ts'

/** A day of a bill, in femtos. With VAT, as billed. */
type DemoCostLine = {
  day: Day
  invoice: string | null
  quantity: bigint
  billed: bigint
  effective: bigint
  list: bigint
  contracted: bigint
}

/** All that one resource was charged with. */
export type DemoCharge = {
  connection: DemoConnection
  resource: DemoResource
  product: DemoProduct
  externalId: string
  lines: DemoCostLine[]
}

/** The middle of the last thirty days: there, use is as much as the inventory's price says. */
const EVEN_DAYS_AGO = 15.5
const LEAST_SHARE = 0.25

export function chargesOf(company: DemoCompany, connection: DemoConnection, anchor: Day): DemoCharge[] {
  const days = daysOf(addDays(anchor, -historyDays(anchor)), addDays(anchor, -1))
  return connection.resources.map((resource) => {
    const renewals = renewalsOf(resource, anchor)
    return {
      connection,
      resource,
      product: productOf(company, resource),
      externalId: externalIdOf(company, connection, resource),
      lines: renewals
        ? [renewalLine(connection, resource, anchor, renewals.paidOn)]
        : dailyLines(company, connection, resource, anchor, days),
    }
  })
}

function dailyLines(
  company: DemoCompany,
  connection: DemoConnection,
  resource: DemoResource,
  anchor: Day,
  days: readonly Day[],
): DemoCostLine[] {
  const product = productOf(company, resource)
  const rhythm = rhythmOf(company, resource)
  const next = randomOf(`${connection.key}/${resource.name}/${anchor}`)
  const extra = extraByDay(company, connection, resource, anchor)
  const lines: DemoCostLine[] = []
  for (const [index, day] of days.entries()) {
    const daysAgo = days.length - index
    const noise = spread(next, rhythm.noise)
    if (!isThere(resource, daysAgo)) continue
    const moment = momentOf(company, connection, resource, anchor, daysAgo)
    const price = normalizePrice(moment.price, resource.price.period).daily.femtos
    const ppm = BigInt(Math.round(shareOf(resource, rhythm, day, daysAgo) * noise * 1_000_000))
    const billed = roundFemtos(divideHalfAway(price * ppm, 1_000_000n), 2) + (extra.get(day) ?? 0n)
    const quantity = quantityOf(product, moment.attributes.diskGb, billed, price)
    lines.push(lineOf(connection, resource, anchor, day, billed, quantity))
  }
  return lines
}

/** How much of an even day's use falls on the day. */
function shareOf(resource: DemoResource, rhythm: DemoRhythm, day: Day, daysAgo: number): number {
  const weekday = (700 - 2 * rhythm.weekend) / 5
  const ofWeek = (weekdayOf(day) > 5 ? rhythm.weekend : weekday) / 100
  const growth = 1 + (rhythm.growth / 100) * ((EVEN_DAYS_AGO - daysAgo) / 30)
  const times =
    resource.usedBefore && daysAgo > resource.usedBefore.untilDaysAgo ? resource.usedBefore.times : 1
  return ofWeek * Math.max(LEAST_SHARE, growth) * times
}

function extraByDay(
  company: DemoCompany,
  connection: DemoConnection,
  resource: DemoResource,
  anchor: Day,
): Map<Day, bigint> {
  const mine = company.anomalies.filter(
    (a) => a.connection === connection.key && a.resource === resource.name,
  )
  return new Map(
    mine.flatMap((anomaly) =>
      anomalyDays(anomaly, anchor).map((day): [Day, bigint] => [
        day,
        money(anomaly.extraPerDay, 'RUB').femtos,
      ]),
    ),
  )
}

/** The quantity that the price per unit turns into the amount, to a thousandth. */
function quantityOf(
  product: DemoProduct,
  diskGb: number | undefined,
  billed: bigint,
  pricePerDay: bigint,
): bigint {
  if (product.unitPrice !== undefined) {
    const unit = money(product.unitPrice, 'RUB').femtos
    return roundFemtos(divideHalfAway(billed * FEMTOS_PER_UNIT, unit), 3)
  }
  const perDay = product.unit === 'Hours' ? 24 : product.unit === 'GB-Days' ? (diskGb ?? 1) : 1
  return roundFemtos(divideHalfAway(billed * BigInt(perDay) * FEMTOS_PER_UNIT, pricePerDay), 3)
}

function renewalLine(
  connection: DemoConnection,
  resource: DemoResource,
  anchor: Day,
  paidOn: Day,
): DemoCostLine {
  return lineOf(
    connection,
    resource,
    anchor,
    paidOn,
    money(resource.price.amount, 'RUB').femtos,
    FEMTOS_PER_UNIT,
  )
}

function lineOf(
  connection: DemoConnection,
  resource: DemoResource,
  anchor: Day,
  day: Day,
  billed: bigint,
  quantity: bigint,
): DemoCostLine {
  const month = day.slice(0, 7)
  const paid = 100n - BigInt(resource.discountPercent ?? 0)
  return {
    day,
    // Of the month that is not over there is no invoice yet.
    invoice: month === anchor.slice(0, 7) ? null : `${connection.accountRef}-${month}`,
    quantity,
    billed,
    effective: billed,
    contracted: billed,
    list: roundFemtos(divideHalfAway(billed * 100n, paid), 2),
  }
}

/** Billed by day over some charges, for the days of a range. */
export function billedBetween(charges: readonly DemoCharge[], from: Day, to: Day): bigint[] {
  const totals = new Array<bigint>(Math.max(0, daysBetween(from, to) + 1)).fill(0n)
  for (const { lines } of charges) {
    for (const { day, billed } of lines) {
      if (day < from || day > to) continue
      const index = daysBetween(from, day)
      totals[index] = (totals[index] ?? 0n) + billed
    }
  }
  return totals
}
