import { z } from 'zod'
import { type Each, eachOf } from '#main/providers/http/each-of.ts'
import { nextPages } from '#main/providers/http/pages.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Catalogue } from './catalogue.ts'
import type { CloudSession } from './session.ts'
import {
  wireBalancer,
  wireFlavor,
  wireFloatingIp,
  wireImage,
  wireLinks,
  wirePort,
  wireServer,
  wireShare,
  wireSnapshot,
  wireVolume,
} from './wire.ts'

/** Told of each page: what of it could not be read. */
type Tally = (page: Omit<Each<unknown>, 'items'>) => void

const PAGE = 200
const MAX_PAGES = 1_000

export type List<T> = {
  service: readonly string[]
  /** After the service's address; `{project}` where the address lacks it. */
  path: string
  /** The list's name in the answer, and what the log and the outcome call it. */
  key: string
  endpoint: string
  schema: z.ZodType<T>
  headers?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>>
}

export type Listed = { id: string }

/** From this version on a server tells its own flavor and tags. */
const COMPUTE_VERSION = { 'openstack-api-version': 'compute 2.47' }

const COMPUTE = ['compute']
const VOLUME = ['volumev3', 'block-storage', 'volume']
const NETWORK = ['network']

export const lists = {
  servers: {
    service: COMPUTE,
    path: '/servers/detail',
    key: 'servers',
    endpoint: 'servers',
    schema: wireServer,
    headers: COMPUTE_VERSION,
  },
  flavors: {
    service: COMPUTE,
    path: '/flavors/detail',
    key: 'flavors',
    endpoint: 'flavors',
    schema: wireFlavor,
  },
  volumes: {
    service: VOLUME,
    path: '/volumes/detail',
    key: 'volumes',
    endpoint: 'volumes',
    schema: wireVolume,
  },
  snapshots: {
    service: VOLUME,
    path: '/snapshots/detail',
    key: 'snapshots',
    endpoint: 'snapshots',
    schema: wireSnapshot,
  },
  ports: { service: NETWORK, path: '/v2.0/ports', key: 'ports', endpoint: 'ports', schema: wirePort },
  floatingIps: {
    service: NETWORK,
    path: '/v2.0/floatingips',
    key: 'floatingips',
    endpoint: 'floatingips',
    schema: wireFloatingIp,
  },
  images: {
    service: ['image'],
    path: '/v2/images',
    key: 'images',
    endpoint: 'images',
    schema: wireImage,
    query: { visibility: 'private' },
  },
  shares: {
    service: ['sharev2', 'shared-file-system'],
    path: '/shares/detail',
    key: 'shares',
    endpoint: 'shares',
    schema: wireShare,
  },
  balancers: {
    service: ['load-balancer'],
    path: '/v2.0/lbaas/loadbalancers',
    key: 'loadbalancers',
    endpoint: 'balancers',
    schema: wireBalancer,
  },
} satisfies Record<string, List<Listed>>

/** Null where the region has no such service. */
export function addressOf(
  catalogue: Catalogue,
  list: Pick<List<Listed>, 'service' | 'path'>,
  { region, projectId }: { region: string; projectId: string },
): string | null {
  const base = catalogue.find(list.service, region)
  if (base === null) return null
  // Cinder's address carries the project, or it does not: both are in use.
  const isVolume = list.service === VOLUME && !base.includes(projectId)
  return `${base}${isVolume ? `/${projectId}` : ''}${versioned(base, list.path)}`
}

/** `/v2.0/…` is part of some catalogues' addresses already. */
const versioned = (base: string, path: string): string => {
  const version = /^\/v[\d.]+(?=\/)/.exec(path)?.[0]
  return version && base.endsWith(version) ? path.slice(version.length) : path
}

/** A whole list, page by page, by the last record's id. */
export function pagesOf<T extends Listed>(
  session: CloudSession,
  list: List<T>,
  url: string,
  tally: Tally,
): AsyncGenerator<T[], void> {
  const schema = z.object({
    [list.key]: eachOf(list.schema),
    [`${list.key}_links`]: wireLinks,
    next: z.string().nullish().catch(null),
  })
  let { headers } = list
  const ask = async (query: URLSearchParams): Promise<Record<string, unknown>> => {
    const request = { method: 'GET' as const, url: `${url}?${query}`, endpoint: list.endpoint }
    try {
      return await session.json(headers ? { ...request, headers } : request, schema)
    } catch (error) {
      if (!headers || !isNotAcceptable(error)) throw error
      headers = undefined
      return session.json(request, schema)
    }
  }
  return nextPages<T>({
    host: new URL(url).host,
    maxPages: MAX_PAGES,
    idOf: ({ id }) => id,
    fetch: async (marker) => {
      const query = new URLSearchParams({ ...list.query, limit: String(PAGE), ...(marker ? { marker } : {}) })
      const answer = await ask(query)
      const { items, ...rest } = answer[list.key] as Each<T>
      tally(rest)
      const links = answer[`${list.key}_links`] as z.output<typeof wireLinks>
      const goesOn = links?.some(({ rel }) => rel === 'next') || Boolean(answer.next)
      return { items, received: rest.received, next: goesOn ? (items.at(-1)?.id ?? null) : null }
    },
  })
}

/** An older Nova that does not know the version asked for. */
const isNotAcceptable = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'provider.refused' && error.details.status === 406
