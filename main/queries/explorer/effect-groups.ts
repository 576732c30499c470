import { absolute, compareExact } from '#main/core/rules/exact.ts'
import { type EffectKind, effectKinds } from '#shared/contract/explorer.ts'
import type { Item, Items } from './explained-items.ts'

type Keys = readonly (string | null)[]

/** What one effect comes to in a group of the view, and the thing that it is seen most in. */
export type EffectGroup = { keys: Keys; amount: bigint; items: number; leader: Item; leading: bigint }

export type Explained = {
  unit: string | null
  before: bigint
  after: bigint
  effects: { kind: EffectKind; amount: bigint; groups: EffectGroup[] }[]
}

/** Effects of all things that are told in one unit, by the groups of the view, the largest first. */
export function explained(items: Items, unit: string | null): Explained {
  const { rows, lines } = items
  const kinds = new Map<EffectKind, Map<string, EffectGroup>>(effectKinds.map((kind) => [kind, new Map()]))
  let [before, after, told] = [0n, 0n, 0n]
  for (let row = 0; row < rows.keys.length; row += 1) {
    const isThere = (lines.now[row] ?? 0) > 0 || (lines.before[row] ?? 0) > 0
    if (!isThere || items.unitOf(row) !== unit) continue
    const item = items.itemAt(row)
    before += item.before?.amount ?? 0n
    after += item.after?.amount ?? 0n
    let id: string | null = null
    for (const kind of effectKinds) {
      const amount = item.effects[kind] ?? 0n
      if (amount === 0n) continue
      told += amount
      // Most things cost what they did: nobody looks for their group.
      id ??= item.keys.map((key) => key ?? '\u0001').join('\u0000')
      addTo(kinds.get(kind) as Map<string, EffectGroup>, id, item, amount)
    }
  }
  if (told !== after - before) throw new Error('effects that do not add up')
  const effects = effectKinds.flatMap((kind) => {
    const groups = [...(kinds.get(kind) ?? new Map<string, EffectGroup>()).values()]
    const amount = groups.reduce((sum, group) => sum + group.amount, 0n)
    return groups.length === 0 ? [] : [{ kind, amount, groups: groups.sort(bySize) }]
  })
  return { unit, before, after, effects: effects.sort(bySize) }
}

function addTo(groups: Map<string, EffectGroup>, id: string, item: Item, amount: bigint): void {
  const known = groups.get(id)
  if (!known) {
    groups.set(id, { keys: item.keys, amount, items: 1, leader: item, leading: amount })
    return
  }
  known.amount += amount
  known.items += 1
  if (absolute(amount) <= absolute(known.leading)) return
  known.leader = item
  known.leading = amount
}

const bySize = (a: { amount: bigint }, b: { amount: bigint }): number =>
  compareExact(absolute(b.amount), absolute(a.amount))
