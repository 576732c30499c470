import type { z } from 'zod'
import type { Each } from '#main/providers/http/each-of.ts'
import { nextPages } from '#main/providers/http/pages.ts'
import type { CloudSession } from '../openstack/session.ts'
import {
  type WireContainer,
  wireClusters,
  wireContainers,
  wireDatastores,
  wireDatastoreTypes,
  wireDbaasFlavors,
  wireDedicated,
  wireNamed,
  wireNodeGroups,
  wireRegistries,
} from './wire.ts'

const ask = <S extends z.ZodType>(session: CloudSession, url: string, endpoint: string, schema: S) =>
  session.json({ method: 'GET', url, endpoint }, schema)

export async function listDatastores(session: CloudSession, base: string) {
  const { datastores } = await ask(session, `${base}/datastores`, 'databases', wireDatastores)
  if (datastores.items.length === 0) return { datastores, types: new Map(), flavors: new Map() }
  const types = await ask(session, `${base}/datastore-types`, 'databases/types', wireDatastoreTypes)
  // Only older answers leave the size to the list of flavors.
  const flavors = datastores.items.every(({ flavor }) => flavor)
    ? []
    : (await ask(session, `${base}/flavors`, 'databases/flavors', wireDbaasFlavors)).flavors.items
  return {
    datastores,
    types: new Map(types['datastore-types'].items.map((type) => [type.id, type])),
    flavors: new Map(flavors.map((flavor) => [flavor.id, flavor])),
  }
}

export const listClusters = async (session: CloudSession, base: string) =>
  (await ask(session, `${base}/clusters`, 'clusters', wireClusters)).clusters

export const listNodeGroups = async (session: CloudSession, base: string, clusterId: string) =>
  (
    await ask(
      session,
      `${base}/clusters/${encodeURIComponent(clusterId)}/nodegroups`,
      'clusters/nodes',
      wireNodeGroups,
    )
  ).nodegroups

export const listRegistries = (session: CloudSession, base: string) =>
  ask(session, `${base}/registries`, 'registries', wireRegistries)

const CONTAINERS_PAGE = 10_000
const MAX_PAGES = 200

/** A storage without containers answers 204, without a body. */
export function containerPages(
  session: CloudSession,
  base: string,
  tally: (page: Omit<Each<unknown>, 'items'>) => void,
) {
  return nextPages<WireContainer>({
    host: new URL(base).host,
    maxPages: MAX_PAGES,
    idOf: ({ name }) => name,
    fetch: async (marker) => {
      const query = new URLSearchParams({ format: 'json', limit: String(CONTAINERS_PAGE) })
      if (marker !== null) query.set('marker', marker)
      const page = await session.json(
        { method: 'GET', url: `${base}?${query}`, endpoint: 'buckets' },
        wireContainers,
        { accept: ({ status }) => (status === 204 ? NOTHING : undefined) },
      )
      tally(page)
      const isFull = page.received >= CONTAINERS_PAGE
      return { ...page, next: isFull ? (page.items.at(-1)?.name ?? null) : null }
    },
  })
}

const NOTHING: Each<WireContainer> = { items: [], received: 0, unreadable: 0, first: null }

/** Dedicated servers with the words for where they stand and what they are. */
export async function listDedicated(session: CloudSession, apiUrl: string) {
  const base = `${apiUrl}/servers/v2`
  const { result } = await ask(session, `${base}/resource`, 'dedicated', wireDedicated)
  if (result.items.length === 0) return { result, locations: new Map(), services: new Map() }
  const named = async (path: string): Promise<[string, string][]> => {
    const list = await ask(session, `${base}${path}`, 'dedicated/names', wireNamed)
    return list.result.items.flatMap(({ uuid, name, config_name }) => {
      const label = name ?? config_name
      return label === null ? [] : [[uuid, label] as [string, string]]
    })
  }
  return {
    result,
    locations: new Map(await named('/location')),
    services: new Map([...(await named('/service/server')), ...(await named('/service/serverchip'))]),
  }
}
