import { and, eq, sql } from 'drizzle-orm'
import type { ResourceAttribute } from '#main/core/ledger/usual-tags.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { resources } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'

/** What is known of resources by their numbers, as of one moment: what a person said stands before the provider's word. */
export type InventoryFacts = { of(attribute: ResourceAttribute): ReadonlyMap<string, string> }

export function createInventoryFacts(read: () => ReadableDb, workspaceId: string): InventoryFacts {
  const known = new Map<ResourceAttribute, ReadonlyMap<string, string>>()
  return {
    of(attribute) {
      const found = known.get(attribute) ?? readFacts(read(), workspaceId, attribute)
      known.set(attribute, found)
      return found
    },
  }
}

const readFacts = (db: ReadableDb, workspaceId: string, attribute: ResourceAttribute): Map<string, string> =>
  new Map(
    db
      .select({
        id: resources.id,
        text: sql<string | null>`coalesce(${resourceOverrides.value}, ${resources[attribute]})`,
      })
      .from(resources)
      .leftJoin(
        resourceOverrides,
        and(eq(resourceOverrides.resourceId, resources.id), eq(resourceOverrides.field, attribute)),
      )
      .where(eq(resources.workspaceId, workspaceId))
      .all()
      .flatMap(({ id, text }) => (text ? [[String(id), text] as const] : [])),
  )

export const noFacts: InventoryFacts = { of: () => new Map() }
