import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import { type ChartOption, initDrawing } from '#shared/charts/echarts.ts'
import type { PictureLayout } from './layout.ts'

/** Programs that take no font from a file take one of these, which have the rouble sign. */
const FALLBACK = "'Golos Text', 'PT Sans', 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"

/** The font that the page is set in, without its own fallbacks. */
export const familyOf = (theme: ChartTheme): string =>
  (theme.font.split(',')[0] ?? '').replace(/["']/g, '').trim()

/** No double quotes: echarts writes it into an attribute as it is. */
const familiesOf = (theme: ChartTheme): string => `'${familyOf(theme)}', ${FALLBACK}`

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    // XML has no place for control characters, and a name in a bill may have some.
    .replace(/\p{Cc}/gu, ' ')

const round = (value: number): string => String(Math.round(value * 100) / 100)

/** The picture as vectors and text that other programs can edit and search. */
export function pictureSvg(
  layout: PictureLayout,
  option: ChartOption,
  theme: ChartTheme,
  fontRules = '',
): string {
  const { width, height, chart, badge } = layout
  const family = familiesOf(theme)
  const texts = layout.texts.map(
    ({ words, x, y, size, weight, color, amount }) =>
      `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${color}"${
        amount === undefined ? '' : ` data-amount="${escaped(amount)}"`
      }>${escaped(words)}</text>`,
  )
  const marks = layout.marks.map(({ x, y, color, isDashed }) =>
    isDashed
      ? `<path d="M${round(x)} ${round(y + 6)}h12" stroke="${color}" stroke-width="2" stroke-dasharray="4 3" fill="none"/>`
      : `<rect x="${round(x)}" y="${round(y)}" width="11" height="11" rx="3" fill="${color}"/>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${round(height)}" viewBox="0 0 ${width} ${round(height)}" font-family="${family}" role="img">`,
    fontRules === '' ? '' : `<style>${fontRules}</style>`,
    `<title>${escaped(layout.texts[0]?.words ?? '')}</title>`,
    `<rect width="${width}" height="${round(height)}" fill="${theme.surface}"/>`,
    badge
      ? `<rect x="${round(badge.x)}" y="${badge.y}" width="${round(badge.width)}" height="${badge.height}" rx="6" fill="none" stroke="${theme.textSoft}"/>`
      : '',
    ...texts,
    ...marks,
    `<g transform="translate(${chart.x} ${chart.y})">${chartSvg({ ...option, textStyle: { color: theme.text, fontSize: 12, fontFamily: family } }, chart)}</g>`,
    '</svg>',
  ].join('\n')
}

function chartSvg(option: ChartOption, size: { width: number; height: number }): string {
  const drawing = initDrawing(size)
  try {
    drawing.setOption({ ...option, animation: false })
    return drawing.renderToSVGString()
  } finally {
    drawing.dispose()
  }
}
