/** Whole numbers by index in an array that grows. */
export class Numbers {
  #values = new Int32Array(1024)

  get(index: number): number {
    return this.#values[index] as number
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const values = new Int32Array(Math.max(index + 1, this.#values.length * 2))
      values.set(this.#values)
      this.#values = values
    }
    this.#values[index] = value
  }
}
