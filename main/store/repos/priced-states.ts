import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { ResourceState } from '#main/core/model/resource.ts'
import { fromFemtos } from '#main/core/money/money.ts'
import { fromStored } from '#main/core/money/stored.ts'
import type { ReadableDb } from '../db.ts'
import { asText } from '../schema/columns.ts'
import { resourceAliases, resources } from '../schema/inventory.ts'

/** What a connection has that costs something by its price, as the store knows it now. */
export function readPricedStates(db: ReadableDb, connectionId: string): ResourceState[] {
  const rows = db
    .select({
      externalId: resources.externalId,
      name: resources.name,
      type: resources.type,
      service: resources.service,
      region: resources.region,
      zone: resources.zone,
      status: resources.status,
      project: resources.project,
      currency: resources.currency,
      period: resources.pricePeriod,
      micros: asText(resources.priceMicros),
      rest: asText(resources.priceRest),
    })
    .from(resources)
    .where(
      and(
        eq(resources.connectionId, connectionId),
        isNull(resources.goneAtMs),
        isNotNull(resources.priceMicros),
      ),
    )
    .all()
  return rows.map(({ currency, period, micros, rest, ...plain }) => ({
    ...plain,
    owner: null,
    businessUnit: null,
    environment: null,
    price: currency && period ? { amount: fromFemtos(fromStored(micros, rest), currency), period } : null,
    attributes: {},
    tags: [],
  }))
}

/** Resources by the numbers under which the provider speaks of them; a merged part means what it is part of. */
export function readIds(db: ReadableDb, connectionId: string, refs: readonly string[]): Map<string, number> {
  const own = db
    .select({ ref: resources.externalId, id: resources.id })
    .from(resources)
    .where(and(eq(resources.connectionId, connectionId), inArray(resources.externalId, [...refs])))
    .all()
  const merged = db
    .select({ ref: resourceAliases.externalId, id: resourceAliases.resourceId })
    .from(resourceAliases)
    .where(
      and(eq(resourceAliases.connectionId, connectionId), inArray(resourceAliases.externalId, [...refs])),
    )
    .all()
  return new Map([...own, ...merged].map(({ ref, id }) => [ref, id]))
}
