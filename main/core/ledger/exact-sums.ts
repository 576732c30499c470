import { femtosAt, isNull, type NumberColumn } from './column.ts'

const PLACES = 15
/** Sums stay below it, so that adding one more value that is below it too stays a whole number exactly. */
const HALF = 2 ** 52

const GROUPS_AT_FIRST = 64

/** Exact sums by group: doubles that hold whole numbers while they can, and bigints of femtos behind them. */
export class ExactSums {
  #open = new Float64Array(GROUPS_AT_FIRST)
  readonly #femtos: bigint[] = []

  /** Adds a column, each value to its group; where `groups` is below zero it is left out. */
  add(column: NumberColumn, groups: Int32Array, groupCount: number): void {
    this.#grow(groupCount)
    if (column.kind === 'wide') {
      this.#addWide(column, groups)
      return
    }
    const { values, scale, nulls } = column
    const unit = 10n ** BigInt(PLACES - scale)
    const open = this.#open
    for (let i = 0; i < groups.length; i += 1) {
      const group = groups[i] as number
      if (group < 0 || (nulls !== null && isNull(nulls, i))) continue
      const value = values[i] as number
      const sum = (open[group] as number) + value
      if (sum < HALF && sum > -HALF && value < HALF && value > -HALF) open[group] = sum
      else this.#femtos[group] = (this.#femtos[group] ?? 0n) + BigInt(value) * unit
    }
    // The next column may count in other units.
    for (let group = 0; group < groupCount; group += 1) {
      const sum = open[group] as number
      if (sum === 0) continue
      this.#femtos[group] = (this.#femtos[group] ?? 0n) + BigInt(sum) * unit
      open[group] = 0
    }
  }

  #addWide(column: NumberColumn, groups: Int32Array): void {
    for (let i = 0; i < groups.length; i += 1) {
      const group = groups[i] as number
      const femtos = group < 0 ? null : femtosAt(column, i)
      if (femtos !== null) this.#femtos[group] = (this.#femtos[group] ?? 0n) + femtos
    }
  }

  of(group: number): bigint {
    return this.#femtos[group] ?? 0n
  }

  #grow(groupCount: number): void {
    if (groupCount <= this.#open.length) return
    this.#open = new Float64Array(Math.max(groupCount, this.#open.length * 2))
  }
}
