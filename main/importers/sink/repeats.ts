import { type Figures, NONE } from '#main/core/ledger/decimal-scan.ts'

const FIRST_SLOTS = 1 << 14
/** 128 MB; rows beyond what it holds are not looked at. */
const MAX_SLOTS = 1 << 24
const FULL = 0.75
const HIGH = 2 ** -32

/**
 * Which lines say the same in everything that is kept of them (key, detail, period, all figures), by hashes of 64 bits:
 * among ten million lines the chance that two different ones are taken for equal is one in three hundred thousand.
 */
export class Repeats {
  #left = new Int32Array(FIRST_SLOTS)
  #right = new Int32Array(FIRST_SLOTS)
  #count = 0
  #a = 0
  #b = 0

  /** Whether such a line came before; what is new is kept. */
  seen(key: number, detail: number, startMs: number, endMs: number, figures: Figures): boolean {
    this.#a = 0x243f6a88
    this.#b = 0x13198a2e
    this.#mix(key, detail)
    this.#mix(startMs | 0, (startMs * HIGH) | 0)
    this.#mix(endMs | 0, (endMs * HIGH) | 0)
    const { values, scales } = figures
    for (let i = 0; i < values.length; i += 1) {
      const scale = scales[i] as number
      if (scale === NONE) this.#mix(NONE, i)
      else {
        const value = values[i] as number
        this.#mix(value | 0, ((value * HIGH) | 0) ^ (scale << 24))
        const wide = scale > 15 ? figures.wide[i] : null
        if (wide) this.#mix(Number(BigInt.asIntN(32, wide)), Number(BigInt.asIntN(32, wide >> 32n)))
      }
    }
    return this.#put(this.#a ^ (this.#b >>> 16), this.#b | 1)
  }

  #mix(low: number, high: number): void {
    let a = Math.imul(this.#a ^ low, 0x9e3779b1)
    let b = Math.imul(this.#b ^ high, 0x85ebca6b)
    a ^= a >>> 15
    b ^= b >>> 13
    this.#a = Math.imul(a + b, 0xc2b2ae35) ^ (b << 7)
    this.#b = Math.imul(b ^ a, 0x27d4eb2f) + low
  }

  #put(left: number, right: number): boolean {
    if (this.#count > this.#left.length * FULL && this.#left.length < MAX_SLOTS) this.#grow()
    const mask = this.#left.length - 1
    let slot = left & mask
    while (this.#right[slot] !== 0) {
      if (this.#right[slot] === right && this.#left[slot] === left) return true
      slot = (slot + 1) & mask
    }
    if (this.#count > this.#left.length * FULL) return false
    this.#left[slot] = left
    this.#right[slot] = right
    this.#count += 1
    return false
  }

  #grow(): void {
    const [left, right] = [this.#left, this.#right]
    this.#left = new Int32Array(left.length * 2)
    this.#right = new Int32Array(left.length * 2)
    const mask = this.#left.length - 1
    for (let i = 0; i < right.length; i += 1) {
      if (right[i] === 0) continue
      let slot = (left[i] as number) & mask
      while (this.#right[slot] !== 0) slot = (slot + 1) & mask
      this.#left[slot] = left[i] as number
      this.#right[slot] = right[i] as number
    }
  }
}
