import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { CostDimension } from '#shared/contract/costs.ts'

/** Resources with what is known of them: what suggestions are made from. */
export type Things = {
  size: number
  /** `<connection>/<number>`. */
  keys: readonly string[]
  /** Empty where it has no name. */
  names: readonly string[]
  parts: readonly string[]
  /** The part that bears all of it by itself, counted from 1; 0 where none or several do. */
  partOf: Int32Array
  /** Some of its costs nobody bears. */
  isOpen: Uint8Array
  attributes: ReadonlyMap<CostDimension, TextColumn>
  /** The network that it is in, by its address. */
  networks: TextColumn
  /** What it costs as a part of all there is, in whatever currency: to find what is worth most. */
  weights: Float64Array
}
