import { and, eq, inArray } from 'drizzle-orm'
import { resourceAliases, resources } from '#main/store/schema/inventory.ts'
import { createPart, createPerWorkspace } from '../kept.ts'
import type { Scope } from '../scope.ts'

/** `<connection>/<the provider's number of it>`, the number as it is, whatever stands in it. */
export function resourceOf(key: string): { connectionId: string; ref: string } {
  const at = key.indexOf('/')
  return { connectionId: key.slice(0, at), ref: key.slice(at + 1) }
}

export type InventoryResource = { id: number; name: string; type: string }

const keptOf = createPerWorkspace(() =>
  createPart<Map<string, InventoryResource>>([resources, resourceAliases]),
)

/** All of them by key; a volume that was merged into a server is that server. */
export const allResources = (scope: Scope): ReadonlyMap<string, InventoryResource> =>
  keptOf(scope).of(scope, () => new Map(read(scope, null)))

/** Those of the keys that the inventory knows. */
export function someResources(scope: Scope, keys: readonly string[]): ReadonlyMap<string, InventoryResource> {
  const byAccount = Map.groupBy(keys.map(resourceOf), ({ connectionId }) => connectionId)
  return new Map(
    [...byAccount].flatMap(([connectionId, own]) =>
      read(scope, { connectionId, refs: own.map(({ ref }) => ref) }),
    ),
  )
}

type Wanted = { connectionId: string; refs: string[] } | null

function read({ db, workspaceId }: Scope, wanted: Wanted): [string, InventoryResource][] {
  const { id, name, type, connectionId, externalId } = resources
  const own = db
    .select({ id, name, type, connectionId, ref: externalId })
    .from(resources)
    .where(
      and(
        eq(resources.workspaceId, workspaceId),
        wanted ? eq(connectionId, wanted.connectionId) : undefined,
        wanted ? inArray(externalId, wanted.refs) : undefined,
      ),
    )
    .all()
  const merged = db
    .select({ id, name, type, connectionId: resourceAliases.connectionId, ref: resourceAliases.externalId })
    .from(resourceAliases)
    .innerJoin(resources, eq(resources.id, resourceAliases.resourceId))
    .where(
      and(
        eq(resources.workspaceId, workspaceId),
        wanted ? eq(resourceAliases.connectionId, wanted.connectionId) : undefined,
        wanted ? inArray(resourceAliases.externalId, wanted.refs) : undefined,
      ),
    )
    .all()
  return [...own, ...merged].map(({ connectionId, ref, ...resource }) => [`${connectionId}/${ref}`, resource])
}
