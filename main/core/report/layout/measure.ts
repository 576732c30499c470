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

/** Signs that Golos Text has no picture of, by what says the same. */
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
  '֏': 'AMD',
  '₼': 'AZN',
  '৳': 'BDT',
  ლ: 'GEL',
  '₾': 'GEL',
  '₪': 'ILS',
  '₹': 'INR',
  '\u20c0': 'KGS',
  '₩': 'KRW',
  '₮': 'MNT',
  '₦': 'NGN',
  '฿': 'THB',
  '₺': 'TRY',
  '₫': 'VND',
}
const isCode = (said: string): boolean => said.length === 3

/** Marks that are seen by what they do to others only. */
const UNSEEN = /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|[\ufe00-\ufe0f]|\ufeff/gu
const SPACE = /^[\p{Zs}\p{Cc}\u2028\u2029]$/u
/** Marks over the letter before them, most of which have a letter of their own together with it. */
const isMark = (code: number): boolean => code >= 0x300 && code < 0x370

export function createVisible(font: FontTable): Visible {
  const has = font.has
  const isPlain = (text: string): boolean => {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      if (has[code] !== 1 || isMark(code)) return false
    }
    return true
  }
  const one = (sign: string): string => {
    if (sign === '\n' || has[sign.codePointAt(0) ?? 0] === 1) return sign
    return SPACE.test(sign) ? ' ' : (alike[sign] ?? LACKING)
  }
  return (text) => {
    if (isPlain(text)) return text
    const signs = Array.from(text.normalize('NFC').replace(UNSEEN, ''))
    return signs
      .map((sign, i) => {
        const said = one(sign)
        return isCode(said) && /\d/.test(signs[i + 1] ?? '') ? `${said}\u00a0` : said
      })
      .join('')
  }
}
