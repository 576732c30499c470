const FREE = -1
/** Left, right and number of a pair lie side by side (and one place free), so that one look at memory finds all. */
const WIDTH = 4
const FIRST_SLOTS = 1024

/** Numbers kept for pairs of whole numbers. */
export class PairTable {
  #slots = new Int32Array(FIRST_SLOTS * WIDTH).fill(FREE)
  #mask = FIRST_SLOTS - 1
  #count = 0

  /** The number that was kept for the pair, or -1. */
  find(left: number, right: number): number {
    return this.#slots[this.#at(left, right) + 2] as number
  }

  put(left: number, right: number, number: number): void {
    if (this.#count * 2 > this.#mask) this.#grow()
    const at = this.#at(left, right)
    this.#slots[at] = left
    this.#slots[at + 1] = right
    this.#slots[at + 2] = number
    this.#count += 1
  }

  #at(left: number, right: number): number {
    const slots = this.#slots
    const mask = this.#mask
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    let slot = (hash ^ (hash >>> 13)) & mask
    for (;;) {
      const at = slot * WIDTH
      if (slots[at + 2] === FREE || (slots[at] === left && slots[at + 1] === right)) return at
      slot = (slot + 1) & mask
    }
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2).fill(FREE)
    this.#mask = this.#slots.length / WIDTH - 1
    this.#count = 0
    for (let at = 0; at < old.length; at += WIDTH) {
      if (old[at + 2] !== FREE) this.put(old[at] as number, old[at + 1] as number, old[at + 2] as number)
    }
  }
}
