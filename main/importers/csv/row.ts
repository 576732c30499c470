import type { ByteMachine } from './machine/byte-machine.ts'

/** How a cell stands in its row: bare, quoted, quoted with doubled quotes in it, or with text after the closing quote. */
type CellKind = 0 | 1 | 2 | 3

/** The row at hand of a scanner: addresses in a memory that is used again for the next. */
export class RowShape {
  readonly machine: ByteMachine
  readonly bytes: Uint8Array
  /** From where on the machine's memory is free for who works on rows; what lies before 64 KB is so too. */
  readonly free: number
  readonly #buffer: Buffer
  start = 0
  /** Without the line's end. */
  end = 0
  cells = 0
  /** Where each cell ends, quotes with it: at its separator, or at the row's end. */
  ends = new Int32Array(256)
  kinds = new Uint8Array(256)
  /** The line of the file in which the row begins, from 1. */
  line = 1
  /** A quote was opened and never closed. */
  isCut = false

  constructor(machine: ByteMachine, free: number) {
    this.machine = machine
    this.bytes = machine.bytes
    this.free = free
    this.#buffer = Buffer.from(machine.bytes.buffer)
  }

  growCells(): void {
    const ends = new Int32Array(this.ends.length * 2)
    const kinds = new Uint8Array(ends.length)
    ends.set(this.ends)
    kinds.set(this.kinds)
    this.ends = ends
    this.kinds = kinds
  }

  startOf(index: number): number {
    return index === 0 ? this.start : (this.ends[index - 1] ?? 0) + 1
  }

  cell(index: number): string {
    return index < this.cells ? decodeCell(this, index) : ''
  }

  /** Bytes that are no UTF-8 become U+FFFD. Node's own buffers make text quicker than a TextDecoder does. */
  text(from: number, to: number): string {
    return this.#buffer.toString('utf8', from, to)
  }

  /** Cells side by side as they stand, byte by byte: to know equal ones by. */
  span(first: number, last: number): string {
    if (first >= this.cells) return ''
    const to = last < this.cells ? (this.ends[last] ?? this.end) : this.end
    return this.#buffer.toString('latin1', this.startOf(first), to)
  }

  /** The row as it stands in the file. */
  raw(): string {
    return this.text(this.start, this.end)
  }

  toCells(): string[] {
    return Array.from({ length: this.cells }, (_, index) => decodeCell(this, index))
  }
}

function decodeCell(row: RowShape, index: number): string {
  const from = row.startOf(index)
  const to = row.ends[index] ?? from
  const kind = (row.kinds[index] ?? 0) as CellKind
  switch (kind) {
    case 0:
      return row.text(from, to)
    case 1:
      return row.text(from + 1, to - 1)
    case 2:
      return row.text(from + 1, to - 1).replaceAll('""', '"')
    case 3:
      return withoutQuotes(row.text(from, to))
  }
}

/** `"a ""b"" c"d` is read as every spreadsheet does: the quoted part, then what follows it. */
function withoutQuotes(text: string): string {
  let at = 1
  let out = ''
  while (at < text.length) {
    if (text[at] === '"') {
      if (text[at + 1] !== '"') return out + text.slice(at + 1)
      at += 1
    }
    out += text[at]
    at += 1
  }
  return out
}
