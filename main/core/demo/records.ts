import { addDays, type Day } from '#shared/lib/day.ts'
import { divideHalfAway } from '#shared/lib/decimal.ts'
import { rawText } from '../model/raw.ts'
import { money, toText } from '../money/money.ts'
import { normalizePrice } from '../money/price.ts'
import type { DemoCompany, DemoConnection, DemoResource } from './shape.ts'
import { externalIdOf, partIdOf } from './states.ts'
import { historyDays, isThere, productOf } from './timeline.ts'

export type DemoRecord = { externalId: string; source: string; text: string }

/** What the provider's inventory and bill said last of each resource, as each provider writes it. */
export function recordsOf(company: DemoCompany, connection: DemoConnection, anchor: Day): DemoRecord[] {
  return connection.resources
    .filter((resource) => isThere(resource, 0))
    .flatMap((resource) => {
      const externalId = externalIdOf(company, connection, resource)
      const isListed = !resource.marks?.includes('zombie') && !resource.attributes.kind
      return [
        ...(isListed
          ? [{ externalId, source: 'inventory', text: listed(connection, resource, externalId, anchor) }]
          : []),
        { externalId, source: 'bill', text: billed(company, connection, resource, externalId) },
        ...(resource.parts ?? []).map((part) => {
          const id = partIdOf(connection, resource, part.name)
          return {
            externalId,
            source: id,
            text: rawText({
              id,
              name: part.name,
              size: part.sizeGb,
              status: 'in-use',
              volume_type: part.kind,
              attachments: [{ server_id: externalId }],
            }),
          }
        }),
      ]
    })
}

function listed(
  { provider }: DemoConnection,
  { name, region, zone, status, attributes, tags, createdDaysAgo }: DemoResource,
  id: string,
  anchor: Day,
): string {
  const created = addDays(anchor, -(createdDaysAgo ?? historyDays(anchor)))
  const { vcpu, ramGb, diskGb, address, os, engine } = attributes
  if (provider === 'beget')
    return rawText({
      id,
      display_name: name,
      status: status === 'running' ? 'RUNNING' : 'STOPPED',
      region,
      date_create: created,
      ip_address: address,
      configuration: { cpu_count: vcpu, memory: ramGb && ramGb * 1024, disk_size: diskGb && diskGb * 1024 },
      software: engine ?? os,
    })
  return rawText({
    id,
    name,
    status: status === 'running' ? 'ACTIVE' : 'SHUTOFF',
    created: `${created}T09:12:44Z`,
    region,
    availability_zone: zone,
    flavor: vcpu === undefined ? undefined : { vcpus: vcpu, ram: (ramGb ?? 0) * 1024 },
    size: vcpu === undefined ? diskGb : undefined,
    ip: address,
    image: os,
    datastore: engine,
    metadata: tags,
  })
}

/** Selectel counts in kopecks and by the hour, Beget in roubles and by the day. */
export function billed(
  company: DemoCompany,
  { provider, accountRef, subAccount }: DemoConnection,
  resource: DemoResource,
  id: string,
): string {
  const { sku, skuName } = productOf(company, resource)
  const daily = normalizePrice(money(resource.price.amount, 'RUB'), resource.price.period).daily
  if (provider === 'beget')
    return rawText({ id, login: accountRef, title: skuName, tariff: sku, price_day: toText(daily).amount })
  const kopecks = divideHalfAway(daily.femtos * 100n, 24n * 10n ** 15n)
  return rawText({
    account_id: accountRef,
    project: { name: subAccount },
    object: { id, name: resource.name, type: resource.attributes.kind ?? sku.toLowerCase() },
    region: resource.region,
    metric: { name: skuName },
    value: Number(kopecks),
    unit: 'kopecks per hour',
  })
}
