import { lists, pagesOf } from '../openstack/lists.ts'
import {
  balancerOf,
  floatingIpOf,
  imageOf,
  type Place,
  portOf,
  serverOf,
  shareOf,
  snapshotOf,
  volumeOf,
} from '../openstack/normalize.ts'
import type { WireFlavor } from '../openstack/wire.ts'
import { serviceOf } from '../types.ts'
import { addressIn, type Pool, tellList } from './pool.ts'

const placeOf = ({ region, session }: Pool): Place => ({
  region,
  project: session.project,
  serviceOf: (type) => serviceOf(type, 'vpc'),
})

/** `clusterOf`: to which cluster a server belongs. It is listed once, as a server that says so. */
export async function tellServers(pool: Pool, clusterOf: (serverId: string) => string | null): Promise<void> {
  const place = placeOf(pool)
  const flavors = new Map<string, WireFlavor>()
  await tellList(
    pool,
    lists.servers,
    (wire) => serverOf(wire, flavors, clusterOf(wire.id), place),
    () => readFlavors(pool, flavors),
  )
}

/** Servers of an older Nova only name their flavor: without the list they would be told as having no size. */
async function readFlavors(pool: Pool, into: Map<string, WireFlavor>): Promise<void> {
  const url = addressIn(pool, lists.flavors)
  if (url === null) return
  for await (const page of pagesOf(pool.session, lists.flavors, url, () => undefined))
    for (const flavor of page) into.set(flavor.id, flavor)
}

export async function tellVolumes(pool: Pool): Promise<void> {
  const place = placeOf(pool)
  await tellList(pool, lists.volumes, (wire) => volumeOf(wire, place))
  await tellList(pool, lists.snapshots, (wire) => snapshotOf(wire, place))
}

/** Ports say which device an address hangs on, so they come first. */
export async function tellNetwork(pool: Pool): Promise<void> {
  const place = placeOf(pool)
  const devices = new Map<string, string>()
  await tellList(pool, lists.ports, (wire) => {
    if (wire.device_id) devices.set(wire.id, wire.device_id)
    return portOf(wire, place)
  })
  await tellList(pool, lists.floatingIps, (wire) => floatingIpOf(wire, devices, place))
  await tellList(pool, lists.balancers, (wire) => balancerOf(wire, place))
}

export async function tellStored(pool: Pool): Promise<void> {
  const place = placeOf(pool)
  await tellList(pool, lists.images, (wire) => imageOf(wire, place))
  await tellList(pool, lists.shares, (wire) => shareOf(wire, place))
}
