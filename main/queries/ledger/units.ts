import type { TextColumn } from '#main/core/ledger/text-column.ts'
import { firstOf } from './derived-columns.ts'
import type { KeySet } from './key-set.ts'

/** What sums of these keys are never put together over. */
export function unitColumn(keys: KeySet, unit: 'currency' | 'quantity'): TextColumn {
  if (unit === 'currency') return keys.column('currency')
  return firstOf([keys.column('pricingUnit'), keys.column('consumedUnit')], keys.size)
}

/** Keys for which what was consumed is what is priced, where the bill tells only the former. */
export function keysPricedAsConsumed(keys: KeySet): Uint8Array {
  const pricing = keys.column('pricingUnit')
  const consumed = keys.column('consumedUnit')
  return Uint8Array.from({ length: keys.size }, (_, n) => {
    const unit = pricing.texts[(pricing.places[n] as number) - 1]
    return unit === undefined || unit === consumed.texts[(consumed.places[n] as number) - 1] ? 1 : 0
  })
}
