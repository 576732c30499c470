import { and, eq, sql } from 'drizzle-orm'
import type { ResourceAttribute } from '#main/core/ledger/usual-tags.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { resources } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'

/** What is known of resources by their numbers, as of one moment: what a person said stands before the provider's word. */
export type InventoryFacts = { of(fact: InventoryFact): ReadonlyMap<string, string> }

type InventoryFact = ResourceAttribute | 'name'

export function createInventoryFacts(read: () => ReadableDb, workspaceId: string): InventoryFacts {
  const known = new Map<InventoryFact, ReadonlyMap<string, string>>()
  return {
    of(fact) {
      const found = known.get(fact) ?? (fact === 'name' ? readNames : readFacts(fact))(read(), workspaceId)
      known.set(fact, found)
      return found
    },
  }
}

const readFacts = (attribute: ResourceAttribute) => (db: ReadableDb, workspaceId: string) =>
  textsOf(
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
      .all(),
  )

const readNames = (db: ReadableDb, workspaceId: string) =>
  textsOf(
    db
      .select({ id: resources.id, text: resources.name })
      .from(resources)
      .where(eq(resources.workspaceId, workspaceId))
      .all(),
  )

const textsOf = (rows: readonly { id: number; text: string | null }[]): Map<string, string> =>
  new Map(rows.flatMap(({ id, text }) => (text ? [[String(id), text] as const] : [])))

export const noFacts: InventoryFacts = { of: () => new Map() }
