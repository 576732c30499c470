import { isNegative, isPartial, metPlaces } from '#main/core/allocation/meets.ts'
import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { LedgerCondition } from '#main/ports/ledger.ts'
import { columnOf, isOfInventory } from './column-of.ts'
import type { KeyDimension, KeySet } from './key-set.ts'

/** A part of a text is sought too in what people call the thing by: in the bill, and in the inventory. */
const NAMES: Partial<Record<KeyDimension, { dimensions: readonly KeyDimension[]; name: KeyColumnName }>> = {
  resource: { dimensions: ['resourceRef', 'inventoryName'], name: 'resourceName' },
  subAccount: { dimensions: ['subAccount'], name: '+SubAccountName' },
  sku: { dimensions: ['sku'], name: 'skuName' },
}

/** Where what a condition seeks may stand. */
export function askedColumns(
  keys: KeySet,
  { dimension, op }: Pick<LedgerCondition, 'dimension' | 'op'>,
): TextColumn[] {
  const named = isPartial(op) ? NAMES[dimension] : undefined
  if (!named) return [columnOf(keys, dimension)]
  return [...named.dimensions.map((one) => columnOf(keys, one)), keys.column(named.name)]
}

/** Whether the inventory has a say in what a condition finds. */
export const asksInventory = ({ dimension, op }: LedgerCondition): boolean =>
  isOfInventory(dimension) || (dimension === 'resource' && isPartial(op))

/** Which keys meet a condition; each different text is looked at once. */
export function keysThatMeet(keys: KeySet, condition: LedgerCondition): Uint8Array {
  const met = new Uint8Array(keys.size)
  for (const column of askedColumns(keys, condition)) {
    const isMet = metPlaces(column, condition)
    for (let n = 0; n < met.length; n += 1)
      met[n] = (met[n] as number) | (isMet[column.places[n] as number] as number)
  }
  if (isNegative(condition.op)) for (let n = 0; n < met.length; n += 1) met[n] = (met[n] as number) ^ 1
  return met
}
