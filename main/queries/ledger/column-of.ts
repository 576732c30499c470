import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import type { TextColumn } from '#main/core/ledger/text-column.ts'
import { lastUsed } from '../kept.ts'
import { attributeColumn, mapped, placedBy, resourceColumn, tagColumn } from './derived-columns.ts'
import type { InventoryFacts } from './inventory-facts.ts'
import type { KeyDimension, KeySet } from './key-set.ts'

const NAMES = {
  provider: 'provider',
  connection: 'connectionId',
  subAccount: 'subAccount',
  service: 'service',
  serviceCategory: 'serviceCategory',
  region: 'region',
  zone: 'zone',
  resourceRef: 'resourceRef',
  resourceType: 'resourceType',
  sku: 'sku',
  chargeCategory: 'chargeCategory',
} as const satisfies Partial<Record<KeyDimension, KeyColumnName>>

const isNamed = (dimension: string): dimension is keyof typeof NAMES => Object.hasOwn(NAMES, dimension)

/** Of a set of keys, the columns last asked for that are made of others. */
const MOST_MADE = 8
type Made = { facts: InventoryFacts | null; column: TextColumn }
const made = new WeakMap<KeySet, Map<string, Made>>()

export function columnOf(keys: KeySet, dimension: KeyDimension): TextColumn {
  if (isNamed(dimension)) return keys.column(NAMES[dimension])
  if (dimension === 'inventoryId') return keys.resources()
  if (dimension === 'invoice') return keys.invoices ?? { texts: [], places: new Int32Array(keys.size) }
  if (keys.base) {
    const { keys: base, of } = keys.base
    return of ? placedBy(columnOf(base, dimension), of) : columnOf(base, dimension)
  }
  const facts = isOfInventory(dimension) ? keys.facts() : null
  const own = made.get(keys) ?? new Map<string, Made>()
  made.set(keys, own)
  if (own.get(dimension)?.facts !== facts) own.delete(dimension)
  return lastUsed(own, dimension, MOST_MADE, () => ({
    facts,
    column: makeColumn(keys, dimension, facts),
  })).column
}

function makeColumn(
  keys: KeySet,
  dimension: Exclude<KeyDimension, keyof typeof NAMES | 'inventoryId'>,
  facts: InventoryFacts | null,
): TextColumn {
  switch (dimension) {
    case 'resource':
      return resourceColumn(keys)
    case 'project':
    case 'businessUnit':
    case 'environment':
    case 'owner':
      return attributeColumn(keys, facts ?? keys.facts(), dimension)
    case 'inventoryName': {
      const names = (facts ?? keys.facts()).of('name')
      return mapped(keys.resources(), (id) => names.get(id) ?? null)
    }
    default:
      return dimension.startsWith('tag:')
        ? tagColumn(keys, dimension.slice('tag:'.length))
        : { texts: [], places: new Int32Array(keys.size) }
  }
}

/** What a look at the inventory, or a person's word, can change without any key changing. */
export const isOfInventory = (dimension: string): boolean =>
  dimension === 'project' ||
  dimension === 'businessUnit' ||
  dimension === 'environment' ||
  dimension === 'owner' ||
  dimension === 'inventoryId' ||
  dimension === 'inventoryName'
