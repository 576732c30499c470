import { monthText } from './billing-day.ts'
import type { IndexColumn } from './column.ts'
import type { Figures } from './decimal-scan.ts'
import { FigureBuffer } from './figure-buffer.ts'
import { costColumns, MAX_SEGMENT_LINES, quantityColumns, type Segment } from './segment.ts'

/** The figures of a line in this order: FOCUS's four costs, then its quantities. */
export const figureColumns = [...costColumns, ...quantityColumns] as const

const LINES_AT_FIRST = 256
/** Whole numbers of a line in one array: day, key, detail, startSecond, seconds, sourceLine. */
const WHOLES = 6

/** Lines of one account and month, gathered until they become a segment. */
export class SegmentBuilder {
  readonly account: number
  /** Counted from January 1970. */
  readonly month: number
  lines = 0
  #days = 0
  #room = LINES_AT_FIRST
  #wholes = new Int32Array(LINES_AT_FIRST * WHOLES)
  #figures = new FigureBuffer(figureColumns.length, LINES_AT_FIRST)

  constructor(account: number, month: number) {
    this.account = account
    this.month = month
  }

  get isFull(): boolean {
    return this.lines >= MAX_SEGMENT_LINES
  }

  get bytes(): number {
    return this.#room * BYTES_PER_LINE
  }

  add(
    day: number,
    key: number,
    detail: number,
    startSecond: number,
    seconds: number,
    sourceLine: number,
    figures: Figures,
  ): void {
    if (this.lines === this.#room) this.#grow()
    const at = this.lines * WHOLES
    const wholes = this.#wholes
    wholes[at] = day
    wholes[at + 1] = key
    wholes[at + 2] = detail
    wholes[at + 3] = startSecond
    wholes[at + 4] = seconds
    wholes[at + 5] = sourceLine
    this.#figures.put(this.lines, figures)
    this.#days |= 1 << (day - 1)
    this.lines += 1
  }

  /** The segment of what was gathered; the builder begins anew. */
  build(): Segment {
    const { lines } = this
    const column = (which: number): IndexColumn => {
      const values = new Int32Array(lines)
      for (let i = 0, at = which; i < lines; i += 1, at += WHOLES) values[i] = this.#wholes[at] as number
      return narrow(values)
    }
    const numbers = Object.fromEntries(
      figureColumns.flatMap((name, i) => {
        const built = this.#figures.column(i, lines)
        return built ? [[name, built]] : []
      }),
    ) as Segment['numbers']
    const segment: Segment = {
      account: this.account,
      month: monthText(this.month),
      lines,
      days: this.#days,
      numbers,
      indexes: {
        day: column(0),
        key: column(1),
        detail: column(2),
        startSecond: column(3),
        seconds: column(4),
        sourceLine: column(5),
      },
    }
    this.lines = 0
    this.#days = 0
    this.#room = LINES_AT_FIRST
    this.#wholes = new Int32Array(LINES_AT_FIRST * WHOLES)
    this.#figures = new FigureBuffer(figureColumns.length, LINES_AT_FIRST)
    return segment
  }

  #grow(): void {
    this.#room *= 2
    const wholes = new Int32Array(this.#room * WHOLES)
    wholes.set(this.#wholes)
    this.#wholes = wholes
    this.#figures.grow(this.#room)
  }
}

const BYTES_PER_LINE = WHOLES * 4 + figureColumns.length * 9

/** In the smallest type that holds all of them. */
function narrow(values: Int32Array): IndexColumn {
  let low = 0
  let high = 0
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low < 0 || high > 0xffff) return values
  return high > 0xff ? Uint16Array.from(values) : Uint8Array.from(values)
}
