import { addDays, type Day } from '#shared/lib/day.ts'
import type { ResourceState } from '../model/resource.ts'
import { money, toText } from '../money/money.ts'
import { hashOf } from './random.ts'
import type { DemoCompany, DemoConnection, DemoResource } from './shape.ts'
import { isThere, midnightMs, momentOf, productOf, renewalsOf, snapshotDaysAgo } from './timeline.ts'

/** A volume that stands merged in a resource has a number of its own. */
export const partIdOf = (connection: DemoConnection, resource: DemoResource, part: string): string =>
  uuidOf((salt) => partOf(`${connection.key}/${resource.name}/${part}/${salt}`))

const partOf = (text: string): string => hashOf(text).toString(16).padStart(8, '0')

function uuidOf(part: (salt: number) => string): string {
  const [a, b, c, d] = [part(1), part(2), part(3), part(4)]
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
}

const NAMED_BY_PEOPLE = new Set(['object_storage', 'domain'])

/** As each provider writes it: an identifier like a UUID at Selectel, a number at Beget, the own name of buckets and domains. */
export function externalIdOf(
  company: DemoCompany,
  connection: DemoConnection,
  resource: DemoResource,
): string {
  const { type } = productOf(company, resource)
  if (NAMED_BY_PEOPLE.has(type)) return resource.name
  const part = (salt: number): string => partOf(`${connection.key}/${resource.name}/${salt}`)
  if (connection.provider === 'beget')
    return `${resource.product.slice(resource.product.indexOf('.') + 1)}-${(Number.parseInt(part(1), 16) % 9_000_000) + 1_000_000}`
  return uuidOf(part)
}

function stateOf(
  company: DemoCompany,
  connection: DemoConnection,
  resource: DemoResource,
  anchor: Day,
  daysAgo: number,
): ResourceState {
  const product = productOf(company, resource)
  const { status, attributes, marks, price } = momentOf(company, connection, resource, anchor, daysAgo)
  const renewals = renewalsOf(resource, anchor)
  const isPaid = renewals !== null && addDays(anchor, -daysAgo) > renewals.paidOn
  const volumes = (resource.parts ?? []).map(({ name, dailyCost, ...part }) => ({
    externalId: partIdOf(connection, resource, name),
    name,
    ...part,
    dailyCost: toText(money(dailyCost, 'RUB')),
  }))
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
    attributes: { ...attributes, ...renewal, ...(volumes.length > 0 ? { volumes } : {}) },
    marks,
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
