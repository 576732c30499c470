import type { Day } from '#shared/lib/day.ts'
import type { DatedFactor } from './vat.ts'

/** Both one after the other, each from its own days on. */
export function multiplied(one: readonly DatedFactor[], other: readonly DatedFactor[]): DatedFactor[] {
  const days = [...new Set([...one, ...other].map(({ from }) => from))].sort()
  return merged(
    days.map((from) => {
      const [a, b] = [factorOn(one, from), factorOn(other, from)]
      return { from, factor: reduced(a.up * b.up, a.down * b.down) }
    }),
  )
}

type ByAccount = ReadonlyMap<string, readonly DatedFactor[]>

/** The same for every account that has any. */
export const multipliedAll = (one: ByAccount, other: ByAccount): Map<string, DatedFactor[]> =>
  new Map(
    [...new Set([...one.keys(), ...other.keys()])].map((id) => [
      id,
      multiplied(one.get(id) ?? [], other.get(id) ?? []),
    ]),
  )

/** Neighbours that are alike as one. */
export const merged = (factors: readonly DatedFactor[]): DatedFactor[] =>
  factors.filter(({ factor }, at) => {
    const before = factors[at - 1]?.factor
    return before === undefined || before.up !== factor.up || before.down !== factor.down
  })

const ONE = { up: 1n, down: 1n }

export const factorOn = (factors: readonly DatedFactor[], day: Day): DatedFactor['factor'] =>
  factors.findLast(({ from }) => from <= day)?.factor ?? ONE

export function reduced(up: bigint, down: bigint): DatedFactor['factor'] {
  let [a, b] = [up, down]
  while (b !== 0n) [a, b] = [b, a % b]
  return { up: up / a, down: down / a }
}
