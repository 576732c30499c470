import { absolute, compareExact } from '#main/core/rules/exact.ts'
import { type EffectKind, effectKinds } from '#shared/contract/explorer.ts'
import { KeyTuples } from '../ledger/key-tuples.ts'
import type { Item, Items } from './explained-items.ts'

type Keys = readonly (string | null)[]

/** What one effect comes to in a group of the view, and the thing that it is seen most in. */
export type EffectGroup = { keys: Keys; amount: bigint; items: number; leader: Item; leading: bigint }

export type Explained = {
  unit: string | null
  before: bigint
  after: bigint
  /** The largest first; of its groups the largest are named, `count` says how many there are. */
  effects: { kind: EffectKind; amount: bigint; count: number; largest: EffectGroup[] }[]
}

/** Effects of all things that are told in one unit, by the groups of the view; so many of each effect are named. */
export function explained(items: Items, unit: string | null, named: number): Explained {
  const { rows, lines } = items
  const tuples = new KeyTuples()
  const kinds = effectKinds.map((kind) => ({ kind, groups: new Map<number, EffectGroup>() }))
  let [before, after, told] = [0n, 0n, 0n]
  for (let row = 0; row < rows.keys.length; row += 1) {
    const isThere = (lines.now[row] ?? 0) > 0 || (lines.before[row] ?? 0) > 0
    if (!isThere || items.unitOf(row) !== unit) continue
    const item = items.itemAt(row)
    before += item.before?.amount ?? 0n
    after += item.after?.amount ?? 0n
    let group: number | null = null
    for (const { kind, groups } of kinds) {
      const amount = item.effects[kind] ?? 0n
      if (amount === 0n) continue
      told += amount
      // Most things cost what they did: nobody looks for their group.
      group ??= tuples.numberOf(item.keys)
      addTo(groups, group, item, amount)
    }
  }
  if (told !== after - before) throw new Error('effects that do not add up')
  const effects = kinds.flatMap(({ kind, groups }) => {
    let amount = 0n
    for (const group of groups.values()) amount += group.amount
    return groups.size === 0
      ? []
      : [{ kind, amount, count: groups.size, largest: largestOf(groups.values(), named) }]
  })
  return { unit, before, after, effects: largestOf(effects, effects.length) }
}

function addTo(groups: Map<number, EffectGroup>, id: number, item: Item, amount: bigint): void {
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

/** So many with the largest amounts, up or down, in their order; of equal ones the first stands first. */
function largestOf<T extends { amount: bigint }>(all: Iterable<T>, count: number): T[] {
  const top: { of: T; size: bigint }[] = []
  for (const of of all) {
    const size = absolute(of.amount)
    if (top.length === count && compareExact(top.at(-1)?.size ?? 0n, size) >= 0) continue
    const place = top.findIndex((one) => one.size < size)
    top.splice(place < 0 ? top.length : place, 0, { of, size })
    if (top.length > count) top.pop()
  }
  return top.map(({ of }) => of)
}
