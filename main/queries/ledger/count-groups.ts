import type { LedgerSpan } from '#main/ports/ledger.ts'
import type { Group, Selection } from './selection.ts'
import type { Part, Tiers } from './tiers.ts'

/** How many of the groups have any line in the span; nothing is added up. */
export function countGroups(
  tiers: Tiers,
  selection: Selection,
  span: LedgerSpan,
  isCounted: (group: Group) => boolean,
): number {
  const parts = tiers.parts(span)
  for (const { keys } of parts) selection.groupsOf(keys)
  const seen = new Uint8Array(selection.groups.length)
  for (const part of parts) mark(seen, part, selection.groupsOf(part.keys))
  let count = 0
  for (const [number, group] of selection.groups.entries())
    if (seen[number] === 1 && isCounted(group)) count += 1
  return count
}

function mark(seen: Uint8Array, { mask, read }: Part, groups: Int32Array): void {
  const { count, days, keys } = read('billed').rows
  for (let i = 0; i < count; i += 1) {
    if (((mask >>> ((days[i] as number) - 1)) & 1) === 0) continue
    const group = groups[keys[i] as number] as number
    if (group >= 0) seen[group] = 1
  }
}
