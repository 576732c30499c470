import { RowShape } from './row.ts'

const LF = 10
const CR = 13
const QUOTE = 34
const BOM = [0xef, 0xbb, 0xbf]
/** A row longer than this is taken for one whose quote was never closed. */
const MAX_ROW_BYTES = 1 << 20

/** What `scanRow` says when the row's end has not come yet. */
const OPEN = -1

/**
 * Scans UTF-8 bytes of a table for rows, without making a string. A row that is not whole is scanned again from its
 * start when more has come, so that where a chunk ends changes nothing. The one row at hand is told by `bytes`, `start`,
 * `end` (without the line's end), `cells`, and for each cell by where it ends and how it is quoted; `cell` and `raw` make
 * text of it. All of it holds only while `onRow` runs.
 */
export class CsvScanner extends RowShape {
  readonly #separator: number
  readonly #onRow: (row: RowShape) => void
  /** Where the data in `bytes` begins and ends. */
  #from = 0
  #to = 0
  #line = 1
  #isStarted = false
  #isAtEnd = false
  #nextLine = 1

  constructor(separator: string, onRow: (row: RowShape) => void, chunkBytes = 1 << 20) {
    super(new Uint8Array(chunkBytes + 1))
    this.#separator = separator.charCodeAt(0)
    this.#onRow = onRow
  }

  /** Room to read at least `wanted` bytes into; `filled` tells how many came. */
  room(wanted: number): Uint8Array {
    const left = this.#to - this.#from
    if (this.#to + wanted + 1 > this.bytes.length) {
      const fits = left + wanted + 1 <= this.bytes.length
      const next = fits ? this.bytes : new Uint8Array(2 * (left + wanted + 1))
      next.set(this.bytes.subarray(this.#from, this.#to))
      this.bytes = next
      this.#from = 0
      this.#to = left
    }
    return this.bytes.subarray(this.#to, this.bytes.length - 1)
  }

  filled(count: number): void {
    this.#to += count
    this.#scan()
  }

  push(chunk: Uint8Array): void {
    this.room(chunk.length).set(chunk)
    this.filled(chunk.length)
  }

  /** The rest is a row, whether a line's end follows or not. */
  finish(): void {
    this.#isAtEnd = true
    this.#scan()
  }

  #scan(): void {
    if (!this.#isStarted) {
      if (this.#to < 3 && !this.#isAtEnd) return
      if (BOM.every((byte, i) => i < this.#to && this.bytes[i] === byte)) this.#from = 3
      this.#isStarted = true
    }
    while (this.#from < this.#to) {
      let next = this.#scanRow(this.#from, this.#to)
      this.isCut = false
      if (next === OPEN) {
        if (!this.#isAtEnd && this.#to - this.#from <= MAX_ROW_BYTES) return
        next = this.#cutRow(this.#from)
      } else if (next - this.#from > MAX_ROW_BYTES) next = this.#cutRow(this.#from)
      this.line = this.#line
      this.#line = this.#nextLine
      this.#from = next
      if (this.end > this.start) this.#onRow(this)
    }
  }

  /** A quote that nothing closes: the line that it stands in is the row, and the next line is a row again. */
  #cutRow(from: number): number {
    let at = from
    while (at < this.#to && this.bytes[at] !== LF && this.bytes[at] !== CR) at += 1
    this.start = from
    this.end = at
    this.cells = 1
    this.ends[0] = at
    this.kinds[0] = 0
    this.isCut = true
    this.#nextLine = this.#line + 1
    if (at < this.#to) at += this.bytes[at] === CR && this.bytes[at + 1] === LF && at + 1 < this.#to ? 2 : 1
    return at
  }

  #scanRow(from: number, to: number): number {
    const { bytes } = this
    let { ends, kinds } = this
    const separator = this.#separator
    // Most bytes of a table are greater than what ends a cell: one comparison instead of three.
    const highest = separator > CR ? separator : CR
    let cells = 0
    let lines = this.#line
    let at = from
    bytes[to] = LF
    for (;;) {
      let kind = 0
      if (bytes[at] === QUOTE && at < to) {
        kind = 1
        at += 1
        for (;;) {
          while (at < to && bytes[at] !== QUOTE) {
            const byte = bytes[at]
            if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) lines += 1
            at += 1
          }
          if (at >= to || (at + 1 === to && !this.#isAtEnd)) return OPEN
          at += 1
          if (bytes[at] !== QUOTE || at >= to) break
          kind = 2
          at += 1
        }
      }
      const closed = at
      let byte = bytes[at] as number
      while (byte > highest || (byte !== separator && byte !== LF && byte !== CR)) {
        at += 1
        byte = bytes[at] as number
      }
      if (kind > 0 && at > closed) kind = 3
      if (at >= to && !this.#isAtEnd) return OPEN
      if (cells === ends.length) {
        this.growCells()
        ends = this.ends
        kinds = this.kinds
      }
      ends[cells] = at
      kinds[cells] = kind
      cells += 1
      if (at < to && byte === separator) {
        at += 1
        continue
      }
      if (byte === CR && at + 1 >= to && !this.#isAtEnd) return OPEN
      this.start = from
      this.end = at
      this.cells = cells
      this.#nextLine = lines + 1
      if (at >= to) return to
      return at + (byte === CR && at + 1 < to && bytes[at + 1] === LF ? 2 : 1)
    }
  }
}
