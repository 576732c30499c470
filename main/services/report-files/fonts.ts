import regular from '@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf?inline'
import semiBold from '@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf?inline'
import { createMeasure, createVisible, type Fonts, type Weight } from '#main/core/report/layout/measure.ts'
import { readFont } from '#main/core/report/layout/read-font.ts'

const urls: Readonly<Record<Weight, string>> = { 400: regular, 600: semiBold }
export const weights = [400, 600] as const

/** Golos Text as a TrueType file: it has Cyrillic, the rouble and №, and travels within the bundle. */
export function fontBytes(weight: Weight): Buffer {
  const url = urls[weight]
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

type Paper = {
  fonts: Fonts
  measure: ReturnType<typeof createMeasure>
  visible: ReturnType<typeof createVisible>
}
let paper: Paper | null = null

/** Read from the files once, by whoever is the first to ask. */
export function paperFonts(): Paper {
  if (!paper) {
    const fonts = { 400: readFont(fontBytes(400)), 600: readFont(fontBytes(600)) }
    paper = { fonts, measure: createMeasure(fonts), visible: createVisible(fonts[400]) }
  }
  return paper
}
