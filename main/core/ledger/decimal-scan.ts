import { parseDecimal } from '#shared/lib/decimal.ts'

/** In place of a scale: no value, or one whose femtos stand in `Figures.wide`. */
export const NONE = 255
export const WIDE = 254

export const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))
const MAX_PLACES = 15
/** Up to here another digit cannot leave the whole numbers that a double holds exactly. */
const ROOM = 900_719_925_474_098

/** Numbers of one line: whole numbers and how many decimal places they have. */
export type Figures = { values: Float64Array; scales: Uint8Array; wide: (bigint | null)[] }

export const createFigures = (count: number): Figures => ({
  values: new Float64Array(count),
  scales: new Uint8Array(count).fill(NONE),
  wide: Array.from({ length: count }, () => null),
})

/**
 * Reads a plain decimal ("-12.50") from bytes, without zeros at its end; false for anything else, be it a number in
 * another form, too long a one, or no number at all: `putDecimal` knows.
 */
export function scanDecimal(
  bytes: Uint8Array,
  from: number,
  to: number,
  figures: Figures,
  at: number,
): boolean {
  let i = from
  let isNegative = false
  if (bytes[i] === 45 && i < to) {
    isNegative = true
    i += 1
  }
  let value = 0
  const firstDigit = i
  let digit = 0
  while (i < to) {
    digit = (bytes[i] as number) - 48
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
    i += 1
  }
  if (i === firstDigit || i - firstDigit > MAX_PLACES) return false
  let scale = 0
  if (i < to) {
    if (bytes[i] !== 46) return false
    i += 1
    let zeros = 0
    while (i < to) {
      digit = (bytes[i] as number) - 48
      if (digit < 0 || digit > 9) return false
      if (digit === 0) zeros += 1
      else {
        for (; zeros > 0; zeros -= 1) {
          value *= 10
          scale += 1
          if (value > ROOM) return false
        }
        if (value > ROOM) return false
        value = value * 10 + digit
        scale += 1
      }
      i += 1
    }
    if (scale > MAX_PLACES) return false
  }
  figures.values[at] = isNegative && value !== 0 ? -value : value
  figures.scales[at] = scale
  return true
}

/** The same from machine text in any form that `parseDecimal` reads; false where it is no number. */
export function putDecimal(text: string, figures: Figures, at: number): boolean {
  if (putPlain(text, figures, at)) return true
  const femtos = parseDecimal(text)
  if (femtos === null) return false
  putFemtos(femtos, figures, at)
  return true
}

/** What nearly every amount is, "-12.50", without making a bigint of it; the same as `scanDecimal`. */
function putPlain(text: string, figures: Figures, at: number): boolean {
  const isNegative = text.charCodeAt(0) === 45
  let value = 0
  let scale = -1
  let end = text.length
  if (text.includes('.')) while (text.charCodeAt(end - 1) === 48) end -= 1
  if (end - (isNegative ? 1 : 0) > MAX_PLACES || end === 0) return false
  for (let i = isNegative ? 1 : 0; i < end; i += 1) {
    const digit = text.charCodeAt(i) - 48
    if (digit === -2 && scale < 0 && i > (isNegative ? 1 : 0)) scale = 0
    else if (digit < 0 || digit > 9) return false
    else {
      value = value * 10 + digit
      if (scale >= 0) scale += 1
    }
  }
  if (end === (isNegative ? 1 : 0)) return false
  figures.values[at] = isNegative && value !== 0 ? -value : value
  figures.scales[at] = Math.max(0, scale)
  return true
}

function putFemtos(femtos: bigint, figures: Figures, at: number): void {
  let rest = femtos
  let scale = MAX_PLACES
  while (scale > 0 && rest % 10n === 0n) {
    rest /= 10n
    scale -= 1
  }
  const value = Number(rest)
  if (Number.isSafeInteger(value)) {
    figures.values[at] = value
    figures.scales[at] = scale
    return
  }
  figures.values[at] = 0
  figures.scales[at] = WIDE
  figures.wide[at] = femtos
}

/** The exact number as femtos; null where there is none. */
export function femtosOf(figures: Figures, at: number): bigint | null {
  const scale = figures.scales[at] ?? NONE
  if (scale === NONE) return null
  if (scale === WIDE) return figures.wide[at] ?? 0n
  return BigInt(figures.values[at] ?? 0) * 10n ** BigInt(MAX_PLACES - scale)
}

/** Below ten to the power of `digits`, whatever the sign. */
export function isBelow(figures: Figures, at: number, digits: number): boolean {
  const scale = figures.scales[at] ?? NONE
  if (scale === NONE) return true
  if (scale === WIDE) {
    const femtos = figures.wide[at] ?? 0n
    const limit = 10n ** BigInt(digits + MAX_PLACES)
    return femtos < limit && femtos > -limit
  }
  // Ten to the power of 22 is the last that a double holds exactly, and far above every value here.
  return scale + digits > 15 || Math.abs(figures.values[at] ?? 0) < (POWERS[digits + scale] ?? 0)
}
