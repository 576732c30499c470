import type { LedgerCube } from '#main/ports/ledger.ts'
import type { Bin } from './bins.ts'
import type { Cells } from './cells.ts'
import type { Group, Selection } from './selection.ts'

/** Where every group is a row: those that have lines, in no order, as putting a hundred thousand in one takes its time. */
export function plainCube(cells: Cells, selection: Selection, bins: readonly Bin[]): LedgerCube {
  const numbers = groupsWithLines(cells.lines)
  const numberAt = (at: number): number => numbers[at] as number
  return {
    family: selection.tuples,
    bins,
    groups: groupsAt(selection.groups, numbers),
    femtos: (at, bin) => cells.femtos(numberAt(at), bin),
    total: (at) => cells.total(numberAt(at)),
    lines: (at) => cells.lines[numberAt(at)] as number,
    roughly() {
      const rough = cells.roughly()
      const own = new Float64Array(numbers.length)
      for (let at = 0; at < own.length; at += 1) own[at] = rough[numberAt(at)] as number
      return own
    },
    heaps(heapOf, count) {
      const heapOfGroup = new Int32Array(selection.groups.length).fill(-1)
      const lines = new Float64Array(count)
      for (let at = 0; at < numbers.length; at += 1) {
        const [group, heap] = [numberAt(at), heapOf[at] as number]
        heapOfGroup[group] = heap
        if (heap >= 0) lines[heap] = (lines[heap] as number) + (cells.lines[group] as number)
      }
      const sums = cells.heaps(heapOfGroup, count)
      return Array.from(lines, (own, heap) => {
        const byBin = sums.slice(heap * cells.stride, (heap + 1) * cells.stride)
        return { total: byBin.reduce((sum, one) => sum + one, 0n), byBin, lines: own }
      })
    },
    ahead: (rows) => cells.ahead(rows.map(numberAt)),
  }
}

function groupsWithLines(lines: Int32Array): Int32Array {
  const numbers = new Int32Array(lines.length)
  let count = 0
  for (let group = 0; group < lines.length; group += 1)
    if ((lines[group] as number) > 0) {
      numbers[count] = group
      count += 1
    }
  return numbers.slice(0, count)
}

function groupsAt(all: readonly Group[], numbers: Int32Array): Group[] {
  const groups = new Array<Group>(numbers.length)
  for (let at = 0; at < groups.length; at += 1) groups[at] = all[numbers[at] as number] as Group
  return groups
}
