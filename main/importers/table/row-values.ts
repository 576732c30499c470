import type { DateOrder } from '#shared/contract/imports.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { type Decimal, isBlank, readAmount } from '../detect/amount.ts'
import { type ReadDate, readDate } from '../detect/date.ts'
import { RowFault } from '../focus/parts.ts'
import type { Cells } from './cells.ts'
import type { Header } from './header.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How the values of a file are written. */
export type Writing = {
  decimal: Decimal
  dateOrder: DateOrder | null
  /** Cells hold numbers, not texts of numbers: what looks like a program's number is one, whatever texts look like. */
  isTyped: boolean
}

const MACHINE = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/

export const amountIn = (text: string, { decimal, isTyped }: Writing): string | null =>
  isTyped && MACHINE.test(text) ? text : readAmount(text, decimal)

/** Values of a row's cells, exact; throws RowFault for what cannot be read. `hours`: how far the provider's clock is from UTC. */
export class RowValues {
  readonly #header: Header
  readonly #writing: Writing
  readonly #offsetMs: number

  constructor(header: Header, writing: Writing, hours: number) {
    this.#header = header
    this.#writing = writing
    this.#offsetMs = hours * HOUR_MS
  }

  text(row: Cells, index: number): string | null {
    if (index < 0) return null
    const text = row.cell(index)
    return isBlank(text) ? null : text.trim()
  }

  /** Null where the cell is blank. */
  number(row: Cells, index: number): string | null {
    if (index < 0) return null
    const text = row.cell(index)
    if (isBlank(text)) return null
    const amount = amountIn(text, this.#writing)
    if (amount === null) throw new RowFault('badNumber', this.#header.name(index), text)
    return amount
  }

  amount(row: Cells, index: number): string {
    const amount = this.number(row, index)
    if (amount === null) throw new RowFault('noAmount', this.#header.name(index))
    return amount
  }

  date(row: Cells, index: number): ReadDate {
    const text = index < 0 ? '' : row.cell(index)
    if (isBlank(text)) throw new RowFault('noDate', this.#header.name(index))
    const found = readDate(text, this.#writing.dateOrder)
    if (!found) throw new RowFault('badDate', this.#header.name(index), text)
    return found
  }

  /** The instant that a cell's words stand for on the provider's clock. */
  instant(found: ReadDate): number {
    return found.isFixed ? found.ms : found.ms - this.#offsetMs
  }

  /** An instant as ISO text; null where the cell is blank or none. */
  isoText(row: Cells, index: number): string | null {
    const text = this.text(row, index)
    const found = text === null ? null : readDate(text, this.#writing.dateOrder)
    return found === null ? null : new Date(this.instant(found)).toISOString().replace('.000Z', 'Z')
  }

  /** The day or the month that a cell names, on the provider's clock; of a moment, its day. */
  span(row: Cells, index: number): { startMs: number; endMs: number } {
    const found = this.date(row, index)
    if (found.grain === 'month') {
      const first = new Date(found.ms)
      const next = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1)
      return { startMs: found.ms - this.#offsetMs, endMs: next - this.#offsetMs }
    }
    const local = this.instant(found) + this.#offsetMs
    const startMs = Math.floor(local / DAY_MS) * DAY_MS - this.#offsetMs
    return { startMs, endMs: startMs + DAY_MS }
  }

  /** Where a cell says that something ends. People count the last day in; programs stop a second before midnight. */
  end(row: Cells, index: number, startMs: number): number {
    const found = this.date(row, index)
    const ms = this.instant(found)
    if (found.grain === 'time') return ms % 60_000 === 59_000 ? ms + 1000 : ms
    if (found.grain === 'month') return this.span(row, index).endMs
    const [start, end] = [new Date(startMs + this.#offsetMs), new Date(found.ms)]
    const isNextMonth = end.getUTCDate() === 1 && start.getUTCDate() === 1 && ms > startMs
    return isNextMonth ? ms : ms + DAY_MS
  }
}

/** Exact sum of decimal texts; nulls count nothing. A single one stays as it was written. */
export function sumOf(...texts: readonly (string | null)[]): string {
  const told = texts.filter((text) => !isZero(text)) as string[]
  if (told.length === 0) return '0'
  if (told.length === 1) return told[0] as string
  return formatDecimal(told.reduce((sum, text) => sum + (parseDecimal(text) ?? 0n), 0n))
}

export const negated = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`)

const ZERO = /^-?0*(?:\.0*)?(?:[eE].*)?$/

export const isZero = (text: string | null): boolean => text === null || text === '0' || ZERO.test(text)
