import type { InventoryItem } from '#main/core/model/findings.ts'
import type { ResourceType } from '#shared/contract/resources.ts'
import { fromMegabytes, gigabytes, itemOf, type Normal } from '../openstack/item.ts'
import { bucketRef, ownerOfContainer, UPLOAD_PARTS } from '../scopes.ts'
import { serviceOf } from '../types.ts'
import { clusterStatus, databaseStatus, dedicatedStatus, registryStatus } from './statuses.ts'
import type {
  WireCluster,
  WireContainer,
  WireDatastore,
  WireDatastoreType,
  WireDedicated,
  WireNodeGroup,
  WireRegistry,
} from './wire.ts'

type Place = { region: string | null; project: string }

type Size = { vcpus: number | null; ram: number | null; disk: number | null }

const sold = (type: ResourceType, kind: string, { region, project }: Place) => ({
  type,
  kind,
  service: serviceOf(type, kind),
  region,
  project,
})

/** Sizes are those of one node: that is what its load is measured against. */
export function datastoreOf(
  wire: WireDatastore,
  known: { types: ReadonlyMap<string, WireDatastoreType>; flavors: ReadonlyMap<string, Size> },
  place: Place,
): Normal {
  const type = wire.type_id ? known.types.get(wire.type_id) : undefined
  const size = wire.flavor ?? (wire.flavor_id ? known.flavors.get(wire.flavor_id) : undefined)
  const [instance] = wire.instances ?? []
  const engine = type?.engine?.toLowerCase() ?? null
  const isCache = engine === 'redis' || engine === 'valkey'
  return itemOf(databaseStatus(wire.status), {
    ...sold(isCache ? 'cache' : 'database', engine ? `dbaas_${engine}` : 'dbaas', place),
    ref: wire.id,
    name: wire.name,
    zone: instance?.availability_zone ?? null,
    createdAtMs: wire.created_at,
    raw: wire.raw,
    attributes: {
      vcpu: size?.vcpus,
      ramGb: fromMegabytes(size?.ram),
      diskGb: size?.disk,
      nodes: wire.node_count,
      engine,
      version: type?.version,
      address: instance?.floating_ip ?? instance?.ip,
    },
  })
}

export function clusterOf(wire: WireCluster, groups: readonly WireNodeGroup[], place: Place): Normal {
  const nodes = groups.reduce((sum, { nodes }) => sum + nodes.items.length, 0)
  const scaled = groups.filter(({ enable_autoscale }) => enable_autoscale)
  return itemOf(clusterStatus(wire.status), {
    ...sold('kubernetes', 'mks_cluster', place),
    ref: wire.id,
    name: wire.name,
    // A zonal cluster's groups stand in one zone, and so does it.
    zone: wire.zonal ? (groups[0]?.availability_zone ?? null) : null,
    createdAtMs: wire.created_at,
    raw: wire.raw,
    attributes: {
      version: wire.kube_version,
      address: wire.kube_api_ip,
      nodes,
      nodeGroups: groups.length,
      maxNodes: scaled.length === 0 ? null : scaled.reduce((sum, g) => sum + (g.autoscale_max_nodes ?? 0), 0),
    },
  })
}

export function registryOf(wire: WireRegistry, place: Place): Normal {
  return itemOf(registryStatus(wire.status), {
    ...sold('registry', 'craas_registry', place),
    ref: wire.id,
    name: wire.name,
    createdAtMs: wire.createdAt,
    raw: wire.raw,
    attributes: { diskGb: gigabytes(wire.size), limitGb: gigabytes(wire.sizeLimit) },
  })
}

/** Containers with the parts of big objects belong to the one that they were sent to; alone they stand for themselves. */
export function bucketsOf(
  wires: readonly WireContainer[],
  { region, project, projectId }: { region: string; project: string; projectId: string },
): InventoryItem[] {
  const byName = new Map<string, { wire: WireContainer; bytes: number; count: number }>()
  for (const wire of wires) {
    const name = ownerOfContainer(wire.name)
    const before = byName.get(name)
    const isOwner = wire.name === name
    byName.set(name, {
      wire: before && !isOwner ? before.wire : wire,
      bytes: (before?.bytes ?? 0) + (wire.bytes ?? 0),
      count: (before?.count ?? 0) + (isOwner ? (wire.count ?? 0) : 0),
    })
  }
  byName.delete(UPLOAD_PARTS)
  const place = { region, project }
  return [...byName].flatMap(
    ([name, { wire, bytes, count }]) =>
      itemOf('running', {
        ...sold('object_storage', 's3_storage', place),
        ref: bucketRef(projectId, region, name),
        name,
        createdAtMs: null,
        raw: wire.raw,
        attributes: { diskGb: gigabytes(bytes), objects: count },
      }) ?? [],
  )
}

export function dedicatedOf(
  wire: WireDedicated,
  names: { locations: ReadonlyMap<string, string>; services: ReadonlyMap<string, string> },
  project: string,
): Normal {
  const { location_uuid, service_uuid, billing } = wire
  const config = service_uuid ? names.services.get(service_uuid) : undefined
  const region = (location_uuid && names.locations.get(location_uuid)) || location_uuid
  return itemOf(dedicatedStatus(wire.state), {
    ...sold('dedicated', wire.service_type ?? 'server', { region, project }),
    ref: wire.uuid,
    name: wire.user_desc ?? config ?? null,
    createdAtMs: null,
    raw: wire.raw,
    attributes: {
      configuration: config,
      plan: billing?.current_price_plan?.name,
      hasEnoughBalance: billing?.has_enough_balance,
    },
  })
}
