import { eq } from 'drizzle-orm'
import { collectTexts, type TextColumn } from '#main/core/ledger/text-column.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { resourceAliases, resources } from '#main/store/schema/inventory.ts'

/**
 * Which resource of the inventory a number in a file means, as repos/charge-keys links what APIs tell: the server that a
 * volume was merged into comes before the volume's own. As of one moment; whoever asks later makes it anew.
 */
export type InventoryLinks = { columnOf(connection: TextColumn, ref: TextColumn): TextColumn }

export function createInventoryLinks(read: () => ReadableDb): InventoryLinks {
  const byConnection = new Map<string, ReadonlyMap<string, number>>()
  const of = (connectionId: string): ReadonlyMap<string, number> => {
    const known = byConnection.get(connectionId)
    if (known) return known
    const made = readLinks(read(), connectionId)
    byConnection.set(connectionId, made)
    return made
  }
  return {
    columnOf(connection, ref) {
      const maps = connection.texts.map(of)
      if (maps.every(({ size }) => size === 0)) return NONE(ref.places.length)
      return collectTexts([...ref.places], (place, n) => {
        const text = ref.texts[place - 1]
        const found = text === undefined ? undefined : maps[(connection.places[n] ?? 0) - 1]?.get(text)
        return found === undefined ? null : String(found)
      })
    },
  }
}

export const noLinks: InventoryLinks = { columnOf: (_, ref) => NONE(ref.places.length) }

const NONE = (count: number): TextColumn => ({ texts: [], places: new Int32Array(count) })

function readLinks(db: ReadableDb, connectionId: string): Map<string, number> {
  const own = db
    .select({ ref: resources.externalId, id: resources.id })
    .from(resources)
    .where(eq(resources.connectionId, connectionId))
    .all()
  const merged = db
    .select({ ref: resourceAliases.externalId, id: resourceAliases.resourceId })
    .from(resourceAliases)
    .where(eq(resourceAliases.connectionId, connectionId))
    .all()
  return new Map([...own, ...merged].map(({ ref, id }) => [ref, id]))
}
