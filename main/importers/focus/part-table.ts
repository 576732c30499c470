import type { RowShape } from '../csv/row.ts'

/** What `find` says of bytes that could not be read. */
export const BAD = -1
const END_OF_RUN = 10
/** Hash, address, number and one place free: one look at memory finds all. An address of 0: nothing there. */
const WIDTH = 4
const FIRST_SLOTS = 1 << 11
const MAX_RUNS = 4096

type Room = { from: number; to: number }

/**
 * The cells of one part of a line, by their bytes as they stand in the file: what came before is known without making a
 * string of it. Bytes are compared, not only their hashes. What was kept lies in the machine's memory; when its room is
 * full it is forgotten, and what comes again is read again.
 */
export class PartTable {
  /** Pairs of column numbers: cells that stand side by side are taken as one. */
  readonly #runs: Int32Array
  readonly #read: (row: RowShape) => number
  readonly #room: Room
  #next: number
  #slots = new Int32Array(FIRST_SLOTS * WIDTH)
  #mask = FIRST_SLOTS - 1
  #count = 0

  /** `read`: the number of the part of a row whose bytes are new, or BAD. */
  constructor(columns: readonly number[], room: Room, read: (row: RowShape) => number) {
    this.#runs = Int32Array.from(runsOf(columns))
    this.#room = room
    this.#next = room.from
    this.#read = read
  }

  find(row: RowShape): number {
    const { machine } = row
    const runs = this.#tell(row)
    const hash = machine.hash(0, runs)
    const slots = this.#slots
    let slot = hash & this.#mask
    for (;;) {
      const at = slot * WIDTH
      const address = slots[at + 1] as number
      if (address === 0) return this.#add(row, hash)
      if (slots[at] === hash && machine.same(0, runs, address) === 1) return slots[at + 2] as number
      slot = (slot + 1) & this.#mask
    }
  }

  forget(): void {
    this.#next = this.#room.from
    this.#count = 0
    this.#slots.fill(0)
  }

  /** Writes where the runs of the row lie to the start of the machine's memory. Says how many there are. */
  #tell(row: RowShape): number {
    const { words } = row.machine
    const { ends } = row
    const runs = this.#runs
    for (let i = 0; i < runs.length; i += 2) {
      const first = runs[i] as number
      words[i] = first === 0 ? row.start : (ends[first - 1] as number) + 1
      words[i + 1] = ends[runs[i + 1] as number] as number
    }
    return runs.length >> 1
  }

  #add(row: RowShape, hash: number): number {
    const number = this.#read(row)
    const needed = row.end - row.start + this.#runs.length
    if (needed > this.#room.to - this.#room.from) return number
    if (this.#next + needed > this.#room.to) this.forget()
    if (this.#count * 2 > this.#mask) this.#grow()
    this.#put(hash, this.#next, number)
    this.#keep(row)
    return number
  }

  #keep({ bytes, machine: { words } }: RowShape): void {
    let next = this.#next
    for (let i = 0; i < this.#runs.length; i += 2) {
      const [from, to] = [words[i] as number, words[i + 1] as number]
      bytes.copyWithin(next, from, to)
      next += to - from
      bytes[next] = END_OF_RUN
      next += 1
    }
    // A part of no columns is kept too, at an address of its own.
    this.#next = Math.max(next, this.#next + 1)
  }

  #put(hash: number, address: number, number: number): void {
    const slots = this.#slots
    let slot = hash & this.#mask
    while (slots[slot * WIDTH + 1] !== 0) slot = (slot + 1) & this.#mask
    slots[slot * WIDTH] = hash
    slots[slot * WIDTH + 1] = address
    slots[slot * WIDTH + 2] = number
    this.#count += 1
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    this.#mask = this.#slots.length / WIDTH - 1
    this.#count = 0
    for (let at = 0; at < old.length; at += WIDTH) {
      if (old[at + 1] !== 0) this.#put(old[at] as number, old[at + 1] as number, old[at + 2] as number)
    }
  }
}

function runsOf(columns: readonly number[]): number[] {
  const runs: number[] = []
  for (const column of [...columns].sort((a, b) => a - b)) {
    if (runs.length > 0 && runs[runs.length - 1] === column - 1) runs[runs.length - 1] = column
    else runs.push(column, column)
  }
  return runs
}

/** A table of so many columns has its runs in the room that the machine keeps for them. */
export const fits = (columns: number): boolean => columns <= MAX_RUNS
