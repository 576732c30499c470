import type { TextColumn } from '#main/core/ledger/text-column.ts'
import { firstOf } from './derived-columns.ts'
import type { KeySet } from './key-set.ts'

/** What sums of these keys are never put together over. */
export function unitColumn(keys: KeySet, unit: 'currency' | 'quantity'): TextColumn {
  if (unit === 'currency') return keys.column('currency')
  return firstOf([keys.column('pricingUnit'), keys.column('consumedUnit')], keys.size)
}

const known = new WeakMap<KeySet, Uint8Array>()

/** Keys for which what was consumed is what is priced, where the bill tells only the former. */
export function keysPricedAsConsumed(keys: KeySet): Uint8Array {
  const found = known.get(keys)
  if (found) return found
  const pricing = keys.column('pricingUnit')
  const consumed = keys.column('consumedUnit')
  const alike = Int32Array.from([null, ...pricing.texts], (unit) =>
    unit === null ? 0 : consumed.texts.indexOf(unit) + 1,
  )
  const made = new Uint8Array(keys.size)
  for (let n = 0; n < made.length; n += 1) {
    const place = pricing.places[n] as number
    const same = alike[place] as number
    made[n] = place === 0 || (same > 0 && same === consumed.places[n]) ? 1 : 0
  }
  known.set(keys, made)
  return made
}
