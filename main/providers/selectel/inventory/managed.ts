import type { InventoryItem } from '#main/core/model/findings.ts'
import { addPage, newCount } from '../billing/turns.ts'
import {
  containerPages,
  listClusters,
  listDatastores,
  listDedicated,
  listNodeGroups,
  listRegistries,
} from '../managed/lists.ts'
import { bucketsOf, clusterOf, datastoreOf, dedicatedOf, registryOf } from '../managed/normalize.ts'
import type { WireContainer, WireNodeGroup } from '../managed/wire.ts'
import type { CloudSession } from '../openstack/session.ts'
import { askPart } from '../outcome.ts'
import { scopeOf } from '../scopes.ts'
import { type Look, type Pool, partOf, tellItems } from './pool.ts'

/** `isGuessed`: no catalogue names this address. Where the bill names nothing either, nobody need answer there. */
export type Address = { url: string; isGuessed: boolean }

/** Returns which cluster each server is a node of. */
export async function tellClusters(pool: Pool, address: Address): Promise<ReadonlyMap<string, string>> {
  const clusters = new Map<string, string>()
  const part = partOf(pool, 'clusters')
  await askPart(pool.run, { ...part, isOptional: true, isGuessed: address.isGuessed }, async () => {
    const count = newCount()
    const list = await listClusters(pool.session, address.url)
    addPage(count, list)
    const items: InventoryItem[] = []
    for (const wire of list.items) {
      const groups = await listNodeGroups(pool.session, address.url, wire.id)
      addPage(count, groups)
      const item = clusterOf(wire, groups.items, { region: pool.region, project: pool.session.project })
      if (!item) continue
      items.push(item)
      for (const id of serversOf(groups.items)) clusters.set(id, item.name)
    }
    count.found = items.length
    await tellItems(pool, part.scope, items)
    return count
  })
  return clusters
}

const serversOf = (groups: readonly WireNodeGroup[]): string[] =>
  groups.flatMap(({ nodes }) => nodes.items.flatMap(({ os_server_id }) => os_server_id ?? []))

export async function tellDatabases(pool: Pool, address: Address): Promise<InventoryItem[]> {
  const part = partOf(pool, 'databases')
  let items: InventoryItem[] = []
  await askPart(pool.run, { ...part, isOptional: true, isGuessed: address.isGuessed }, async () => {
    const { datastores, types, flavors } = await listDatastores(pool.session, address.url)
    const place = { region: pool.region, project: pool.session.project }
    items = datastores.items.flatMap((wire) => datastoreOf(wire, { types, flavors }, place) ?? [])
    await tellItems(pool, part.scope, items)
    const { unreadable, first } = datastores
    return { found: items.length, unreadable, first }
  })
  return items
}

/** Where a pool has no object storage the answer is 404, or 403. */
export async function tellBuckets(pool: Pool, address: Address): Promise<void> {
  const part = partOf(pool, 'buckets')
  const { session, region, run } = pool
  const nature = { isOptional: true, isClosedWhereAbsent: true, isGuessed: address.isGuessed }
  await askPart(run, { ...part, ...nature }, async () => {
    const count = newCount()
    const wires: WireContainer[] = []
    for await (const page of containerPages(session, address.url, (each) => addPage(count, each)))
      wires.push(...page)
    const items = bucketsOf(wires, { region, project: session.project, projectId: session.projectId })
    await tellItems(pool, part.scope, items)
    return { ...count, found: items.length }
  })
}

/** Registries and dedicated servers stand in no pool: they are asked for once a project. */
export async function tellRegistries(look: Look, session: CloudSession, address: Address): Promise<void> {
  const { projectId, project } = session
  const scope = scopeOf('registries', null, projectId)
  const nature = { isOptional: true, isClosedWhereAbsent: true, isGuessed: address.isGuessed }
  await askPart(look.run, { scope, endpoint: 'registries', project, ...nature }, async () => {
    const { items: wires, unreadable, first } = await listRegistries(session, address.url)
    const items = wires.flatMap((wire) => registryOf(wire, { region: null, project }) ?? [])
    await tellItems(look, scope, items)
    return { found: items.length, unreadable, first }
  })
}

export async function tellDedicated(look: Look, session: CloudSession, apiUrl: string): Promise<void> {
  const { projectId, project } = session
  const scope = scopeOf('dedicated', null, projectId)
  await askPart(
    look.run,
    { scope, endpoint: 'dedicated', project, isOptional: true, isClosedWhereAbsent: true },
    async () => {
      const { result, locations, services } = await listDedicated(session, apiUrl)
      const items = result.items.flatMap((wire) => dedicatedOf(wire, { locations, services }, project) ?? [])
      await tellItems(look, scope, items)
      return { found: items.length, unreadable: result.unreadable, first: result.first }
    },
  )
}
