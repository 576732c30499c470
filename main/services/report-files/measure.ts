import type { Weight } from '#main/core/report/layout/measure.ts'
import { paperFonts } from './fonts.ts'

/** How wide a text of Golos Text is, in points of that size. */
export const measureText = (text: string, size: number, weight: Weight): number =>
  paperFonts().measure(text, size, weight)

/** The text as it is printed: what the font lacks is replaced by what one sees. */
export const visibleText = (text: string): string => paperFonts().visible(text)
