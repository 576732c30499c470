import { type ByteMachine, createByteMachine, PADDING } from './machine/byte-machine.ts'
import { RowShape } from './row.ts'

const LF = 10
const CR = 13
const QUOTE = 34
const BOM = [0xef, 0xbb, 0xbf]
/** A row longer than this is taken for one whose quote was never closed. */
const MAX_ROW_BYTES = 1 << 20
/** At most so much is taken in at once. */
export const MAX_PIECE = 1 << 20

/** The machine's memory: first room for what callers ask it about, then the table's bytes, then their marks. */
const INPUT = 1 << 16
const INPUT_END = INPUT + MAX_ROW_BYTES + 2 * MAX_PIECE
const MARKS = INPUT_END + 2 * PADDING
const MARKS_END = MARKS + 4 * (MARKS - INPUT)

/** A machine that a scanner has finished with: the next one takes it, for memory is dear to set up. */
let spare: ByteMachine | null = null

function machineOf(bytes: number): ByteMachine {
  if (!spare || spare.bytes.length < bytes) return createByteMachine(bytes)
  const found = spare
  spare = null
  return found
}

/** What `scanRow` says when the row's end has not come yet. */
const OPEN = -1

/**
 * Scans UTF-8 bytes of a table for rows, without making a string. The machine marks every separator, quote and line end;
 * rows are found by walking the marks. A row that is not whole is walked again from its start when more has come, so
 * that where a piece ends changes nothing. The one row at hand (see RowShape) holds only while `onRow` runs.
 */
export class CsvScanner extends RowShape {
  readonly #separator: number
  readonly #onRow: (row: RowShape) => void
  /** Where the data begins and ends. */
  #from = INPUT
  #to = INPUT
  /** Marks of the data, as indexes of words: the first one of the row at hand, and the end of all. */
  #mark = MARKS / 4
  #marksEnd = MARKS / 4
  /** The first mark after the row at hand. */
  #nextMark = 0
  #line = 1
  #nextLine = 1
  #isStarted = false
  #isAtEnd = false

  /** `moreBytes`: memory of the machine beside the scanner's own, for who keeps bytes there (from `free` on). */
  constructor(separator: string, onRow: (row: RowShape) => void, moreBytes = 0) {
    super(machineOf(MARKS_END + moreBytes), MARKS_END)
    this.#separator = separator.charCodeAt(0)
    this.#onRow = onRow
  }

  /** Room to read `wanted` bytes into, at most MAX_PIECE; `filled` tells how many came. */
  room(wanted: number): Uint8Array {
    if (this.#to + wanted > INPUT_END) {
      this.bytes.copyWithin(INPUT, this.#from, this.#to)
      this.#to -= this.#from - INPUT
      this.#from = INPUT
      this.#mark = MARKS / 4
      this.#marksEnd = MARKS / 4
      this.#markFrom(INPUT)
    }
    return this.bytes.subarray(this.#to, this.#to + wanted)
  }

  filled(count: number): void {
    const from = this.#to
    this.#to += count
    this.#markFrom(from)
    this.#scan()
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += MAX_PIECE) {
      const piece = chunk.subarray(at, at + MAX_PIECE)
      this.room(piece.length).set(piece)
      this.filled(piece.length)
    }
  }

  /** The rest is a row, whether a line's end follows or not. The scanner is of no use afterwards. */
  finish(): void {
    this.#isAtEnd = true
    this.#scan()
    if (!spare || spare.bytes.length < this.machine.bytes.length) spare = this.machine
  }

  #markFrom(from: number): void {
    const { words } = this.machine
    let end = this.machine.marks(from, this.#to, this.#separator, this.#marksEnd * 4) / 4
    // Sixteen bytes at a time reach beyond the data.
    while (end > this.#marksEnd && (words[end - 1] as number) >= this.#to) end -= 1
    this.#marksEnd = end
  }

  #scan(): void {
    if (!this.#isStarted) {
      if (this.#to - INPUT < BOM.length && !this.#isAtEnd) return
      if (BOM.every((byte, i) => INPUT + i < this.#to && this.bytes[INPUT + i] === byte)) this.#from += 3
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
      this.#mark = this.#nextMark
      if (this.end > this.start) this.#onRow(this)
    }
  }

  /** A quote that nothing closes: the line that it stands in is the row, and the next line is a row again. */
  #cutRow(from: number): number {
    const { bytes } = this
    let at = from
    while (at < this.#to && bytes[at] !== LF && bytes[at] !== CR) at += 1
    this.start = from
    this.end = at
    this.cells = 1
    this.ends[0] = at
    this.kinds[0] = 0
    this.isCut = true
    this.#nextLine = this.#line + 1
    if (at < this.#to) at += bytes[at] === CR && bytes[at + 1] === LF && at + 1 < this.#to ? 2 : 1
    this.#nextMark = this.#mark
    while (this.#nextMark < this.#marksEnd && (this.machine.words[this.#nextMark] as number) < at)
      this.#nextMark += 1
    return at
  }

  #scanRow(from: number, to: number): number {
    const { bytes } = this
    const { words } = this.machine
    let { ends, kinds } = this
    const separator = this.#separator
    const marksEnd = this.#marksEnd
    const isAtEnd = this.#isAtEnd
    let mark = this.#mark
    let cells = 0
    let lines = this.#line
    let at = from
    for (;;) {
      let kind = 0
      let closed = at
      if (at < to && bytes[at] === QUOTE) {
        kind = 1
        mark += 1
        for (;;) {
          if (mark >= marksEnd) return OPEN
          closed = words[mark] as number
          mark += 1
          const byte = bytes[closed]
          if (byte === LF || (byte === CR && bytes[closed + 1] !== LF)) lines += 1
          if (byte !== QUOTE) continue
          closed += 1
          if (closed === to && !isAtEnd) return OPEN
          if (closed >= to || bytes[closed] !== QUOTE) break
          kind = 2
          mark += 1
        }
      }
      let end = to
      let byte = LF
      while (mark < marksEnd) {
        end = words[mark] as number
        mark += 1
        byte = bytes[end] as number
        if (byte !== QUOTE) break
        end = to
      }
      if (end === to) {
        if (!isAtEnd) return OPEN
        byte = LF
      }
      if (kind > 0 && end > closed) kind = 3
      if (cells === ends.length) {
        this.growCells()
        ends = this.ends
        kinds = this.kinds
      }
      ends[cells] = end
      kinds[cells] = kind
      cells += 1
      if (byte === separator) {
        at = end + 1
        continue
      }
      if (byte === CR && end + 1 >= to && !isAtEnd) return OPEN
      this.start = from
      this.end = end
      this.cells = cells
      this.#nextLine = lines + 1
      if (byte === CR && end + 1 < to && bytes[end + 1] === LF) {
        this.#nextMark = mark + 1
        return end + 2
      }
      this.#nextMark = mark
      return end < to ? end + 1 : to
    }
  }
}
