import type { Scope } from '#main/core/model/findings.ts'
import type { ResourceType } from '#shared/contract/resources.ts'

/** A part of the account that is asked for on its own: what, in which pool, in which project. */
export const scopeOf = (endpoint: string, pool: string | null, projectId: string | null): Scope =>
  `${endpoint}/${pool ?? '-'}/${projectId ?? '-'}`

/** Under which endpoint a living thing of a type is listed, by the number that the bill gives it. */
const LISTED: Partial<Record<ResourceType, string>> = {
  server: 'servers',
  volume: 'volumes',
  snapshot: 'snapshots',
  image: 'images',
  file_storage: 'shares',
  load_balancer: 'balancers',
  ip_address: 'floatingips',
  database: 'databases',
  cache: 'databases',
  kubernetes: 'clusters',
}

const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i

type Thing = {
  ref: string
  kind: string
  type: ResourceType | null
  pool: string | null
  projectId: string | null
}

/**
 * Where the inventory would list something if it still existed. Null where that is not certain: a wrong place would call
 * a living thing deleted. Numbers that are none of the cloud's own, and parts of a cluster, are not looked for.
 */
export function expectedScope({ ref, kind, type, pool, projectId }: Thing): Scope | null {
  if (type === null || projectId === null) return null
  if (type === 'registry') return UUID.test(ref) ? scopeOf('registries', null, projectId) : null
  if (type === 'object_storage')
    return ref.startsWith(BUCKET) && !ref.endsWith(`/${UPLOAD_PARTS}`)
      ? scopeOf('buckets', pool, projectId)
      : null
  const endpoint = LISTED[type]
  if (!endpoint || pool === null || !UUID.test(ref)) return null
  if (type === 'kubernetes' && !kind.includes('cluster')) return null
  return scopeOf(endpoint, pool, projectId)
}

const BUCKET = 's3/'
/** Parts of uploads of the whole project: billed, and shown to nobody as a container. */
export const UPLOAD_PARTS = '.file-segments'

/** The bill knows a container by a number of its own, the storage by its name: both are led to this one. */
export const bucketRef = (projectId: string, pool: string, name: string): string =>
  `${BUCKET}${projectId}/${pool}/${ownerOfContainer(name)}`

/** Parts of big objects lie in containers of their own: they belong to the container that they were sent to. */
export const ownerOfContainer = (name: string): string =>
  name.replace(/(_s3multipartuploads|_segments)$/, '') || name

/** Of what only the report knows, dedicated servers alone are listed somewhere. */
export const expectedReportScope = (
  type: ResourceType | null,
  ref: string,
  projectId: string | null,
): Scope | null =>
  type === 'dedicated' && projectId !== null && UUID.test(ref) ? scopeOf('dedicated', null, projectId) : null
