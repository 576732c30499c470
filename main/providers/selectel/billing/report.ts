import type { BilledItem, Charge, Price } from '#main/core/model/findings.ts'
import { cleanName, rawText } from '#main/core/model/raw.ts'
import { fromFemtos, scale } from '#main/core/money/money.ts'
import { sumPrices } from '#main/core/sync/prices.ts'
import { addMonths, type Day, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import { divideHalfAway, parseDecimal } from '#shared/lib/decimal.ts'
import type { Run } from '../run.ts'
import { expectedReportScope } from '../scopes.ts'
import { serviceCategoryOf, serviceOf, typeOf } from '../types.ts'
import { fromMoscow, HOUR_MS, moscowDay, moscowTime } from './moscow.ts'
import { placeOf } from './place.ts'
import { addUnreadable, type Count, inTurns, newCount } from './turns.ts'
import { type WireReportLine, wireReportLine } from './wire.ts'

type Line = WireReportLine & { value: string }

/**
 * The flat report, month by month, cut down to the products that the consumption does not tell. A month that was read
 * once is not asked for again in the same run.
 */
export function createReport(run: Run) {
  const months = new Map<Day, Promise<Line[]>>()
  const count = newCount()

  async function read(month: Day): Promise<Line[]> {
    const lines: Line[] = []
    const rows = await run.client.report(month, lastOfMonth(month))
    await inTurns(run, rows, ({ record }) => {
      if (run.coverage.isCoveredProduct(record)) return
      const line = wireReportLine.safeParse(record)
      if (!line.success || line.data.value === null) addUnreadable(count, 'value')
      else if (!run.coverage.isCovered(line.data)) lines.push({ ...line.data, value: line.data.value })
    })
    count.found += lines.length
    return lines
  }

  async function month(on: Day): Promise<Line[]> {
    const first = firstOfMonth(on)
    const reading = months.get(first) ?? read(first)
    months.set(first, reading)
    // Asked anew each time: the consumption may have named a product since.
    return (await reading).filter((line) => !run.coverage.isCovered(line))
  }

  return {
    /** A line belongs to the month whose report names it: on the day it begins, or the first of the month when it began before. */
    async charges({ from, to }: { from: Day; to: Day }): Promise<Charge[]> {
      return (await month(from)).flatMap((line) => {
        const day = dayOf(line, firstOfMonth(from))
        return day < from || day > to ? [] : [chargeOf(line, day, run)]
      })
    },

    /** What is paid for now, at its rate. A thing that was paid for longer ago than the last month is not found. */
    async billed(today: Day): Promise<BilledItem[]> {
      const yesterday = moscowTime(run.nowMs() - 24 * HOUR_MS)
      const byRef = new Map<string, Line[]>()
      for (const first of [today, addMonths(firstOfMonth(today), -1)]) {
        // What the newer month names is paid for anew there: the older payment is over.
        const newer = new Set(byRef.keys())
        for (const line of await month(first)) {
          const ref = refOf(line)
          if (newer.has(ref) || (line.provision_till ?? '') < yesterday) continue
          byRef.set(ref, [...(byRef.get(ref) ?? []), line])
        }
      }
      return [...byRef.values()].flatMap((lines) => itemOf(lines, run) ?? [])
    },

    /** Of all months that were read. */
    count: (): Count => count,
  }
}

export type Report = ReturnType<typeof createReport>

const refOf = ({ resource_id, project_id, product_name, metric_id }: Line): string =>
  resource_id ?? `${product_name ?? 'report'}/${project_id ?? '-'}/${metric_id ?? '-'}`

const kindOf = ({ resource_type, metric_id, product_name }: Line): string =>
  (resource_type ?? metric_id ?? product_name ?? 'unknown').toLowerCase()

const labelOf = (line: Line): string =>
  cleanName(line.resource_name, line.resource_id ?? line.service_name ?? line.product_name ?? 'unknown')

function dayOf({ provision_from }: Line, month: Day): Day {
  const day = moscowDay(provision_from) ?? month
  if (day < month) return month
  const last = lastOfMonth(month)
  return day > last ? last : day
}

function amountOf({ value }: Line, run: Run) {
  return fromFemtos(divideHalfAway(parseDecimal(value) ?? 0n, 100n), run.currency())
}

function common(line: Line, run: Run) {
  run.projects.note(line.project_id, line.project_name)
  const kind = kindOf(line)
  const type = typeOf(kind, line.metric_id ? [line.metric_id] : [])
  const place = placeOf(line.location_region_key)
  return {
    ref: refOf(line),
    name: labelOf(line),
    kind,
    type,
    parentRef: line.parent_resource_id,
    service: type === null && line.product_name ? line.product_name : serviceOf(type, kind),
    region: place.pool,
    zone: line.location_availability_zone_key ?? place.zone,
    project: run.projects.nameOf(line.project_id),
  }
}

function chargeOf(line: Line, day: Day, run: Run): Charge {
  const { type, ...rest } = common(line, run)
  const { metric_id, metric_name, unit, quantity, provision_from, provision_till } = line
  const isSpan = provision_from !== null && provision_till !== null
  return {
    ...rest,
    day,
    serviceCategory: serviceCategoryOf(type),
    sku: metric_id,
    skuName: metric_name,
    unit,
    quantity: quantity === null ? null : parseDecimal(quantity),
    billed: amountOf(line, run),
    description: isSpan ? `${provision_from.slice(0, 10)} – ${provision_till.slice(0, 10)}` : null,
  }
}

function itemOf(lines: readonly Line[], run: Run): BilledItem | null {
  const [first] = lines
  const price = sumPrices(lines.map((line) => priceOf(line, run)))
  if (!first || price === null) return null
  const { type, ...rest } = common(first, run)
  const expectedIn = run.hasInventory ? expectedReportScope(type, rest.ref, first.project_id) : null
  if (expectedIn !== null) run.billedScopes.add(expectedIn)
  return {
    ...rest,
    metrics: [...new Set(lines.flatMap(({ metric_id }) => metric_id ?? []))].sort(),
    price,
    expectedIn,
    raw: rawText(lines),
  }
}

/** A payment for a month or a year keeps its own figure; any other span is brought to a day. */
function priceOf(line: Line, run: Run): Price {
  const amount = amountOf(line, run)
  const [from, till] = [fromMoscow(line.provision_from), fromMoscow(line.provision_till)]
  const days = from === null || till === null ? 30 : Math.max(1, Math.round((till - from) / (24 * HOUR_MS)))
  if (days >= 28 && days <= 31) return { amount, period: 'month' }
  if (days === 365 || days === 366) return { amount, period: 'year' }
  return { amount: scale(amount, 1n, BigInt(days)), period: 'day' }
}
