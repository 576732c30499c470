import { finish } from '../background.ts'
import { compareNames } from '../order.ts'
import { placesOf } from './places.ts'

const kept = new WeakMap<readonly string[], Uint32Array>()

/** Comparing names is slow: once they are in order their places are compared. Null while nobody has put them in order. */
export const keptPlaces = (names: readonly string[]): Uint32Array | null => kept.get(names) ?? null

export const placeNames = (names: readonly string[]): Uint32Array => finish(placeSteps(names))

export function* placeSteps(names: readonly string[]): Generator<void, Uint32Array> {
  const known = kept.get(names)
  if (known) return known
  const compare = (a: number, b: number): number => compareNames(names[a] ?? '', names[b] ?? '')
  const places = yield* placesOf([...names.keys()], names.length, compare)
  kept.set(names, places)
  return places
}
