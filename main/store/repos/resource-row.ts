import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { canonical, type FlatState, flatten, type ResourceState } from '#main/core/model/resource.ts'
import { fromFemtos } from '#main/core/money/money.ts'
import { normalizePrice } from '#main/core/money/price.ts'
import { fromStored, toStored } from '#main/core/money/stored.ts'
import type { ReadableDb } from '../db.ts'
import { asText } from '../schema/columns.ts'
import { resources, resourceTags } from '../schema/inventory.ts'

/** The columns that a look at the account fills. */
export const STATE_COLUMNS = [
  'name',
  'type',
  'service',
  'region',
  'zone',
  'status',
  'owner',
  'project',
  'businessUnit',
  'environment',
  'currency',
  'pricePeriod',
  'priceMicros',
  'priceRest',
  'dailyMicros',
  'dailyRest',
  'monthlyMicros',
  'monthlyRest',
  'attributes',
  'marks',
  'scope',
  'stateHash',
] as const satisfies readonly (keyof typeof resources.$inferInsert)[]

export const hashOf = (flat: FlatState): string =>
  createHash('sha256').update(canonical(flat)).digest('base64url').slice(0, 22)

export function toRow(state: ResourceState, stateHash: string, scope: string | null = null) {
  const { externalId: _, price, tags: __, marks = [], ...plain } = state
  const cost = price ? normalizePrice(price.amount, price.period) : null
  const stored = price ? toStored(price.amount.femtos) : null
  const daily = cost ? toStored(cost.daily.femtos) : null
  const monthly = cost ? toStored(cost.monthly.femtos) : null
  return {
    ...plain,
    currency: price?.amount.currency ?? null,
    pricePeriod: price?.period ?? null,
    priceMicros: stored?.micros ?? null,
    priceRest: stored?.rest ?? null,
    dailyMicros: daily?.micros ?? null,
    dailyRest: daily?.rest ?? null,
    monthlyMicros: monthly?.micros ?? null,
    monthlyRest: monthly?.rest ?? null,
    marks: marks.length === 0 ? null : [...marks],
    scope,
    stateHash,
  }
}

/** The state that a stored resource has now, with the provider's tags only. */
export function readState(db: ReadableDb, id: number): ResourceState & { scope: string | null } {
  const row = db
    .select({
      resource: resources,
      priceMicros: asText(resources.priceMicros),
      priceRest: asText(resources.priceRest),
    })
    .from(resources)
    .where(eq(resources.id, id))
    .get()
  if (!row) throw new Error(`no resource ${id}`)
  const tags = db
    .select({ key: resourceTags.key, value: resourceTags.value })
    .from(resourceTags)
    .where(and(eq(resourceTags.resourceId, id), eq(resourceTags.source, 'provider')))
    .all()
  const { resource, priceMicros, priceRest } = row
  const { externalId, name, type, service, region, zone, status, scope } = resource
  const { owner, project, businessUnit, environment, currency, pricePeriod, attributes, marks } = resource
  const price =
    currency && pricePeriod
      ? { amount: fromFemtos(fromStored(priceMicros, priceRest), currency), period: pricePeriod }
      : null
  const place = { owner, project, businessUnit, environment }
  return {
    externalId,
    name,
    type,
    service,
    region,
    zone,
    status,
    ...place,
    price,
    attributes,
    marks: marks ?? [],
    tags,
    scope,
  }
}

export function readFlat(db: ReadableDb, id: number): FlatState {
  const { scope: _, ...state } = readState(db, id)
  return flatten(state)
}
