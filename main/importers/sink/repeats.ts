import { type Figures, NONE } from '#main/core/ledger/decimal-scan.ts'

const FIRST_SLOTS = 1 << 14
/** 128 MB; rows beyond what it holds are not looked at. */
const MAX_SLOTS = 1 << 24
/** Three quarters, of slots that take two places each. */
const HALF_FULL = 0.375
const HIGH = 2 ** -32

/**
 * Which lines say the same in everything that is kept of them (key, detail, period, all figures), by hashes of 64 bits:
 * among ten million lines the chance that two different ones are taken for equal is one in three hundred thousand.
 */
export class Repeats {
  /** Both halves of a hash lie side by side; the second one is 0 where a slot is free. */
  #slots = new Int32Array(FIRST_SLOTS * 2)
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
    if (this.#count > this.#slots.length * HALF_FULL && this.#slots.length < MAX_SLOTS * 2) this.#grow()
    const slots = this.#slots
    const at = free(slots, left, right)
    if (slots[at + 1] !== 0) return true
    if (this.#count > slots.length * HALF_FULL) return false
    slots[at] = left
    slots[at + 1] = right
    this.#count += 1
    return false
  }

  #grow(): void {
    const old = this.#slots
    const slots = new Int32Array(old.length * 2)
    for (let i = 0; i < old.length; i += 2) {
      const [left, right] = [old[i] as number, old[i + 1] as number]
      if (right === 0) continue
      const at = free(slots, left, right)
      slots[at] = left
      slots[at + 1] = right
    }
    this.#slots = slots
  }
}

/** Where the hash lies, or could. */
function free(slots: Int32Array, left: number, right: number): number {
  const mask = slots.length - 1
  let at = (left << 1) & mask
  while (slots[at + 1] !== 0 && (slots[at + 1] !== right || slots[at] !== left)) at = (at + 2) & mask
  return at
}
