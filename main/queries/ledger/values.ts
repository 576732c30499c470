import { compareText } from '#main/core/rules/exact.ts'
import type { LedgerValueColumn } from '#main/ports/ledger.ts'
import { columnOf } from './column-of.ts'
import type { KeySet } from './key-set.ts'
import type { Tiers } from './tiers.ts'

/** The different texts of one column of the keys that anything counts under, in order. */
export function listValues(
  tiers: Tiers,
  { column, tagKey }: { column: LedgerValueColumn; tagKey?: string | undefined },
): string[] {
  const sets = new Set<KeySet>([tiers.keysOfFacts()])
  for (const { parcelId } of tiers.live()) sets.add(tiers.keysOfParcel(parcelId))
  const found = new Set<string>()
  for (const keys of sets) {
    if (column === 'tagKey')
      for (const json of keys.column('tags').texts)
        for (const key of Object.keys(JSON.parse(json) as object)) found.add(key)
    else
      for (const text of columnOf(keys, column === 'tag' ? `tag:${tagKey ?? ''}` : column).texts)
        found.add(text)
  }
  return [...found].sort(compareText)
}
