import { cleanName, rawText } from '#main/core/model/raw.ts'
import type { ResourceAttributes } from '#main/core/model/resource.ts'
import type { ResourceStatus } from '#shared/contract/resources.ts'
import { type Finding, firstText, itemOf, known, type Names, statusOf } from '../common/finding.ts'
import { rateOf } from '../common/prices.ts'
import { gbOfMb } from '../common/sizes.ts'
import { strip } from '../common/strip.ts'
import { KEPT_OF_SERVICE } from './keep.ts'
import { databaseOf, kindOf } from './kinds.ts'
import type { WireService } from './wire.ts'

const STATES: Readonly<Record<string, ResourceStatus>> = {
  RUNNING: 'running',
  STOPPED: 'stopped',
  CREATING: 'changing',
  RESTARTING: 'changing',
  RECONFIGURING: 'changing',
}

/** Suspended for want of money is not the same as suspended for repairs: the first costs nothing meanwhile. */
function stateOf(wire: WireService): ResourceStatus {
  if (wire.status?.toUpperCase() === 'SUSPENDED') {
    return wire.status_details?.toUpperCase() === 'SUSPENDED_INSUFFICIENT_FUNDS' ? 'blocked' : 'stopped'
  }
  return wire.unblocking || wire.migrating || wire.restoring ? 'changing' : statusOf(STATES, wire.status)
}

export function normalizeService(wire: WireService, names: Names): Finding {
  const word = wire.type ?? ''
  const { type, service, engine } = kindOf(word)
  const own = rateOf(wire.price_day, wire.price_month)
  const preset = wire.configuration_id === null ? undefined : names.prices.get(wire.configuration_id)
  const rate = own.price === null && preset ? { price: preset, isUnread: false } : own
  return {
    isPriceUnread: rate.isUnread,
    item: itemOf({
      ref: wire.id,
      name: cleanName(firstText(wire.display_name, wire.slug), wire.id),
      type,
      kind: cleanName(word, 'service').toLowerCase(),
      service,
      region: wire.region,
      status: stateOf(wire),
      project: wire.project_id === null ? null : (names.projects.get(wire.project_id) ?? null),
      createdAtMs: wire.created_at,
      price: rate.price,
      attributes: {
        ...databaseAttributes(wire, engine),
        ...(type === 'object_storage' ? storageAttributes(wire) : {}),
        ...(type === 'cdn' ? networkAttributes(wire) : {}),
        ...known({ description: wire.description }),
      },
      raw: rawText(strip(wire.raw, KEPT_OF_SERVICE)),
    }),
  }
}

function databaseAttributes(wire: WireService, engine: string | null): ResourceAttributes {
  const database = databaseOf(wire)
  if (database === null) return known({ engine })
  const { configuration, address_info: addresses } = database
  const version = firstText(configuration.display_version, configuration.version)
  const ips = (list: { ip: string | null }[]) => list.flatMap(({ ip }) => (ip ? [ip] : []))
  const [address, ...more] = ips(addresses.public)
  return known({
    vcpu: configuration.cpu_count,
    ramGb: gbOfMb(configuration.memory),
    diskGb: gbOfMb(configuration.disk_size),
    address,
    addresses: address === undefined || more.length === 0 ? [] : [address, ...more],
    privateAddresses: ips(addresses.private),
    engine: [engine, version].filter((text) => text !== null).join(' '),
    host: database.host,
    port: database.port,
    isReadOnly: database.read_only,
  })
}

const storageAttributes = ({ s3 }: WireService): ResourceAttributes =>
  known({ host: s3.fqdn, isPublic: s3.public })

const networkAttributes = ({ cdn }: WireService): ResourceAttributes =>
  known({
    domains: cdn.resource_domain.flatMap(({ domain }) => (domain ? [domain] : [])),
    source: cdn.source_domain,
  })
