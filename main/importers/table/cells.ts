/** A row as an importer sees it. A cell is made text only when it is asked for. */
export type Cells = {
  readonly cells: number
  /** '' where the row has no such cell. */
  cell(index: number): string
  /** Where it is quicker than its cells one by one: something that is the same for equal cells side by side. */
  span?(first: number, last: number): string
}

export class ArrayCells implements Cells {
  readonly #values: readonly string[]

  constructor(values: readonly string[]) {
    this.#values = values
  }

  get cells(): number {
    return this.#values.length
  }

  cell(index: number): string {
    return this.#values[index] ?? ''
  }
}

export const toTexts = (row: Cells): string[] => Array.from({ length: row.cells }, (_, i) => row.cell(i))
