import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import type { ChartOption } from '#shared/charts/echarts.ts'
import { readChartTheme } from '../chart-theme.ts'
import { loadChartFont } from '../use-chart-font.ts'
import { canvasMeasure, pictureCanvas } from './canvas.ts'
import { fontFaces, type ReadAsset } from './font-faces.ts'
import { type PictureSize, type PictureWords, pictureLayout } from './layout.ts'
import { familyOf, pictureSvg } from './svg.ts'

type ChartPicture = PictureWords & { option: ChartOption }

/** As large as a slide. */
const SLIDE: PictureSize = { width: 1280, height: 720 }

/**
 * A chart as a file for a letter or a slide, drawn off the page in a size of its own: it looks the same whatever the
 * window's width, and always on white, as paper is.
 */
export async function chartFile(
  name: string,
  kind: 'png' | 'svg',
  readAsset: ReadAsset,
  make: (theme: ChartTheme) => ChartPicture,
  size: PictureSize = SLIDE,
): Promise<{ fileName: string; mediaType: string; data: string; encoding: 'utf8' | 'base64' }> {
  await loadChartFont()
  const theme = readChartTheme('light')
  const { option, ...words } = make(theme)
  const layout = pictureLayout(words, size, theme, canvasMeasure(theme))
  const fileName = `${name}.${kind}`
  if (kind === 'svg') {
    const said = [...pictureSvg(layout, option, theme).matchAll(/>([^<]+)</g)]
      .map(([, text]) => text)
      .join('')
    const svg = pictureSvg(layout, option, theme, await fontFaces(familyOf(theme), said, readAsset))
    const data = `<?xml version="1.0" encoding="UTF-8"?>\n${svg}`
    return { fileName, mediaType: 'image/svg+xml', data, encoding: 'utf8' }
  }
  const data = pictureCanvas(layout, option, theme)
    .toDataURL('image/png')
    .replace(/^data:[^,]*,/, '')
  return { fileName, mediaType: 'image/png', data, encoding: 'base64' }
}
