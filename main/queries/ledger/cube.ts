import type { CubeQuestion, LedgerCube } from '#main/ports/ledger.ts'
import { type Bin, type Bins, binsOf } from './bins.ts'
import { type Cells, createCells } from './cells.ts'
import { lineParts, partsOf } from './cut-parts.ts'
import { plainCube } from './plain-cube.ts'
import type { Selection } from './selection.ts'
import { sharedCube } from './shared-cube.ts'
import type { Tiers } from './tiers.ts'

/** Adds up by group and bin; figures are made as they are asked for. */
export function createCube(
  tiers: Tiers,
  selection: Selection,
  question: CubeQuestion,
  mostCells: number,
): LedgerCube {
  const isHourly = question.step === 'hour'
  const bins = binsOf(question.step, question.from, question.to)
  const parts = isHourly
    ? lineParts(tiers, selection, question, question.metric)
    : partsOf(tiers, selection, question)
  // Groups first: the sums are as many as they are.
  for (const part of parts) selection.groupsOf(part)
  const cells = createCells({ parts, selection, bins, question }, mostCells)
  const cube = (selection.isShared ? sharedCube : plainCube)(cells, selection, bins.all)
  return isHourly ? withoutEmpty(cube, cells, bins) : cube
}

/** Each day has a place for what cannot be told by hour; it is not shown where there is nothing of the kind. */
function withoutEmpty(cube: LedgerCube, cells: Cells, { all }: Bins): LedgerCube {
  const lines = cells.linesByBin()
  const shown = all.flatMap(({ hour }, at) => (hour !== null || (lines[at] as number) > 0 ? [at] : []))
  if (shown.length === all.length) return cube
  return {
    ...cube,
    bins: shown.map((at) => all[at] as Bin),
    femtos: (group, bin) => cube.femtos(group, shown[bin] as number),
    heaps: (heapOf, count) =>
      cube
        .heaps(heapOf, count)
        .map(({ byBin, ...heap }) => ({ ...heap, byBin: shown.map((at) => byBin[at] ?? 0n) })),
  }
}
