import { compareExact } from '../rules/exact.ts'

/** Figures of rows as near as a double gets, and how far off each may be at most. */
type Rough = { values: Float64Array; slack: Float64Array }

/** Far above what adding up doubles errs by, far below what a person would call a difference. */
const RELATIVE = 1e-9
/** Of the largest: where large amounts cancel out, the error is theirs and not the small sum's. */
const OF_LARGEST = 1e-12

export function roughly(values: Float64Array, sizes: Float64Array = values): Rough {
  let largest = 0
  for (const size of sizes) largest = Math.max(largest, Math.abs(size))
  return { values, slack: sizes.map((size) => Math.abs(size) * RELATIVE + largest * OF_LARGEST) }
}

/**
 * Rows by their figures, the largest first: doubles put them in order, and only where those are too near to tell are the
 * exact ones asked for. Equal ones stand by `tie`.
 */
export function orderExactly(
  rows: Int32Array,
  { values, slack }: Rough,
  exact: (row: number) => bigint,
  tie: (a: number, b: number) => number,
): Int32Array {
  const top = rows.map((row) => row)
  const upper = new Float64Array(values.length)
  for (const row of rows) upper[row] = (values[row] as number) + (slack[row] as number)
  top.sort((a, b) => (upper[b] as number) - (upper[a] as number))
  for (let from = 0; from < top.length; ) {
    const end = endOfRun(top, from, { values, slack }, upper)
    if (end - from > 1) sortRun(top.subarray(from, end), exact, tie)
    from = end
  }
  return top
}

/** Until where the stretches in which the exact figures must lie touch each other. */
function endOfRun(rows: Int32Array, from: number, { values, slack }: Rough, upper: Float64Array): number {
  const lower = (at: number): number => {
    const row = rows[at] as number
    return (values[row] as number) - (slack[row] as number)
  }
  let least = lower(from)
  let end = from + 1
  while (end < rows.length && (upper[rows[end] as number] as number) >= least) {
    least = Math.min(least, lower(end))
    end += 1
  }
  return end
}

function sortRun(
  run: Int32Array,
  exact: (row: number) => bigint,
  tie: (a: number, b: number) => number,
): void {
  const known = new Map(Array.from(run, (row) => [row, exact(row)] as const))
  run.sort((a, b) => compareExact(known.get(b) ?? 0n, known.get(a) ?? 0n) || tie(a, b))
}

/** So many rows with the largest figures, up or down; in no order. Doubles do: a tie goes to either. */
export function largest(rows: Int32Array, { values, slack }: Rough, count: number): Int32Array {
  if (rows.length <= count) return rows
  const sizes = Float64Array.from(rows, (row) => Math.abs(values[row] as number)).sort()
  const least = sizes[sizes.length - count] as number
  return rows.filter((row) => Math.abs(values[row] as number) + 2 * (slack[row] as number) >= least)
}
