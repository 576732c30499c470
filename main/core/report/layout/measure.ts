import type { FontTable } from './read-font.ts'

export type Weight = 400 | 600
/** How wide a text is, in points. */
export type Measure = (text: string, size: number, weight: Weight) => number
/** The text with what the font lacks replaced by something that one sees. */
export type Visible = (text: string) => string

export type Fonts = Readonly<Record<Weight, FontTable>>

/**
 * Golos Text draws its digits of different widths, its "tabular" ones too: on paper each stands amid a cell of this
 * width, the widest one's, so that figures line up.
 */
export function digitCell(font: FontTable): number {
  let widest = 0
  for (let code = 48; code < 58; code += 1) widest = Math.max(widest, font.advances[code] ?? 0)
  return widest
}

export function createMeasure(fonts: Fonts): Measure {
  const widths = { 400: emWidths(fonts[400]), 600: emWidths(fonts[600]) }
  return (text, size, weight) => {
    const of = widths[weight]
    let sum = 0
    for (let i = 0; i < text.length; i += 1) sum += of[text.charCodeAt(i)] ?? 0
    return sum * size
  }
}

function emWidths(font: FontTable): Float64Array {
  const lacking = font.advances[LACKING.charCodeAt(0)] ?? 0
  const cell = digitCell(font)
  return Float64Array.from(font.advances, (advance, code) => {
    const isDigit = code >= 48 && code < 58
    // The second half of a pair stands for no character of its own.
    const isSecondHalf = code >= 0xdc00 && code < 0xe000
    return (isDigit ? cell : font.has[code] ? advance : isSecondHalf ? 0 : lacking) / font.unitsPerEm
  })
}

const LACKING = '?'

/** Signs that Golos Text has no picture of, by those that say the same. */
const alike: Readonly<Record<string, string>> = {
  '▲': '↑',
  '△': '↑',
  '▼': '↓',
  '▽': '↓',
  '●': '•',
  '■': '•',
  '◆': '•',
  '✓': '√',
  '✔': '√',
  Δ: '∆',
  '₺': 'TL',
  '₾': 'GEL',
}
/** Marks that are seen by what they do to others only. */
const UNSEEN = /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|[\ufe00-\ufe0f]|\ufeff/gu
const SPACE = /^[\p{Zs}\p{Cc}\u2028\u2029]$/u

export function createVisible(font: FontTable): Visible {
  const has = font.has
  const isWhole = (text: string): boolean => {
    for (let i = 0; i < text.length; i += 1) if (has[text.charCodeAt(i)] !== 1) return false
    return true
  }
  const one = (sign: string): string => {
    if (isWhole(sign)) return sign
    if (SPACE.test(sign)) return ' '
    return alike[sign] ?? LACKING
  }
  return (text) => {
    if (isWhole(text)) return text
    const plain = text.normalize('NFC').replace(UNSEEN, '')
    return isWhole(plain) ? plain : Array.from(plain, one).join('')
  }
}
