import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import type { LedgerSpan } from '#main/ports/ledger.ts'
import { columnOf } from './column-of.ts'
import type { KeyDimension } from './key-set.ts'
import type { Tiers } from './tiers.ts'

/** What costs are usually told apart by. */
const DIMENSIONS: readonly KeyDimension[] = [
  'connection',
  'provider',
  'service',
  'serviceCategory',
  'subAccount',
  'region',
  'resource',
  'resourceType',
  'sku',
  'chargeCategory',
]
/** What they are counted and found by. */
const COLUMNS: readonly KeyColumnName[] = [
  'currency',
  'resourceName',
  'skuName',
  'tags',
  'pricingUnit',
  'consumedUnit',
]
/** More than so many are not read before somebody asks: they take their room in memory. */
const MOST_KEYS = 2e6

/** Reads piece by piece what questions about these days will be answered from. */
export function* readAhead(tiers: Tiers, span: LedgerSpan): Generator<void, void> {
  const parts = tiers.parts(span)
  let left = MOST_KEYS
  for (const keys of new Set(parts.map((part) => part.keys))) {
    left -= keys.size
    if (left < 0) break
    for (const name of COLUMNS) {
      keys.column(name)
      yield
    }
    for (const dimension of DIMENSIONS) {
      columnOf(keys, dimension)
      yield
    }
  }
  for (const part of parts) {
    part.read('billed')
    yield
  }
}
