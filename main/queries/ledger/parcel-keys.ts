import { and, asc, eq } from 'drizzle-orm'
import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import { decodeTexts, type TextColumn } from '#main/core/ledger/text-column.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { parcelKeys } from '#main/store/schema/ledger.ts'
import { type InventoryFacts, noFacts } from './inventory-facts.ts'
import { type InventoryLinks, noLinks } from './inventory-links.ts'
import type { KeySet } from './key-set.ts'

/** The keys of a parcel; a column is read when somebody asks for it, and never changes. */
export function createParcelKeys(
  read: () => ReadableDb,
  parcelId: number,
  { links, facts }: Inventory = NO_INVENTORY,
): KeySet {
  const columns = new Map<KeyColumnName, TextColumn>()
  const linked = new WeakMap<InventoryLinks, TextColumn>()
  // Every key has a currency: the blocks of this column tell how many keys there are.
  const currency = blocksOf(read(), parcelId, 'currency')
  const size = currency.reduce((most, { first, column }) => Math.max(most, first + column.places.length), 0)

  function column(name: KeyColumnName): TextColumn {
    const known = columns.get(name)
    if (known) return known
    const made = joined(name === 'currency' ? currency : blocksOf(read(), parcelId, name), size)
    columns.set(name, made)
    return made
  }

  return {
    size,
    column,
    facts,
    resources() {
      const now = links()
      const known = linked.get(now)
      if (known) return known
      const made = now.columnOf(column('connectionId'), column('resourceRef'))
      linked.set(now, made)
      return made
    },
  }
}

type Inventory = { links(): InventoryLinks; facts(): InventoryFacts }

const NO_INVENTORY: Inventory = { links: () => noLinks, facts: () => noFacts }

type Block = { first: number; column: TextColumn }

const blocksOf = (db: ReadableDb, parcelId: number, name: KeyColumnName): Block[] =>
  db
    .select({ first: parcelKeys.first, data: parcelKeys.data })
    .from(parcelKeys)
    .where(and(eq(parcelKeys.parcelId, parcelId), eq(parcelKeys.name, name)))
    .orderBy(asc(parcelKeys.first))
    .all()
    .map(({ first, data }) => ({ first, column: decodeTexts(data) }))

/** One list of texts instead of one for each block. */
function joined(blocks: readonly Block[], size: number): TextColumn {
  const found = new Map<string, number>()
  const places = new Int32Array(size)
  for (const { first, column } of blocks) {
    const own = Int32Array.from(column.texts, (text) => {
      const place = found.get(text) ?? found.size + 1
      if (place > found.size) found.set(text, place)
      return place
    })
    for (let n = 0; n < column.places.length; n += 1) {
      const place = column.places[n] as number
      if (place > 0) places[first + n] = own[place - 1] as number
    }
  }
  return { texts: [...found.keys()], places }
}
