import { digitCell, type Weight } from '#main/core/report/layout/measure.ts'
import { fontBytes, paperFonts, weights } from './fonts.ts'

/** What pdfkit keeps of a font that it embeds: it hands the glyphs of a text out and remembers them for the subset. */
type EmbeddedFont = {
  id: string
  encode(text: string): [glyphs: string[], positions: unknown]
  ref(): unknown
}
type FontShelf = { font(bytes: Buffer): unknown }

/** A glyph as four hex digits, and how far the pen moves before and after it beyond the font's own way, in thousandths. */
type Glyph = { hex: string; aside: number }

export type PdfFont = {
  id: string
  ref(): unknown
  /** The operand of TJ. Digits stand amid cells of one width. */
  operand(text: string): string
}

/** Only the public calls of pdfkit draw too: a long table has a million texts, and each would cost it twenty times this. */
export function openFonts(document: FontShelf): Record<Weight, PdfFont> {
  const [regular, semiBold] = weights.map((weight) => {
    document.font(fontBytes(weight))
    return pdfFont((document as unknown as { _font: EmbeddedFont })._font, weight)
  })
  return { 400: regular as PdfFont, 600: semiBold as PdfFont }
}

function pdfFont(font: EmbeddedFont, weight: Weight): PdfFont {
  const table = paperFonts().fonts[weight]
  const cell = digitCell(table)
  const known = new Map<string, Glyph>()
  const glyphOf = (sign: string): Glyph => {
    const code = sign.charCodeAt(0)
    const isDigit = code >= 48 && code < 58
    const aside = isDigit ? ((cell - (table.advances[code] ?? 0)) * 500) / table.unitsPerEm : 0
    const glyph = { hex: font.encode(sign)[0].join(''), aside }
    known.set(sign, glyph)
    return glyph
  }
  return {
    id: font.id,
    ref: () => font.ref(),
    operand(text) {
      let out = '[<'
      let moved = 0
      for (let i = 0; i < text.length; i += 1) {
        const sign = text.charAt(i)
        const { hex, aside } = known.get(sign) ?? glyphOf(sign)
        const before = moved + aside
        if (before !== 0) out += i === 0 ? `>-${before}<` : `>${-before}<`
        out += hex
        moved = aside
      }
      return `${out}>]`
    },
  }
}
