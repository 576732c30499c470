import { addDays, type Day } from '#shared/lib/day.ts'
import type { Charge } from '../model/findings.ts'
import type { ResourceState } from '../model/resource.ts'
import { normalizePrice } from '../money/price.ts'
import { categoryOf } from './service-category.ts'

/** Longer gaps are left open: a price of months ago says nothing certain of them. */
const MAX_GAP_DAYS = 31

type Rates = {
  now: readonly ResourceState[]
  /** As they stood after the look before, for the days since: nobody looked, and the provider charged all the same. */
  before: ReadonlyMap<string, ResourceState>
  /** The last day that has lines; null for a first look. */
  lastDay: Day | null
  today: Day
}

/**
 * A provider that tells prices only charges by the day: each day costs what the price was then. Days since the last
 * look take the price of that look, for what both looks saw; what is new is charged from today.
 */
export function chargesOfRates({ now, before, lastDay, today }: Rates): { from: Day; lines: Charge[] } {
  const oldest = addDays(today, -MAX_GAP_DAYS)
  const from = lastDay === null || lastDay >= today ? today : latest(addDays(lastDay, 1), oldest)
  const lines: Charge[] = []
  for (let day = from; day <= today; day = addDays(day, 1)) {
    for (const state of now) {
      const priced = day === today ? state : before.get(state.externalId)
      const line = priced ? lineOf(priced, day) : null
      if (line) lines.push(line)
    }
  }
  return { from, lines }
}

function lineOf(state: ResourceState, day: Day): Charge | null {
  // What is blocked for debt is not charged while it is.
  if (!state.price || state.status === 'gone' || state.status === 'blocked') return null
  const { daily } = normalizePrice(state.price.amount, state.price.period)
  if (daily.femtos === 0n) return null
  return {
    day,
    ref: state.externalId,
    name: state.name,
    kind: state.type,
    parentRef: null,
    service: state.service,
    serviceCategory: categoryOf(state.type),
    region: state.region,
    zone: state.zone,
    project: state.project,
    sku: `rate:${state.price.period}`,
    skuName: null,
    unit: 'day',
    quantity: 10n ** 15n,
    billed: daily,
    description: null,
  }
}

const latest = (a: Day, b: Day): Day => (a > b ? a : b)
