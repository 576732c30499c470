import { compareText } from '#main/core/rules/exact.ts'
import type { CubeGroup } from '#main/ports/ledger.ts'
import { compareKeys, type Group, type Selection } from './selection.ts'
import type { KeptShare } from './shares.ts'

/** What a row is made of where groups are shared: a group that is all its own, and shares of others. */
export type Row = {
  /** The same object in every cube of the selection. */
  told: CubeGroup
  group: number | null
  shares: readonly { group: number; at: number }[]
}

/** A group that several rows share in; `rows` by share, null for what is not kept. */
export type SharedGroup = { group: number; shares: readonly KeptShare[]; rows: readonly (number | null)[] }

/** The rows that groups fall to, in the order of their keys. */
export type SharedRows = { rows: readonly Row[]; shared: readonly SharedGroup[] }

const made = new WeakMap<Selection, { count: number; value: SharedRows }>()
const told = new WeakMap<Selection, Map<string, CubeGroup>>()

export function sharedRowsOf(selection: Selection): SharedRows {
  const count = selection.groups.length
  const known = made.get(selection)
  if (known?.count === count) return known.value
  const groups = told.get(selection) ?? new Map<string, CubeGroup>()
  told.set(selection, groups)
  const value = makeRows(selection, groups)
  made.set(selection, { count, value })
  return value
}

type Open = { told: CubeGroup; group: number | null; shares: { group: number; at: number }[] }

function makeRows({ groups, tuples }: Selection, known: Map<string, CubeGroup>): SharedRows {
  const found = new Map<CubeGroup, Open>()
  const rowOf = (keys: Group['keys'], unit: string): Open => {
    const number = tuples.numberOf(keys)
    const id = `${number} ${unit}`
    const own = known.get(id) ?? { keys, number, unit }
    known.set(id, own)
    const row = found.get(own) ?? { told: own, group: null, shares: [] }
    found.set(own, row)
    return row
  }
  const shared = groups.flatMap(({ keys, unit, shares }, group) => {
    if (!shares) {
      rowOf(keys, unit).group = group
      return []
    }
    const rows = shares.map(({ parts }, at) => {
      const row = parts && rowOf(parts, unit)
      row?.shares.push({ group, at })
      return row
    })
    return [{ group, shares, rows }]
  })
  const rows = [...found.values()].sort(compareRows)
  const placeOf = new Map(rows.map((row, at) => [row, at]))
  return {
    rows,
    shared: shared.map((one) => ({ ...one, rows: one.rows.map((row) => row && (placeOf.get(row) ?? null)) })),
  }
}

function compareRows({ told: a }: Open, { told: b }: Open): number {
  for (const [at, key] of a.keys.entries()) {
    const order = compareKeys(key, b.keys[at] ?? null, false)
    if (order !== 0) return order
  }
  return compareText(a.unit, b.unit)
}
