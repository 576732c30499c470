import { finish } from '../background.ts'
import { compareNames } from '../order.ts'

const CHUNK = 4000
const kept = new WeakMap<readonly string[], Uint32Array>()

/** Comparing names is slow: once they are in order their places are compared. Null while nobody has put them in order. */
export const keptPlaces = (names: readonly string[]): Uint32Array | null => kept.get(names) ?? null

export const placeNames = (names: readonly string[]): Uint32Array => finish(placeSteps(names))

export function* placeSteps(names: readonly string[]): Generator<void, Uint32Array> {
  const known = kept.get(names)
  if (known) return known
  const compare = (a: number, b: number): number => compareNames(names[a] ?? '', names[b] ?? '')
  const sorted = yield* sortSteps([...names.keys()], compare)
  const places = new Uint32Array(names.length)
  let place = 0
  for (const [at, row] of sorted.entries()) {
    if (at % CHUNK === 0) yield
    const before = sorted[at - 1]
    // What is the same to people has one place, whatever its letters.
    if (before !== undefined && compare(before, row) !== 0) place += 1
    places[row] = place
  }
  kept.set(names, places)
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
