import { divideHalfAway, formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import type { GridRow } from './types.ts'

type UnitSum = { unit: string; sum: string; average: string; count: number }

export type CellSums = {
  /** Cells that say something. */
  filled: number
  /** Figures by what they are counted in: sums of two units are never one figure. */
  units: readonly UnitSum[]
}

/** Exact sums of the cells between two columns. */
export function sumCells(rows: Iterable<GridRow>, left: number, right: number): CellSums {
  const totals = new Map<string, { sum: bigint; count: number }>()
  let filled = 0
  for (const { cells } of rows) {
    for (let i = left; i <= right; i += 1) {
      const cell = cells[i]
      if (cell === undefined || (cell.exact ?? cell.text) === '') continue
      filled += 1
      const figure = cell.unit === undefined ? null : parseDecimal(cell.exact ?? '')
      if (figure === null || cell.unit === undefined) continue
      const total = totals.get(cell.unit) ?? { sum: 0n, count: 0 }
      totals.set(cell.unit, { sum: total.sum + figure, count: total.count + 1 })
    }
  }
  const units = [...totals].map(([unit, { sum, count }]) => ({
    unit,
    sum: formatDecimal(sum),
    average: formatDecimal(divideHalfAway(sum, BigInt(count))),
    count,
  }))
  return { filled, units }
}
