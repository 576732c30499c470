import { weightOf } from '#main/core/allocation/outcome.ts'
import type { CubeGroup, LedgerCube } from '#main/ports/ledger.ts'
import type { Bin } from './bins.ts'
import type { Cells } from './cells.ts'
import { type Row, type SharedGroup, type SharedRows, sharedRowsOf } from './cube-rows.ts'
import type { Selection } from './selection.ts'
import { splitCell } from './split-cells.ts'

type Heap = ReturnType<LedgerCube['heaps']>[number]

/** Rows that have lines, with what falls to each of what they share. */
export function sharedCube(cells: Cells, selection: Selection, bins: readonly Bin[]): LedgerCube {
  const { stride, lines: linesOf } = cells
  const all = sharedRowsOf(selection)
  const sharedBy = new Map(all.shared.map((one) => [one.group, one]))
  const hasLines = (group: number): boolean => (linesOf[group] as number) > 0
  const places = [...all.rows.keys()].filter((at) => {
    const { group, shares } = all.rows[at] as Row
    return (group !== null && hasLines(group)) || shares.some((share) => hasLines(share.group))
  })
  const rowAt = (at: number): Row => all.rows[places[at] as number] as Row

  function femtos(at: number, bin: number): bigint {
    const { group, shares } = rowAt(at)
    let sum = group === null ? 0n : cells.femtos(group, bin)
    for (const share of shares) {
      const whole = cells.femtos(share.group, bin)
      if (whole !== 0n) sum += splitCell(whole, sharedBy.get(share.group)?.shares ?? [])[share.at] ?? 0n
    }
    return sum
  }

  function total(at: number): bigint {
    const { group, shares } = rowAt(at)
    if (group !== null && shares.length === 0) return cells.total(group)
    let sum = 0n
    for (let bin = 0; bin < stride; bin += 1) sum += femtos(at, bin)
    return sum
  }

  function lines(at: number): number {
    const { group, shares } = rowAt(at)
    return shares.reduce(
      (sum, share) => sum + (linesOf[share.group] ?? 0),
      group === null ? 0 : (linesOf[group] ?? 0),
    )
  }

  function roughly(): Float64Array {
    const rough = cells.roughly()
    return Float64Array.from(places, (place) => {
      const { group, shares } = all.rows[place] as Row
      let sum = group === null ? 0 : (rough[group] ?? 0)
      for (const share of shares)
        sum += (rough[share.group] ?? 0) * ratioOf(sharedBy.get(share.group), share.at)
      return sum
    })
  }

  function heaps(heapOf: Int32Array, count: number): Heap[] {
    const heapOfRow = new Int32Array(all.rows.length).fill(-1)
    for (const [at, place] of places.entries()) heapOfRow[place] = heapOf[at] ?? -1
    const { whole, torn } = heapsOfGroups(all, heapOfRow, selection.groups.length)
    const byBin = cells.heaps(whole, count)
    const found = Array.from({ length: count }, (_, heap): Heap => {
      const own = byBin.slice(heap * stride, (heap + 1) * stride)
      return { total: 0n, byBin: own, lines: 0 }
    })
    for (const [group, heap] of whole.entries()) {
      const own = found[heap]
      if (own) own.lines += linesOf[group] as number
    }
    for (const one of torn) tearApart(one, heapOfRow, found)
    for (const heap of found) heap.total = heap.byBin.reduce((sum, one) => sum + one, 0n)
    return found
  }

  function tearApart({ group, shares, rows }: SharedGroup, heapOfRow: Int32Array, found: Heap[]): void {
    const own = linesOf[group] as number
    if (own === 0) return
    const heaps = rows.map((row) => (row === null ? undefined : found[heapOfRow[row] as number]))
    for (const heap of new Set(heaps)) if (heap) heap.lines += own
    for (let bin = 0; bin < stride; bin += 1) {
      const whole = cells.femtos(group, bin)
      if (whole === 0n) continue
      for (const [at, part] of splitCell(whole, shares).entries()) {
        const heap = heaps[at]
        if (heap) heap.byBin[bin] = (heap.byBin[bin] ?? 0n) + part
      }
    }
  }

  function ahead(rows: readonly number[]): void {
    const wanted = rows.flatMap((at) => {
      const { group, shares } = rowAt(at)
      return [...(group === null ? [] : [group]), ...shares.map((share) => share.group)]
    })
    cells.ahead([...new Set(wanted)])
  }

  const groups: CubeGroup[] = places.map((place) => (all.rows[place] as Row).told)
  return { family: selection.tuples, bins, groups, femtos, total, lines, roughly, heaps, ahead }
}

const ratioOf = (shared: SharedGroup | undefined, at: number): number => {
  const shares = shared?.shares ?? []
  return (
    Number(shares[at]?.weight ?? 0n) / Number(weightOf(shares.map(({ weight }) => ({ part: null, weight }))))
  )
}

/** The heap of each group that falls to one alone, and the groups that fall to several. */
function heapsOfGroups({ rows, shared }: SharedRows, heapOfRow: Int32Array, count: number) {
  const whole = new Int32Array(count).fill(-1)
  for (const [at, { group }] of rows.entries()) if (group !== null) whole[group] = heapOfRow[at] as number
  const torn = shared.filter((one) => {
    const heaps = new Set(one.rows.map((row) => (row === null ? -1 : (heapOfRow[row] as number))))
    const [only] = heaps
    if (heaps.size > 1 || only === undefined) return true
    whole[one.group] = only
    return false
  })
  return { whole, torn }
}
