import { floorHour, HOUR_MS } from './ids.ts'

/** What is counted on a thing; kopecks an hour, whole ones, so that every sum is known to the kopeck. */
export type Meter = {
  metric: string | null
  name: string
  unit: string
  quantity: number
  kopecks: number
  /** Where the bill says it is: the thing's zone or pool where left out. */
  region?: string | null
}

export type Shelf =
  | 'server'
  | 'volume'
  | 'snapshot'
  | 'port'
  | 'floatingIp'
  | 'image'
  | 'share'
  | 'balancer'
  | 'database'
  | 'cluster'
  | 'registry'
  | 'container'
  | 'dedicated'

/** Something in the account: what the bill says of it and what an inventory lists. */
export type Thing = {
  id: string
  name: string
  /** Where it is listed; null: only the bill knows it. */
  shelf: Shelf | null
  project: string | null
  pool: string
  zone: string | null
  /** The listing's own fields, filled in by its shelf. */
  spec: Record<string, unknown>
  bill: {
    product: string
    kind: string | null
    /** Without one the bill names no object. */
    hasObject: boolean
    parent: string | null
    /** Meters since when, the latest last. */
    rates: { fromMs: number; meters: Meter[] }[]
    untilMs: number | null
  } | null
  bornMs: number
  /** Since when no inventory lists it. */
  goneMs: number | null
}

export type Dedicated = {
  /** A line of the flat report: what was paid, when, for how long. */
  resourceId: string | null
  name: string
  product: string
  type: string
  project: string | null
  from: string
  till: string
  kopecks: number
  balance: 'main' | 'bonus'
}

type FakeProject = { id: string; name: string }

export type SelectelModel = {
  account: {
    number: string
    token: string
    user: string
    password: string
    enabled: boolean
    locked: boolean
  }
  projects: FakeProject[]
  /** In the account's list and not in the bill's, or the other way round. */
  hiddenFrom: { bill: Set<string>; account: Set<string> }
  pools: string[]
  things: Map<string, Thing>
  report: Dedicated[]
  transactions: Record<string, unknown>[]
  balances: { main: number; bonus: number; vk_rub: number }
  forecastHours: number | null
  /** What the service user may enter; null: every project. */
  entrances: Set<string> | null
  hasAccountRole: boolean
  denied: Set<'account' | 'balance' | 'consumption' | 'report' | 'transactions' | 'prices' | 'projects'>
  currency: string
  tokenLifeMs: number
  quirks: Quirks
  nowMs(): number
}

export type Quirks = {
  /** `settings` beside the data instead of in it. */
  hasMisplacedSettings: boolean
  groupings: ReadonlySet<string>
  products: ReadonlySet<string>
  hasCatalogue: boolean
  /** Older computes know no versions and only name a server's flavor. */
  hasEmbeddedFlavors: boolean
  refusesVersions: boolean
  /** Hours that the bill of a product lags behind. */
  lag: Readonly<Record<string, number>>
  /** Pools without an object storage, and pools where nobody answers. */
  withoutStorage: ReadonlySet<string>
  silent: ReadonlySet<string>
  hasMetrics: boolean
  /** Rows of the consumption that are no rows: put at its beginning. */
  junkRows: unknown[]
}

/** What an hour of a thing costs by meter; nothing where it is not billed then. */
function metersAt(thing: Thing, hourMs: number): readonly Meter[] {
  const { bill } = thing
  if (!bill || hourMs < floorHour(thing.bornMs)) return []
  if (bill.untilMs !== null && hourMs >= bill.untilMs) return []
  let meters: readonly Meter[] = []
  for (const rate of bill.rates) if (rate.fromMs <= hourMs) meters = rate.meters
  return meters
}

/** Whole hours of a span in which one rate of a thing held. */
export function hoursOf(thing: Thing, index: number, fromMs: number, toMs: number): number {
  const { bill } = thing
  const rate = bill?.rates[index]
  if (!bill || !rate) return 0
  const start = Math.max(fromMs, rate.fromMs, floorHour(thing.bornMs))
  const end = Math.min(
    toMs,
    bill.rates[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY,
    bill.untilMs ?? Number.POSITIVE_INFINITY,
  )
  return Math.max(0, Math.round((end - start) / HOUR_MS))
}

/** Kopecks of a span by product, rate by rate. */
export function kopecksByProduct(model: SelectelModel, fromMs: number, toMs: number): Map<string, number> {
  const sums = new Map<string, number>()
  for (const thing of model.things.values()) {
    for (const [index, { meters }] of (thing.bill?.rates ?? []).entries()) {
      const hours = hoursOf(thing, index, fromMs, toMs)
      const product = thing.bill?.product ?? ''
      for (const { kopecks } of meters) sums.set(product, (sums.get(product) ?? 0) + kopecks * hours)
    }
  }
  return sums
}

/** Kopecks of a span, hour by hour and meter by meter: slow, and by another way than the bill itself is made. */
export function kopecksBetween(model: SelectelModel, fromMs: number, toMs: number): number {
  let sum = 0
  for (const thing of model.things.values()) {
    const lagMs = (model.quirks.lag[thing.bill?.product ?? ''] ?? 0) * HOUR_MS
    const knownMs = floorHour(model.nowMs()) - lagMs
    for (let hour = fromMs; hour < Math.min(toMs, knownMs); hour += HOUR_MS) {
      for (const { kopecks } of metersAt(thing, hour)) sum += kopecks
    }
  }
  return sum
}
