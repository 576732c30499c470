import { CANARY } from './canaries.ts'
import { DAY_MS, floorHour, HOUR_MS, moscow } from './ids.ts'
import { hoursOf, type Meter, type SelectelModel, type Thing } from './model.ts'

type Question = {
  products: ReadonlySet<string>
  fromMs: number
  toMs: number
  grouping: string
  stepMs: number
}

/**
 * The consumption, span by span, as its interface groups it. The bill ends with the last full hour, less what a product
 * lags behind.
 */
export function* consumptionRows(model: SelectelModel, question: Question): Generator<unknown> {
  const { fromMs, toMs, stepMs } = question
  for (let start = fromMs; start < toMs; start += stepMs) {
    const end = Math.min(start + stepMs, toMs)
    if (question.grouping === 'project') yield* projectRows(model, question, start, end)
    else for (const thing of model.things.values()) yield* rowsOfThing(model, thing, question, start, end)
  }
}

function spans(model: SelectelModel, thing: Thing, start: number, end: number): [Meter, number][] {
  const { bill } = thing
  if (!bill) return []
  const known = floorHour(model.nowMs()) - (model.quirks.lag[bill.product] ?? 0) * HOUR_MS
  const sums: [Meter, number][] = []
  for (const [index, { meters }] of bill.rates.entries()) {
    const hours = hoursOf(thing, index, start, Math.min(end, known))
    if (hours > 0) for (const meter of meters) sums.push([meter, hours])
  }
  return sums
}

function* projectRows(
  model: SelectelModel,
  { products }: Question,
  start: number,
  end: number,
): Generator<unknown> {
  const sums = new Map<string, { product: string; project: string | null; kopecks: number }>()
  for (const thing of model.things.values()) {
    const product = thing.bill?.product ?? ''
    if (!products.has(product)) continue
    const found = spans(model, thing, start, end)
    if (found.length === 0) continue
    const key = `${product} ${thing.project}`
    const sum = sums.get(key) ?? { product, project: thing.project, kopecks: 0 }
    for (const [meter, hours] of found) sum.kopecks += meter.kopecks * hours
    sums.set(key, sum)
  }
  for (const { product, project, kopecks } of sums.values())
    yield row(model, { product, project, kopecks, metric: null, object: null, start, end })
}

function* rowsOfThing(
  model: SelectelModel,
  thing: Thing,
  { products, grouping }: Question,
  start: number,
  end: number,
): Generator<unknown> {
  const { bill, id, name, zone, pool } = thing
  if (!bill || !products.has(bill.product)) return
  const found = spans(model, thing, start, end)
  const object = bill.hasObject
    ? { id, name, type: bill.kind, parent_id: bill.parent ?? thing.project, parent_name: null }
    : null
  const project = grouping === 'project_object_region_metric' ? thing.project : null
  if (grouping === 'object') {
    if (found.length === 0) return
    const kopecks = found.reduce((sum, [meter, hours]) => sum + meter.kopecks * hours, 0)
    yield row(model, { product: bill.product, project, kopecks, metric: null, object, start, end })
    return
  }
  for (const [meter, hours] of found) {
    const region = meter.region === undefined ? (zone ?? pool) : meter.region
    const metric =
      meter.metric === null
        ? null
        : { id: meter.metric, name: meter.name, quantity: meter.quantity, unit: meter.unit, region }
    yield row(model, {
      product: bill.product,
      project,
      kopecks: meter.kopecks * hours,
      metric,
      object,
      start,
      end,
    })
  }
}

function row(
  model: SelectelModel,
  parts: {
    product: string
    project: string | null
    kopecks: number
    metric: unknown
    object: unknown
    start: number
    end: number
  },
): unknown {
  const { product, project, kopecks, metric, object, start, end } = parts
  const name = model.projects.find(({ id }) => id === project)?.name ?? null
  return {
    account_id: model.account.number,
    provider_key: product,
    value: kopecks,
    period: moscow(start),
    project: project === null ? null : { id: project, name },
    metric,
    object,
    provision_end: moscow(end),
    ...(object === null ? { access_token: CANARY.billToken } : {}),
  }
}

/** The flat report of a span of days: what the cloud costs, and what was paid for everything else. */
export function* reportRows(model: SelectelModel, fromMs: number, toMs: number): Generator<unknown> {
  for (const thing of model.things.values()) {
    for (const [meter, hours] of spans(model, thing, fromMs, toMs)) {
      yield {
        ...projectOf(model, thing.project),
        product_name: 'Облачная платформа',
        service_name: thing.bill?.product,
        resource_id: thing.bill?.hasObject ? thing.id : null,
        resource_name: thing.bill?.hasObject ? thing.name : null,
        resource_type: thing.bill?.kind,
        parent_resource_id: thing.bill?.parent,
        location_region_key: thing.pool,
        location_availability_zone_key: thing.zone,
        metric_id: meter.metric,
        metric_name: meter.name,
        provision_from: moscow(Math.max(fromMs, floorHour(thing.bornMs))),
        provision_till: moscow(toMs - 1000),
        balance: 'main',
        value: meter.kopecks * hours,
        quantity: meter.quantity * hours,
        unit: meter.unit,
      }
    }
  }
  for (const paid of model.report) {
    if (!isOfSpan(paid.from, fromMs, toMs)) continue
    yield {
      ...projectOf(model, paid.project),
      product_name: paid.product,
      service_name: paid.product,
      resource_id: paid.resourceId,
      resource_name: paid.name,
      resource_type: paid.type,
      parent_resource_id: null,
      location_region_key: 'msk',
      location_availability_zone_key: null,
      metric_id: `${paid.type}_rent`,
      metric_name: 'Аренда',
      provision_from: paid.from,
      provision_till: paid.till,
      balance: paid.balance,
      value: paid.kopecks,
      quantity: 1,
      unit: 'item',
    }
  }
}

const isOfSpan = (from: string, fromMs: number, toMs: number): boolean =>
  from >= moscow(fromMs) && from < moscow(toMs)

const projectOf = (model: SelectelModel, id: string | null) => ({
  project_id: id,
  project_name: model.projects.find((project) => project.id === id)?.name ?? null,
})

export const STEPS: Readonly<Record<string, number>> = { hour: HOUR_MS, day: DAY_MS }
