const CHUNK = 4000

/**
 * The place of each of these rows among them, from 1: places compare faster than what they come from, and take less
 * room. What compares as the same has one place; rows that are not among them have none, 0.
 */
export function* placesOf(
  rows: readonly number[],
  size: number,
  compare: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  const sorted = yield* sortSteps(rows, compare)
  const places = new Uint32Array(size)
  let place = 0
  for (const [at, row] of sorted.entries()) {
    if (at % CHUNK === 0) yield
    const before = sorted[at - 1]
    if (before === undefined || compare(before, row) !== 0) place += 1
    places[row] = place
  }
  return places
}

/** Sorted in pieces that are then merged two by two. */
function* sortSteps(
  rows: readonly number[],
  compare: (a: number, b: number) => number,
): Generator<void, number[]> {
  let runs: number[][] = []
  for (let from = 0; from < rows.length; from += CHUNK) {
    runs.push(rows.slice(from, from + CHUNK).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: number[][] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergeSteps(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

function* mergeSteps(
  a: readonly number[],
  b: readonly number[],
  compare: (a: number, b: number) => number,
): Generator<void, number[]> {
  const merged: number[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (merged.length % CHUNK === 0) yield
    const [left, right] = [a[i] ?? 0, b[j] ?? 0]
    if (compare(left, right) <= 0) {
      merged.push(left)
      i += 1
    } else {
      merged.push(right)
      j += 1
    }
  }
  return [...merged, ...a.slice(i), ...b.slice(j)]
}
