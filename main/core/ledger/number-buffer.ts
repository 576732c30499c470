import type { NumberColumn } from './column.ts'
import { type Figures, NONE, POWERS, WIDE } from './decimal-scan.ts'

const PLACES = 15
const MICRO_PLACES = 6
const EXACT = Number.MAX_SAFE_INTEGER

/** One figure of many lines as it came: whole numbers, each with its own count of places. */
export class NumberBuffer {
  #values: Float64Array
  #scales: Uint8Array
  #wide: Map<number, bigint> | null = null
  #isEmpty = true

  constructor(room: number) {
    this.#values = new Float64Array(room)
    this.#scales = new Uint8Array(room)
  }

  put(line: number, figures: Figures, at: number): void {
    const scale = figures.scales[at] as number
    this.#scales[line] = scale
    if (scale === NONE) return
    this.#isEmpty = false
    if (scale !== WIDE) {
      this.#values[line] = figures.values[at] as number
      return
    }
    this.#wide ??= new Map()
    this.#wide.set(line, figures.wide[at] ?? 0n)
  }

  grow(room: number): void {
    const values = new Float64Array(room)
    const scales = new Uint8Array(room)
    values.set(this.#values)
    scales.set(this.#scales)
    this.#values = values
    this.#scales = scales
  }

  /** Null where no line has a value. */
  build(lines: number): NumberColumn | null {
    if (this.#isEmpty) return null
    let scale = 0
    let hasNulls = false
    for (let i = 0; i < lines; i += 1) {
      const own = this.#scales[i] as number
      if (own === NONE) hasNulls = true
      else if (own > scale) scale = own
    }
    const nulls = hasNulls ? this.#nulls(lines) : null
    const scaled = this.#wide === null ? this.#scaled(lines, scale) : null
    return scaled ? { kind: 'scaled', scale, values: scaled, nulls } : this.#widened(lines, nulls)
  }

  /** All as whole numbers of one unit; null where that takes more digits than a double has. */
  #scaled(lines: number, scale: number): Int8Array | Int16Array | Int32Array | Float64Array | null {
    const out = new Float64Array(lines)
    let highest = 0
    for (let i = 0; i < lines; i += 1) {
      const own = this.#scales[i] as number
      if (own === NONE) continue
      const value = (this.#values[i] as number) * (POWERS[scale - own] as number)
      out[i] = value
      const size = value < 0 ? -value : value
      if (size > highest) highest = size
    }
    if (highest > EXACT) return null
    if (highest < 0x80) return Int8Array.from(out)
    if (highest < 0x8000) return Int16Array.from(out)
    return highest < 0x80000000 ? Int32Array.from(out) : out
  }

  #widened(lines: number, nulls: Uint8Array | null): NumberColumn {
    const micros = new BigInt64Array(lines)
    const rests = new Int32Array(lines)
    for (let i = 0; i < lines; i += 1) {
      const scale = this.#scales[i] as number
      if (scale === NONE) continue
      if (scale === WIDE) {
        const femtos = this.#wide?.get(i) ?? 0n
        micros[i] = femtos / 1_000_000_000n
        rests[i] = Number(femtos % 1_000_000_000n)
        continue
      }
      const value = this.#values[i] as number
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

  #nulls(lines: number): Uint8Array {
    const bits = new Uint8Array(Math.ceil(lines / 8))
    for (let i = 0; i < lines; i += 1) {
      if (this.#scales[i] === NONE) {
        const byte = i >> 3
        bits[byte] = (bits[byte] as number) | (1 << (i & 7))
      }
    }
    return bits
  }
}
