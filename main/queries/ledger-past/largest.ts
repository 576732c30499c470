type Held<T> = { size: bigint; order: number; item: T }

/** The largest of many, the first come first where they are equal; made only where one may be among them. */
export class Largest<T> {
  isCut = false
  #held: Held<T>[] = []
  #least = -1n
  #count = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  add(size: bigint, make: () => T): void {
    this.#count += 1
    if (this.#count > this.#most) this.isCut = true
    if (size <= this.#least) return
    this.#held.push({ size, order: this.#count, item: make() })
    if (this.#held.length >= this.#most * 2) this.#thin()
  }

  taken(): T[] {
    this.#thin()
    return this.#held.map(({ item }) => item)
  }

  #thin(): void {
    this.#held.sort((a, b) => (a.size === b.size ? a.order - b.order : a.size > b.size ? -1 : 1))
    if (this.#held.length <= this.#most) return
    this.#held.length = this.#most
    this.#least = this.#held.at(-1)?.size ?? -1n
  }
}
