import { isBelow, NONE, scanDecimal } from '#main/core/ledger/decimal-scan.ts'
import type { RowShape } from '../csv/row.ts'
import type { Collector } from '../sink/collector.ts'
import { COSTS, type FocusColumn, figureNames, partOf } from './columns.ts'
import { InstantScan } from './instant-scan.ts'
import { BAD, fits, PartTable } from './part-table.ts'
import { type FocusParts, RowFault } from './parts.ts'

const ABSENT = -1
const OWNER_BYTES = 96_000_000
const PRICE_BYTES = 16_000_000
const DETAIL_BYTES = 32_000_000
const QUANTITY_DIGITS = 12
const NULL_TEXT = /^(null|n\/a)$/i

/**
 * The quick way from a row's bytes into the ledger: no string is made of what has come before. It takes rows in the common
 * form only; `take` says false to every other, which then goes by its texts (row.ts) and gets the same or is rejected.
 */
export class FastFocus {
  static readonly memory = OWNER_BYTES + PRICE_BYTES + DETAIL_BYTES + 64

  readonly #collector: Collector
  readonly #columns: number
  readonly #owners: PartTable
  readonly #prices: PartTable
  readonly #details: PartTable
  /** Where each figure stands; a cost that the file lacks stands where BilledCost does. */
  readonly #figures: Int32Array
  readonly #start: number
  readonly #end: number
  readonly #instants = new InstantScan()
  #generation = 0

  /** `free`: from where on the machine's memory is free, FastFocus.memory bytes. */
  constructor(parts: FocusParts, collector: Collector, free: number) {
    const { header } = parts
    const at = (column: FocusColumn): number => header.indexOf.get(column) ?? ABSENT
    const columnsOf = (part: ReturnType<typeof partOf>): number[] =>
      header.columns.flatMap((column, index) => (partOf(column) === part ? [index] : []))
    const reading = (read: (cell: (index: number) => string) => number) => (row: RowShape) => {
      try {
        return read((index) => row.cell(index))
      } catch (error) {
        if (error instanceof RowFault) return BAD
        throw error
      }
    }
    const { keys } = collector
    this.#collector = collector
    this.#columns = header.names.length
    const prices = free + OWNER_BYTES
    const details = prices + PRICE_BYTES
    const room = (from: number, bytes: number) => ({ from, to: from + bytes })
    this.#owners = new PartTable(
      columnsOf('owner'),
      room(free, OWNER_BYTES),
      reading((cell) => keys.owner(parts.owner(cell))),
    )
    this.#prices = new PartTable(
      columnsOf('price'),
      room(prices, PRICE_BYTES),
      reading((cell) => keys.price(parts.price(cell))),
    )
    this.#details = new PartTable(
      columnsOf('detail'),
      room(details, DETAIL_BYTES),
      reading((cell) => collector.details.number(parts.detail(cell))),
    )
    this.#figures = Int32Array.from(figureNames, (name, i) =>
      at(name) === ABSENT && i < COSTS ? at('BilledCost') : at(name),
    )
    this.#start = at('ChargePeriodStart')
    this.#end = at('ChargePeriodEnd')
  }

  take(row: RowShape): boolean {
    if (row.cells !== this.#columns || row.isCut || this.#end === ABSENT || !fits(row.cells)) return false
    const startMs = this.#instant(row, this.#start)
    const endMs = this.#instant(row, this.#end)
    if (!(endMs > startMs) || !this.#readFigures(row)) return false
    const { keys } = this.#collector
    this.#collector.tidy()
    if (keys.generation !== this.#generation) {
      this.#generation = keys.generation
      this.#owners.forget()
      this.#prices.forget()
    }
    const owner = this.#owners.find(row)
    if (owner === BAD) return false
    const price = this.#prices.find(row)
    if (price === BAD) return false
    const detail = this.#details.find(row)
    if (detail === BAD) return false
    return this.#collector.keep(owner, price, detail, startMs, endMs, row.line) === null
  }

  #instant(row: RowShape, column: number): number {
    const isQuoted = row.kinds[column] === 1 ? 1 : 0
    const from = column === 0 ? row.start : (row.ends[column - 1] as number) + 1
    return this.#instants.read(row.bytes, from + isQuoted, (row.ends[column] as number) - isQuoted)
  }

  #readFigures(row: RowShape): boolean {
    const { figures } = this.#collector
    const { bytes, ends, kinds } = row
    const columns = this.#figures
    for (let i = 0; i < columns.length; i += 1) {
      const column = columns[i] as number
      if (column === ABSENT) {
        figures.scales[i] = NONE
        continue
      }
      const isQuoted = kinds[column] === 1 ? 1 : 0
      const from = (column === 0 ? row.start : (ends[column - 1] as number) + 1) + isQuoted
      const to = (ends[column] as number) - isQuoted
      if (scanDecimal(bytes, from, to, figures, i)) {
        if (i >= COSTS && !isBelow(figures, i, QUANTITY_DIGITS)) return false
      } else {
        if (i < COSTS || !(from === to || isNull(bytes, from, to))) return false
        figures.scales[i] = NONE
      }
    }
    return true
  }
}

function isNull(bytes: Uint8Array, from: number, to: number): boolean {
  const first = (bytes[from] as number) | 0x20
  if (first !== 0x6e || to - from < 3 || to - from > 4) return false
  return NULL_TEXT.test(String.fromCharCode(...bytes.subarray(from, to)))
}
