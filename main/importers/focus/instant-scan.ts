const MS_PER_DAY = 86_400_000
const MAX_KNOWN = 4096

/** Instants in the form of FOCUS, `2026-05-01T00:00:00Z`, its `T` and `Z` or not, from bytes. NaN for any other form. */
export class InstantScan {
  /** Months by the digits of their text; the first instant of each. */
  readonly #months = new Map<number, { ms: number; days: number }>()
  #lastCode = -1
  #lastMs = 0
  #lastDays = 0

  read(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from
    if (length !== 20 && length !== 19 && length !== 10) return Number.NaN
    if (bytes[from + 4] !== 45 || bytes[from + 7] !== 45) return Number.NaN
    const year = two(bytes, from) * 100 + two(bytes, from + 2)
    const month = two(bytes, from + 5)
    const day = two(bytes, from + 8)
    if (!(year >= 1000 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN
    const code = year * 16 + month
    if (code !== this.#lastCode) this.#month(code, year, month)
    if (day > this.#lastDays) return Number.NaN
    const ms = this.#lastMs + (day - 1) * MS_PER_DAY
    if (length === 10) return ms
    const between = bytes[from + 10]
    if (between !== 84 && between !== 32) return Number.NaN
    if (length === 20 && bytes[from + 19] !== 90) return Number.NaN
    if (bytes[from + 13] !== 58 || bytes[from + 16] !== 58) return Number.NaN
    const hour = two(bytes, from + 11)
    const minute = two(bytes, from + 14)
    const second = two(bytes, from + 17)
    if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN
    return ms + ((hour * 60 + minute) * 60 + second) * 1000
  }

  #month(code: number, year: number, month: number): void {
    let known = this.#months.get(code)
    if (!known) {
      const ms = Date.UTC(year, month - 1, 1)
      known = { ms, days: (Date.UTC(year, month, 1) - ms) / MS_PER_DAY }
      if (this.#months.size < MAX_KNOWN) this.#months.set(code, known)
    }
    this.#lastCode = code
    this.#lastMs = known.ms
    this.#lastDays = known.days
  }
}

/** Two digits as a number; NaN where they are none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - 48
  const ones = (bytes[at + 1] as number) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}
