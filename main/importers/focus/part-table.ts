import type { RowShape } from '../csv/row.ts'

/** What `find` says of bytes that could not be read. */
export const BAD = -1
/** Beyond it what was kept is forgotten; what comes again is read again. */
const MAX_KEPT_BYTES = 64_000_000
const END_OF_RUN = 10
const FREE = -1

/**
 * The cells of one part of a line, by their bytes as they stand in the file: what came before is known without making a
 * string of it. Bytes are compared, not only their hashes.
 */
export class PartTable {
  /** Pairs of column numbers: cells that stand side by side are taken as one. */
  readonly #runs: Int32Array
  readonly #read: (row: RowShape) => number
  #kept = new Uint8Array(1 << 16)
  #keptView = new DataView(this.#kept.buffer)
  #length = 0
  #view: DataView = new DataView(new ArrayBuffer(0))
  #viewed: Uint8Array | null = null
  #slots = new Int32Array(1 << 12).fill(FREE)
  #hashes: Int32Array = new Int32Array(1 << 11)
  #starts: Int32Array = new Int32Array(1 << 11)
  #numbers: Int32Array = new Int32Array(1 << 11)
  #count = 0

  /** `read`: the number of the part of a row whose bytes are new, or BAD. */
  constructor(columns: readonly number[], read: (row: RowShape) => number) {
    this.#runs = Int32Array.from(runsOf(columns))
    this.#read = read
  }

  find(row: RowShape): number {
    if (this.#viewed !== row.bytes) {
      this.#viewed = row.bytes
      this.#view = new DataView(row.bytes.buffer, row.bytes.byteOffset, row.bytes.byteLength)
    }
    const hash = this.#hash(row)
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const entry = this.#slots[slot] as number
      if (entry === FREE) return this.#add(row, hash, slot)
      if (this.#hashes[entry] === hash && this.#isSame(row, entry)) return this.#numbers[entry] as number
      slot = (slot + 1) & mask
    }
  }

  forget(): void {
    this.#length = 0
    this.#count = 0
    this.#slots.fill(FREE)
  }

  #hash(row: RowShape): number {
    const view = this.#view
    const { bytes, ends } = row
    const runs = this.#runs
    // Two chains side by side: each step of one waits for its own last step only.
    let left = 0x243f6a88
    let right = 0x13198a2e
    for (let run = 0; run < runs.length; run += 2) {
      const first = runs[run] as number
      let at = first === 0 ? row.start : (ends[first - 1] as number) + 1
      const end = ends[runs[run + 1] as number] as number
      left ^= end - at
      for (; at + 8 <= end; at += 8) {
        left = Math.imul(left ^ view.getInt32(at, true), 0x9e3779b1)
        right = Math.imul(right ^ view.getInt32(at + 4, true), 0x85ebca6b)
        left = (left << 13) | (left >>> 19)
        right = (right << 15) | (right >>> 17)
      }
      for (; at < end; at += 1) {
        right = Math.imul(right ^ (bytes[at] as number), 0x9e3779b1)
        right = (right << 13) | (right >>> 19)
      }
    }
    let hash = Math.imul(left ^ (left >>> 15), 0xc2b2ae35) ^ Math.imul(right ^ (right >>> 13), 0x27d4eb2f)
    hash = Math.imul(hash ^ (hash >>> 16), 0x2c1b3c6d)
    return hash ^ (hash >>> 15)
  }

  #isSame(row: RowShape, entry: number): boolean {
    const view = this.#view
    const { bytes, ends } = row
    const runs = this.#runs
    const kept = this.#kept
    const keptView = this.#keptView
    let own = this.#starts[entry] as number
    for (let run = 0; run < runs.length; run += 2) {
      const first = runs[run] as number
      let at = first === 0 ? row.start : (ends[first - 1] as number) + 1
      const end = ends[runs[run + 1] as number] as number
      for (; at + 4 <= end; at += 4, own += 4) {
        if (own + 4 > this.#length || view.getInt32(at, true) !== keptView.getInt32(own, true)) return false
      }
      for (; at < end; at += 1, own += 1) if (bytes[at] !== kept[own]) return false
      if (kept[own] !== END_OF_RUN) return false
      own += 1
    }
    return true
  }

  #add(row: RowShape, hash: number, freeSlot: number): number {
    const number = this.#read(row)
    if (this.#length > MAX_KEPT_BYTES) {
      this.forget()
      return number
    }
    this.#keep(row, hash)
    this.#slots[freeSlot] = this.#count
    this.#numbers[this.#count] = number
    this.#count += 1
    if (this.#count * 2 > this.#slots.length) this.#grow()
    return number
  }

  #keep(row: RowShape, hash: number): void {
    const { bytes, ends } = row
    const runs = this.#runs
    this.#hashes[this.#count] = hash
    this.#starts[this.#count] = this.#length
    const needed = this.#length + (row.end - row.start) + runs.length
    if (needed > this.#kept.length) {
      const kept = new Uint8Array(Math.max(needed, this.#kept.length * 2))
      kept.set(this.#kept.subarray(0, this.#length))
      this.#kept = kept
      this.#keptView = new DataView(kept.buffer)
    }
    for (let run = 0; run < runs.length; run += 2) {
      const first = runs[run] as number
      const from = first === 0 ? row.start : (ends[first - 1] as number) + 1
      const end = ends[runs[run + 1] as number] as number
      this.#kept.set(bytes.subarray(from, end), this.#length)
      this.#length += end - from
      this.#kept[this.#length] = END_OF_RUN
      this.#length += 1
    }
  }

  #grow(): void {
    const size = this.#slots.length * 2
    this.#slots = new Int32Array(size).fill(FREE)
    const wider = (array: Int32Array): Int32Array => {
      const next = new Int32Array(size / 2 + 1)
      next.set(array)
      return next
    }
    this.#hashes = wider(this.#hashes)
    this.#starts = wider(this.#starts)
    this.#numbers = wider(this.#numbers)
    for (let entry = 0; entry < this.#count; entry += 1) {
      const hash = this.#hashes[entry] as number
      let slot = (hash ^ (hash >>> 15)) & (size - 1)
      while (this.#slots[slot] !== FREE) slot = (slot + 1) & (size - 1)
      this.#slots[slot] = entry
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
