const FREE = -1

/** Numbers of pairs of whole numbers: the first pair that comes is 0, and so on. */
export class PairTable {
  #left = new Int32Array(1024)
  #right = new Int32Array(1024)
  #numbers = new Int32Array(1024).fill(FREE)
  #count = 0

  /** The number that was kept for the pair, or -1. */
  find(left: number, right: number): number {
    return this.#numbers[this.#slot(left, right)] as number
  }

  put(left: number, right: number, number: number): void {
    if (this.#count * 2 >= this.#numbers.length) this.#grow()
    const slot = this.#slot(left, right)
    this.#left[slot] = left
    this.#right[slot] = right
    this.#numbers[slot] = number
    this.#count += 1
  }

  #slot(left: number, right: number): number {
    const mask = this.#numbers.length - 1
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    let slot = (hash ^ (hash >>> 13)) & mask
    while (this.#numbers[slot] !== FREE && (this.#left[slot] !== left || this.#right[slot] !== right)) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  #grow(): void {
    const [left, right, numbers] = [this.#left, this.#right, this.#numbers]
    this.#left = new Int32Array(left.length * 2)
    this.#right = new Int32Array(left.length * 2)
    this.#numbers = new Int32Array(left.length * 2).fill(FREE)
    this.#count = 0
    for (let i = 0; i < numbers.length; i += 1) {
      if (numbers[i] !== FREE) this.put(left[i] as number, right[i] as number, numbers[i] as number)
    }
  }
}
