import { isBelow, NONE, putDecimal } from '#main/core/ledger/decimal-scan.ts'
import type { Collector } from '../sink/collector.ts'
import type { Cells } from '../table/cells.ts'
import { cachedBy } from '../table/source.ts'
import { COSTS, type FocusColumn, figureNames, partOf } from './columns.ts'
import { type FocusParts, RowFault } from './parts.ts'
import { orNull, readInstant } from './values.ts'

const ABSENT = -1
const BAD = -1
const QUANTITY_DIGITS = 12
const MAX_KNOWN = 20_000

/**
 * Rows of FOCUS as texts, into the ledger without a line made of each: parts that came before are known by their cells.
 * `take` says false to what is not in order; that goes by row.ts and gets rejected, or the same.
 */
export class QuickRows {
  readonly #parts: FocusParts
  readonly #collector: Collector
  readonly #figures: readonly number[]
  readonly #start: number
  readonly #end: number
  readonly #instants = new Map<string, number>()
  #owner: (row: Cells) => number
  #price: (row: Cells) => number
  readonly #detail: (row: Cells) => number
  #generation: number

  constructor(parts: FocusParts, collector: Collector) {
    const at = (column: FocusColumn): number => parts.header.indexOf.get(column) ?? ABSENT
    this.#parts = parts
    this.#collector = collector
    this.#figures = figureNames.map((name, i) =>
      at(name) === ABSENT && i < COSTS ? at('BilledCost') : at(name),
    )
    this.#start = at('ChargePeriodStart')
    this.#end = at('ChargePeriodEnd')
    this.#generation = collector.keys.generation
    this.#owner = this.#ownerBy()
    this.#price = this.#priceBy()
    this.#detail = this.#by('detail', (cell) => collector.details.number(parts.detail(cell)))
  }

  take(row: Cells, line: number): boolean {
    if (this.#end === ABSENT) return false
    const startMs = this.#instant(row.cell(this.#start))
    const endMs = this.#instant(row.cell(this.#end))
    if (!(endMs > startMs) || !this.#readFigures(row)) return false
    const collector = this.#collector
    collector.tidy()
    if (collector.keys.generation !== this.#generation) {
      this.#generation = collector.keys.generation
      this.#owner = this.#ownerBy()
      this.#price = this.#priceBy()
    }
    const owner = this.#owner(row)
    const price = this.#price(row)
    const detail = this.#detail(row)
    if (owner === BAD || price === BAD || detail === BAD) return false
    return collector.keep(owner, price, detail, startMs, endMs, line) === null
  }

  #ownerBy = (): ((row: Cells) => number) =>
    this.#by('owner', (cell) => this.#collector.keys.owner(this.#parts.owner(cell)))

  #priceBy = (): ((row: Cells) => number) =>
    this.#by('price', (cell) => this.#collector.keys.price(this.#parts.price(cell)))

  #by(part: ReturnType<typeof partOf>, read: (cell: (index: number) => string) => number) {
    const columns = this.#parts.header.columns.flatMap((column, index) =>
      partOf(column) === part ? [index] : [],
    )
    return cachedBy(columns, (row) => {
      try {
        return read((index) => row.cell(index))
      } catch (error) {
        if (error instanceof RowFault) return BAD
        throw error
      }
    })
  }

  #instant(text: string): number {
    let ms = this.#instants.get(text)
    if (ms === undefined) {
      if (this.#instants.size > MAX_KNOWN) this.#instants.clear()
      ms = readInstant(text.trim())
      this.#instants.set(text, ms)
    }
    return ms
  }

  #readFigures(row: Cells): boolean {
    const { figures } = this.#collector
    for (let i = 0; i < this.#figures.length; i += 1) {
      const column = this.#figures[i] as number
      const text = column === ABSENT ? null : orNull(row.cell(column))
      if (text === null) {
        if (i < COSTS) return false
        figures.scales[i] = NONE
      } else if (!putDecimal(text, figures, i)) return false
      else if (i >= COSTS && !isBelow(figures, i, QUANTITY_DIGITS)) return false
    }
    return true
  }
}
