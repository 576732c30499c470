import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { LedgerFilter } from '#main/ports/ledger.ts'
import { columnOf } from './column-of.ts'
import type { KeyDimension, KeySet } from './key-set.ts'

const SEARCHED: readonly KeyColumnName[] = [
  'resourceName',
  'resourceRef',
  'service',
  'sku',
  'skuName',
  'chargeDescription',
]

/** Which keys the lists and the search of a filter keep, by number; null where they keep all. */
export function keptKeys(keys: KeySet, filter: LedgerFilter): Uint8Array | null {
  const asked = wanted(filter)
  const search = filter.search?.toLowerCase() ?? ''
  if (asked.length === 0 && search === '') return null
  const kept = new Uint8Array(keys.size).fill(1)
  for (const [dimension, values] of asked)
    keep(kept, dimension === 'currency' ? keys.column('currency') : columnOf(keys, dimension), values)
  if (search !== '') keepFound(kept, keys, search)
  return kept
}

type Wanted = [KeyDimension | 'currency', ReadonlySet<string | null>]

function wanted(filter: LedgerFilter): Wanted[] {
  const lists: [Wanted[0], readonly (string | null)[] | undefined][] = [
    ['connection', filter.connectionIds],
    ['provider', filter.providers],
    ['service', filter.services],
    ['subAccount', filter.subAccounts],
    ['region', filter.regions],
    ['inventoryId', filter.resourceIds?.map(String)],
    ['resourceRef', filter.resourceRefs],
    ['chargeCategory', filter.chargeCategories],
    ['currency', filter.currencies],
    [`tag:${filter.tag?.key ?? ''}`, filter.tag?.values],
  ]
  return lists.flatMap(([dimension, values]): Wanted[] => (values ? [[dimension, new Set(values)]] : []))
}

function keep(kept: Uint8Array, { texts, places }: TextColumn, values: ReadonlySet<string | null>): void {
  const isKept = Uint8Array.from([null, ...texts], (text) => (values.has(text) ? 1 : 0))
  for (let n = 0; n < kept.length; n += 1)
    kept[n] = (kept[n] as number) & (isKept[places[n] as number] as number)
}

/** In any of the texts that a person may remember a line by. */
function keepFound(kept: Uint8Array, keys: KeySet, search: string): void {
  const hits = new Uint8Array(kept.length)
  for (const name of SEARCHED) {
    const { texts, places } = keys.column(name)
    const isHit = Uint8Array.from([null, ...texts], (text) => (text?.toLowerCase().includes(search) ? 1 : 0))
    if (!isHit.includes(1)) continue
    for (let n = 0; n < hits.length; n += 1)
      hits[n] = (hits[n] as number) | (isHit[places[n] as number] as number)
  }
  for (let n = 0; n < kept.length; n += 1) kept[n] = (kept[n] as number) & (hits[n] as number)
}
