import { type Column, isNotNull, max, sql } from 'drizzle-orm'
import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import { collectTexts, type TextColumn } from '#main/core/ledger/text-column.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { chargeKeys } from '#main/store/schema/costs.ts'
import { type InventoryFacts, noFacts } from './inventory-facts.ts'
import type { KeySet } from './key-set.ts'

/** The keys of what APIs tell, by their own numbers, as of one moment; a column is read when somebody asks for it. */
export function createFactKeys(
  read: () => ReadableDb,
  workspaceId: string,
  facts: () => InventoryFacts = () => noFacts,
): KeySet {
  const columns = new Map<KeyColumnName, TextColumn>()
  let linked: TextColumn | null = null
  const size =
    (read()
      .select({ last: max(chargeKeys.id) })
      .from(chargeKeys)
      .get()?.last ?? 0) + 1

  const spread = (rows: readonly (readonly [id: number, text: string | null])[]): TextColumn => {
    const { texts, places: own } = collectTexts(rows, ([, text]) => text)
    const places = new Int32Array(size)
    for (const [at, [id]] of rows.entries()) places[id] = own[at] as number
    return { texts, places }
  }

  return {
    size,
    facts,
    column(name) {
      const known = columns.get(name)
      if (known) return known
      const column = Reflect.get(chargeKeys, name) as Column | undefined
      // No tags are written as JSON's own null.
      const made = column
        ? spread(
            read().values<[number, string | null]>(
              sql`select ${chargeKeys.id}, ${name === 'tags' ? sql`nullif(${column}, 'null')` : column} from ${chargeKeys} where ${chargeKeys.workspaceId} = ${workspaceId}`,
            ),
          )
        : { texts: [], places: new Int32Array(size) }
      columns.set(name, made)
      return made
    },
    resources() {
      linked ??= spread(
        read()
          .select({ id: chargeKeys.id, resourceId: chargeKeys.resourceId })
          .from(chargeKeys)
          .where(isNotNull(chargeKeys.resourceId))
          .all()
          .map(({ id, resourceId }) => [id, String(resourceId)] as const),
      )
      return linked
    },
  }
}
