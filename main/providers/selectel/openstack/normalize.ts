import { cleanName } from '#main/core/model/raw.ts'
import type { ResourceType } from '#shared/contract/resources.ts'
import { fromMegabytes, gigabytes, itemOf, type Normal } from './item.ts'
import { addressStatus, balancerStatus, serverStatus, storedStatus } from './statuses.ts'
import type {
  WireBalancer,
  WireFlavor,
  WireFloatingIp,
  WireImage,
  WirePort,
  WireServer,
  WireShare,
  WireSnapshot,
  WireVolume,
} from './wire.ts'

/** Where a list was read, and what its provider calls the service that sells such things. */
export type Place = { region: string; project: string; serviceOf(type: ResourceType): string }

type Common = { id: string; name: string | null; raw: string; created_at?: number | null }

const common = (wire: Common, type: ResourceType, { region, project, serviceOf }: Place) => ({
  ref: wire.id,
  name: wire.name,
  type,
  service: serviceOf(type),
  region,
  project,
  createdAtMs: wire.created_at ?? null,
  raw: wire.raw,
})

/** Newer answers describe the flavor themselves; older ones name it, and the list of flavors tells the rest. */
export function serverOf(
  wire: WireServer,
  flavors: ReadonlyMap<string, WireFlavor>,
  cluster: string | null,
  place: Place,
): Normal {
  const named = wire.flavor?.id ? flavors.get(wire.flavor.id) : undefined
  const flavor = wire.flavor?.vcpus == null ? named : wire.flavor
  const addresses = addressesOf(wire)
  return itemOf(serverStatus(wire.status), {
    ...common(wire, 'server', place),
    kind: 'server',
    zone: wire['OS-EXT-AZ:availability_zone'],
    createdAtMs: wire.created,
    attributes: {
      vcpu: flavor?.vcpus,
      ramGb: fromMegabytes(flavor?.ram),
      // A flavor with a disk of its own; volumes come with their own sizes.
      diskGb: flavor?.disk || null,
      flavor: wire.flavor?.original_name ?? named?.name,
      address: addresses[0],
      addresses: addresses.length > 1 ? addresses : null,
      cluster,
    },
    tags: (wire.tags ?? []).map((tag) => ({ key: cleanName(tag, 'tag'), value: '' })),
  })
}

/** The floating ones first: they are what the server is reached by. */
function addressesOf({ addresses }: WireServer): string[] {
  const all = Object.values(addresses ?? {}).flat()
  const isFloating = (one: (typeof all)[number]): boolean => one['OS-EXT-IPS:type'] === 'floating'
  const sorted = [...all.filter(isFloating), ...all.filter((one) => !isFloating(one))]
  return [...new Set(sorted.flatMap(({ addr }) => (addr === null ? [] : [addr])))]
}

export function volumeOf(wire: WireVolume, place: Place): Normal {
  return itemOf(storedStatus(wire.status), {
    ...common(wire, 'volume', place),
    kind: wire.volume_type ?? 'volume',
    zone: wire.availability_zone,
    attachedTo: wire.attachments?.find(({ server_id }) => server_id)?.server_id ?? null,
    attributes: {
      diskGb: wire.size,
      // `fast.ru-3b`: the kind of disk, and where.
      diskType: wire.volume_type?.split('.')[0],
      isBootable: wire.bootable || null,
      device: wire.attachments?.[0]?.device,
    },
  })
}

export function snapshotOf(wire: WireSnapshot, place: Place): Normal {
  return itemOf(storedStatus(wire.status), {
    ...common(wire, 'snapshot', place),
    kind: 'snapshot',
    attributes: { diskGb: wire.size, volume: wire.volume_id },
  })
}

/** Only what belongs to a server: the ports of routers and of address servers are the cloud's own. */
export function portOf(wire: WirePort, place: Place): Normal {
  if (!wire.device_id || !wire.device_owner?.startsWith('compute:')) return null
  const [address] = (wire.fixed_ips ?? []).flatMap(({ ip_address }) => ip_address ?? [])
  return itemOf(addressStatus(wire.status), {
    ...common(wire, 'network', place),
    kind: 'port',
    attachedTo: wire.device_id,
    attributes: { address, mac: wire.mac_address },
  })
}

/** `devices`: what hangs on each port. An address on a port that nobody lists is in use all the same. */
export function floatingIpOf(
  wire: WireFloatingIp,
  devices: ReadonlyMap<string, string>,
  place: Place,
): Normal {
  const name = wire.floating_ip_address
  return itemOf(addressStatus(wire.status), {
    ...common({ ...wire, name }, 'ip_address', place),
    kind: 'floating_ip',
    attachedTo: wire.port_id ? (devices.get(wire.port_id) ?? wire.port_id) : null,
    attributes: { address: name, fixedAddress: wire.fixed_ip_address },
  })
}

export function imageOf(wire: WireImage, place: Place): Normal {
  return itemOf(storedStatus(wire.status), {
    ...common(wire, 'image', place),
    kind: 'image',
    attributes: { diskGb: gigabytes(wire.size) },
  })
}

export function shareOf(wire: WireShare, place: Place): Normal {
  return itemOf(storedStatus(wire.status), {
    ...common(wire, 'file_storage', place),
    kind: wire.share_type_name ?? 'share',
    zone: wire.availability_zone,
    attributes: { diskGb: wire.size, protocol: wire.share_proto },
  })
}

export function balancerOf(wire: WireBalancer, place: Place): Normal {
  return itemOf(balancerStatus(wire.provisioning_status, wire.operating_status), {
    ...common(wire, 'load_balancer', place),
    kind: 'load_balancer',
    attributes: { address: wire.vip_address, flavor: wire.flavor_id },
  })
}
