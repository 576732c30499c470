import type { LedgerFilter, LedgerSpan } from '#main/ports/ledger.ts'
import { columnOf } from './column-of.ts'
import { type CutPart, lineParts } from './cut-parts.ts'
import type { KeySet } from './key-set.ts'
import type { Group, Selection } from './selection.ts'
import type { Tiers } from './tiers.ts'

/**
 * How many different resources have lines with each value of the selection's first dimension. Resources are told apart by
 * number: nobody has to put their names together with anything.
 */
export function resourcesBy(
  tiers: Tiers,
  selection: Selection,
  {
    into = asItIs,
    currencies,
    ...span
  }: LedgerSpan & { into?: Into; currencies?: LedgerFilter['currencies'] },
): Map<string | null, number> {
  const numbers = numbersOf(tiers)
  const isUnit = (unit: string): boolean => !currencies || (currencies as readonly string[]).includes(unit)
  const found = new Map<string | null, Seen>()
  const parts = lineParts(tiers, selection, span)
  for (const { keys } of parts) numbers.of(keys)
  for (const part of parts) addPart(found, part, { selection, numbers, into, isUnit })
  return new Map([...found].map(([value, seen]) => [value, countOf(seen)] as const))
}

type Counting = {
  selection: Selection
  numbers: Numbers
  into: Into
  isUnit(unit: string): boolean
}
type Into = (value: string | null) => readonly (string | null)[]

const asItIs: Into = (value) => [value]

function addPart(
  found: Map<string | null, Seen>,
  part: CutPart,
  { selection, numbers, into, isUnit }: Counting,
): void {
  const groups = selection.groupsOf(part)
  const resources = numbers.of(part.keys)
  const billed = billedKeys(part)
  const seenBy: (readonly Seen[] | undefined)[] = selection.groups.map(() => undefined)
  for (let key = 0; key < billed.length; key += 1) {
    const group = groups[key] as number
    const resource = resources[key] as number
    if (billed[key] === 0 || group < 0 || resource < 0) continue
    let seen = seenBy[group]
    if (!seen) {
      const of = selection.groups[group]
      const values = new Set(of && isUnit(of.unit) ? valuesIn(of).flatMap(into) : [])
      seen = [...values].map((value) =>
        seenOf(found, value, { most: numbers.count(), values: seenBy.length }),
      )
      seenBy[group] = seen
    }
    for (let at = 0; at < seen.length; at += 1) {
      const { bytes, numbers: few } = seen[at] as Seen
      if (bytes) bytes[resource] = 1
      else few.add(resource)
    }
  }
}

/** Of what is shared each value that shares in it. */
function valuesIn(group: Group): (string | null)[] {
  if (!group.shares) return [group.keys[0] ?? null]
  return group.shares.flatMap(({ parts }) => (parts ? [parts[0] ?? null] : []))
}

/** Resources that were seen: of few values each has a place for every resource, of many only for its own. */
type Seen = { bytes: Uint8Array | null; numbers: Set<number> }
const MOST_PLACES = 2 ** 25

function seenOf(
  found: Map<string | null, Seen>,
  value: string | null,
  { most, values }: { most: number; values: number },
): Seen {
  const known = found.get(value)
  if (known) return known
  const bytes = most * values > MOST_PLACES ? null : new Uint8Array(most)
  const made = { bytes, numbers: new Set<number>() }
  found.set(value, made)
  return made
}

const countOf = ({ bytes, numbers }: Seen): number =>
  bytes ? bytes.reduce((sum, isSeen) => sum + isSeen, 0) : numbers.size

/** By key whether any of the days has a line of it. */
function billedKeys({ keys: { size }, mask, read }: CutPart): Uint8Array {
  const billed = new Uint8Array(size)
  const { count, days, keys } = read('billed').rows
  for (let i = 0; i < count; i += 1)
    if (((mask >>> ((days[i] as number) - 1)) & 1) === 1) billed[keys[i] as number] = 1
  return billed
}

type Numbers = ReturnType<typeof createNumbers>
const known = new WeakMap<Tiers, Numbers>()

function numbersOf(tiers: Tiers): Numbers {
  const made = known.get(tiers) ?? createNumbers()
  known.set(tiers, made)
  return made
}

/** One number for a resource in whatever set of keys it stands; below zero where a key has none. */
function createNumbers() {
  const numbers = new Map<string, number>()
  const bySet = new WeakMap<KeySet, Int32Array>()
  return {
    count: (): number => numbers.size,
    of(keys: KeySet): Int32Array {
      const made = bySet.get(keys)
      if (made) return made
      const { texts, places } = columnOf(keys, 'resource')
      const own = Int32Array.from(texts, (text) => {
        const number = numbers.get(text) ?? numbers.size
        numbers.set(text, number)
        return number
      })
      const numbered = places.map((place) => (place === 0 ? -1 : (own[place - 1] as number)))
      bySet.set(keys, numbered)
      return numbered
    },
  }
}
