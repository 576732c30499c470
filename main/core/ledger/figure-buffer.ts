import type { NumberColumn } from './column.ts'
import { type Figures, NONE, POWERS, WIDE } from './decimal-scan.ts'

const PLACES = 15
const MICRO_PLACES = 6
const EXACT = Number.MAX_SAFE_INTEGER

/** The figures of many lines as they came: whole numbers, each with its own count of places; a line lies together. */
export class FigureBuffer {
  readonly #width: number
  #values: Float64Array
  #scales: Uint8Array
  #wide: Map<number, bigint> | null = null

  constructor(width: number, room: number) {
    this.#width = width
    this.#values = new Float64Array(room * width)
    this.#scales = new Uint8Array(room * width)
  }

  put(line: number, figures: Figures): void {
    const width = this.#width
    const from = line * width
    const [values, scales] = [this.#values, this.#scales]
    for (let i = 0; i < width; i += 1) {
      const scale = figures.scales[i] as number
      scales[from + i] = scale
      values[from + i] = figures.values[i] as number
      if (scale === WIDE) this.#putWide(from + i, figures.wide[i] ?? 0n)
    }
  }

  #putWide(at: number, femtos: bigint): void {
    this.#wide ??= new Map()
    this.#wide.set(at, femtos)
  }

  grow(room: number): void {
    const values = new Float64Array(room * this.#width)
    const scales = new Uint8Array(room * this.#width)
    values.set(this.#values)
    scales.set(this.#scales)
    this.#values = values
    this.#scales = scales
  }

  /** One figure of the first so many lines; null where none has a value. */
  column(which: number, lines: number): NumberColumn | null {
    const end = lines * this.#width + which
    let [scale, count, isWide] = [0, 0, false]
    for (let at = which; at < end; at += this.#width) {
      const own = this.#scales[at] as number
      if (own === NONE) continue
      count += 1
      if (own === WIDE) isWide = true
      else if (own > scale) scale = own
    }
    if (count === 0) return null
    const nulls = count < lines ? this.#nulls(which, lines) : null
    const scaled = isWide ? null : this.#scaled(which, lines, scale)
    return scaled ? { kind: 'scaled', scale, values: scaled, nulls } : this.#widened(which, lines, nulls)
  }

  /** All as whole numbers of one unit; null where that takes more digits than a double has. */
  #scaled(
    which: number,
    lines: number,
    scale: number,
  ): Int8Array | Int16Array | Int32Array | Float64Array | null {
    const out = new Float64Array(lines)
    let highest = 0
    for (let i = 0, at = which; i < lines; i += 1, at += this.#width) {
      const own = this.#scales[at] as number
      if (own === NONE) continue
      const value = (this.#values[at] as number) * (POWERS[scale - own] as number)
      out[i] = value
      const size = value < 0 ? -value : value
      if (size > highest) highest = size
    }
    if (highest > EXACT) return null
    if (highest < 0x80) return Int8Array.from(out)
    if (highest < 0x8000) return Int16Array.from(out)
    return highest < 0x80000000 ? Int32Array.from(out) : out
  }

  #widened(which: number, lines: number, nulls: Uint8Array | null): NumberColumn {
    const micros = new BigInt64Array(lines)
    const rests = new Int32Array(lines)
    for (let i = 0, at = which; i < lines; i += 1, at += this.#width) {
      const scale = this.#scales[at] as number
      if (scale === NONE) continue
      if (scale === WIDE) {
        const femtos = this.#wide?.get(at) ?? 0n
        micros[i] = femtos / 1_000_000_000n
        rests[i] = Number(femtos % 1_000_000_000n)
        continue
      }
      const value = this.#values[at] as number
      if (scale <= MICRO_PLACES) {
        micros[i] = BigInt(value) * BigInt(POWERS[MICRO_PLACES - scale] as number)
        continue
      }
      const unit = POWERS[scale - MICRO_PLACES] as number
      const below = value % unit
      micros[i] = BigInt((value - below) / unit)
      rests[i] = below * (POWERS[PLACES - scale] as number)
    }
    return { kind: 'wide', micros, rests, nulls }
  }

  #nulls(which: number, lines: number): Uint8Array {
    const bits = new Uint8Array(Math.ceil(lines / 8))
    for (let i = 0, at = which; i < lines; i += 1, at += this.#width) {
      if (this.#scales[at] === NONE) {
        const byte = i >> 3
        bits[byte] = (bits[byte] as number) | (1 << (i & 7))
      }
    }
    return bits
  }
}
