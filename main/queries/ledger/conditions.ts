import { isNegative, isPartial, metPlaces } from '#main/core/allocation/meets.ts'
import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { LedgerCondition } from '#main/ports/ledger.ts'
import { columnOf } from './column-of.ts'
import type { KeyDimension, KeySet } from './key-set.ts'

/** A part of a text is sought too in what people call the thing by. */
const NAMES: Partial<
  Record<KeyDimension, readonly ['resourceRef' | null, 'resourceName' | '+SubAccountName' | 'skuName']>
> = {
  resource: ['resourceRef', 'resourceName'],
  subAccount: [null, '+SubAccountName'],
  sku: [null, 'skuName'],
}

/** Where what a condition seeks may stand. */
export function askedColumns(
  keys: KeySet,
  { dimension, op }: Pick<LedgerCondition, 'dimension' | 'op'>,
): TextColumn[] {
  const named = isPartial(op) ? NAMES[dimension] : undefined
  if (!named) return [columnOf(keys, dimension)]
  const [instead, name] = named
  return [instead ? keys.column(instead) : columnOf(keys, dimension), keys.column(name)]
}

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
