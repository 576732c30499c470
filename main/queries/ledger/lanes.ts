import type { NumberColumn } from '#main/core/ledger/column.ts'

/**
 * A column of amounts for adding up: whole numbers below 2^53, each so many femtos. What does not fit one such number
 * stands in several lanes, whose sums are put together at the end.
 */
export type Lane = { weight: bigint; values: Float64Array }

const FEMTOS_PER_MICRO = 1_000_000_000n
const HALF = 32n
const LOW = 0xffffffffn

export function lanesOf(column: NumberColumn): Lane[] {
  if (column.kind === 'scaled')
    return [{ weight: 10n ** BigInt(15 - column.scale), values: Float64Array.from(column.values) }]
  return lanesOfParts(column.micros, column.rests)
}

/** Of amounts as the store has them: micros and the femtos below (core/money/stored). */
export function lanesOfParts(micros: BigInt64Array, rests: Int32Array): Lane[] {
  const upper = Float64Array.from(micros, (value) => Number(value >> HALF))
  const lower = Float64Array.from(micros, (value) => Number(value & LOW))
  return [
    { weight: FEMTOS_PER_MICRO << HALF, values: upper },
    { weight: FEMTOS_PER_MICRO, values: lower },
    ...restLane(rests),
  ]
}

/** Of amounts whose micros all fit a double. */
export const lanesOfMicros = (micros: Float64Array, rests: Int32Array): Lane[] => [
  { weight: FEMTOS_PER_MICRO, values: micros },
  ...restLane(rests),
]

const CHUNK = 40n

/** Of amounts of any size: as many pieces of forty bits as the largest has. */
export function lanesOfFemtos(femtos: readonly bigint[]): Lane[] {
  const lanes: Lane[] = []
  let left = [...femtos]
  for (let weight = 1n; lanes.length === 0 || left.some((value) => value !== 0n); weight <<= CHUNK) {
    const values = Float64Array.from(left, (value) => Number(value % (1n << CHUNK)))
    lanes.push({ weight, values })
    left = left.map((value) => value / (1n << CHUNK))
  }
  return lanes
}

const restLane = (rests: Int32Array): Lane[] =>
  rests.some((rest) => rest !== 0) ? [{ weight: 1n, values: Float64Array.from(rests) }] : []

export const bytesOfLanes = (lanes: readonly Lane[]): number =>
  lanes.reduce((sum, { values }) => sum + values.byteLength, 0)
