import type { LedgerSpan } from '#main/ports/ledger.ts'
import { lineParts } from './cut-parts.ts'
import type { Group, Selection } from './selection.ts'
import type { Part, Tiers } from './tiers.ts'

/** Numbers of groups whose keys are alike: a resource that is billed in two currencies is one. */
const alikeOf = new WeakMap<Selection, Int32Array>()

/** How many different keys have any line in the span; nothing is added up. */
export function countGroups(
  tiers: Tiers,
  selection: Selection,
  span: LedgerSpan,
  isCounted: (group: Group) => boolean,
): number {
  const parts = lineParts(tiers, selection, span)
  for (const part of parts) selection.groupsOf(part)
  const alike = alikeIn(selection, isCounted)
  const seen = new Uint8Array(selection.groups.length)
  for (const part of parts) mark(seen, part, selection.groupsOf(part))
  const found = new Uint8Array(selection.groups.length)
  let count = 0
  for (const [group, number] of alike.entries()) {
    if (seen[group] === 0 || number < 0 || found[number] === 1) continue
    found[number] = 1
    count += 1
  }
  return count
}

/** Of groups that do not count the number is below zero. */
function alikeIn(selection: Selection, isCounted: (group: Group) => boolean): Int32Array {
  const known = alikeOf.get(selection)
  if (known?.length === selection.groups.length) return known
  const numbers = new Map<string, number>()
  const made = Int32Array.from(selection.groups, (group, at) => {
    if (!isCounted(group)) return -1
    const id = group.keys.join('\u0000')
    const number = numbers.get(id) ?? at
    numbers.set(id, number)
    return number
  })
  alikeOf.set(selection, made)
  return made
}

function mark(seen: Uint8Array, { mask, read }: Part, groups: Int32Array): void {
  const { count, days, keys } = read('billed').rows
  for (let i = 0; i < count; i += 1) {
    if (((mask >>> ((days[i] as number) - 1)) & 1) === 0) continue
    const group = groups[keys[i] as number] as number
    if (group >= 0) seen[group] = 1
  }
}
