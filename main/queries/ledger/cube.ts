import type { CubeQuestion, LedgerCube } from '#main/ports/ledger.ts'
import { binsOf } from './bins.ts'
import { createCells } from './cube-cells.ts'
import { partsOf } from './cut-parts.ts'
import type { Selection } from './selection.ts'
import { Sums } from './sums.ts'
import type { Tiers } from './tiers.ts'

/** Adds up by group and bin; figures are made as they are asked for. */
export function createCube(tiers: Tiers, selection: Selection, question: CubeQuestion): LedgerCube {
  const { step, from, to, metric } = question
  const bins = binsOf(step, from, to)
  const parts = partsOf(tiers, selection, question)
  // Groups first: the sums are as many as they are.
  for (const part of parts) selection.groupsOf(part)
  const stride = bins.all.length
  const sums = new Sums(selection.groups.length * stride)
  for (const part of parts) {
    const { rows, lanes } = part.read(metric)
    sums.add(rows, lanes, {
      groups: selection.groupsOf(part),
      bins: bins.of(part.month, part.mask),
      stride,
    })
  }
  return createCells(sums, selection, bins.all)
}
