import { addDays, type Day } from '#shared/lib/day.ts'
import type { ResourceState } from '../model/resource.ts'
import { hashOf } from './random.ts'
import type { DemoCompany, DemoConnection, DemoResource } from './shape.ts'
import { isThere, midnightMs, momentOf, productOf, renewalsOf, snapshotDaysAgo } from './timeline.ts'

const NAMED_BY_PEOPLE = new Set(['object_storage', 'domain'])

/** As each provider writes it: an identifier like a UUID at Selectel, a number at Beget, the own name of buckets and domains. */
export function externalIdOf(
  company: DemoCompany,
  connection: DemoConnection,
  resource: DemoResource,
): string {
  const { type } = productOf(company, resource)
  if (NAMED_BY_PEOPLE.has(type)) return resource.name
  const part = (salt: number): string =>
    hashOf(`${connection.key}/${resource.name}/${salt}`).toString(16).padStart(8, '0')
  if (connection.provider === 'beget')
    return `${resource.product.slice(resource.product.indexOf('.') + 1)}-${(Number.parseInt(part(1), 16) % 9_000_000) + 1_000_000}`
  const [a, b, c, d] = [part(1), part(2), part(3), part(4)]
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
}

function stateOf(
  company: DemoCompany,
  connection: DemoConnection,
  resource: DemoResource,
  anchor: Day,
  daysAgo: number,
): ResourceState {
  const product = productOf(company, resource)
  const { status, attributes, price } = momentOf(company, connection, resource, anchor, daysAgo)
  const renewals = renewalsOf(resource, anchor)
  const isPaid = renewals !== null && addDays(anchor, -daysAgo) > renewals.paidOn
  const renewal = renewals ? { renewsOn: isPaid ? renewals.nextOn : renewals.paidOn } : {}
  return {
    externalId: externalIdOf(company, connection, resource),
    name: resource.name,
    type: product.type,
    service: product.service,
    region: resource.region,
    zone: resource.zone ?? null,
    status,
    owner: resource.tags.team ?? null,
    project: resource.tags.project ?? null,
    businessUnit: connection.businessUnit,
    environment: resource.tags.env ?? null,
    price: { amount: price, period: resource.price.period },
    attributes: { ...attributes, ...renewal },
    tags: Object.entries(resource.tags).map(([key, value]) => ({ key, value })),
  }
}

export type DemoSnapshot = { startedAtMs: number; finishedAtMs: number; found: ResourceState[] }

/** Looks follow one another by forty seconds; the last of a night ends with the day before. */
export function snapshotsOf(
  company: DemoCompany,
  connection: DemoConnection,
  anchor: Day,
  position: number,
): DemoSnapshot[] {
  return snapshotDaysAgo(company, connection, anchor).map((daysAgo) => {
    const finishedAtMs = midnightMs(addDays(anchor, -daysAgo)) - position * 40_000
    const found = connection.resources
      .filter((resource) => isThere(resource, daysAgo))
      .map((resource) => stateOf(company, connection, resource, anchor, daysAgo))
    return { startedAtMs: finishedAtMs - 25_000, finishedAtMs, found }
  })
}
