/** Letters and digits alone, small: "line_item/UsageAmount", "lineItemUsageAmount" and "LINE ITEM usage amount" are one name. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}₽$€]/gu, '')

/** The columns of a table, found by any of their names. */
export class Header {
  readonly names: readonly string[]
  readonly #places = new Map<string, number>()

  constructor(names: readonly string[]) {
    this.names = names
    names.forEach((name, index) => {
      const plain = plainName(name)
      if (plain !== '' && !this.#places.has(plain)) this.#places.set(plain, index)
    })
  }

  /** The place of the first of the names that the table has; -1: none. */
  find(...names: readonly string[]): number {
    for (const name of names) {
      const place = this.#places.get(plainName(name))
      if (place !== undefined) return place
    }
    return -1
  }

  has(...names: readonly string[]): boolean {
    return names.every((name) => this.find(name) >= 0)
  }

  /** Places of the columns whose name begins so, with what follows. */
  startingWith(...starts: readonly string[]): { index: number; rest: string }[] {
    return this.names.flatMap((name, index) => {
      const start = starts.find((s) => name.toLowerCase().startsWith(s.toLowerCase()))
      return start === undefined || name.length === start.length
        ? []
        : [{ index, rest: name.slice(start.length) }]
    })
  }

  name(index: number): string | null {
    return this.names[index] ?? null
  }
}

/** What a header is recognised by again: its names in their order. */
export const headerOf = (names: readonly string[]): string => names.map(plainName).join('\u001f')
