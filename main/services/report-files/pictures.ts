import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { colours, Pen } from '#main/core/report/layout/paper.ts'
import { wrap } from '#main/core/report/layout/wrap.ts'
import type { ReportChart } from '#shared/charts/report-chart.ts'
import { chartOps } from './chart-ops.ts'
import { fontBytes, paperFonts, weights } from './fonts.ts'
import { toSvg } from './svg.ts'

type Picture = {
  chart: ReportChart
  title: string
  format: 'png' | 'svg'
  /** In pixels. */
  width: number
  height: number
  language: 'ru' | 'en'
  path: string
}

/** A chart is drawn as on paper, so many points wide, and enlarged: letters keep their size beside it. */
const DRAWN_WIDTH = 640
const EDGE = 16
const TITLE = { size: 14, weight: 600 as const }
const TITLE_LEADING = 18

/** One chart with its title and legend as a file. */
export async function writePicture(picture: Picture): Promise<void> {
  const svg = draw(picture)
  await writeFile(picture.path, picture.format === 'svg' ? svg : await toPng(svg, picture.width))
}

function draw({ chart, title, width, height, language }: Picture): string {
  const { measure, visible } = paperFonts()
  const drawn = { width: DRAWN_WIDTH, height: Math.round((DRAWN_WIDTH * height) / width) }
  const inner = drawn.width - 2 * EDGE
  const pen = new Pen()
  const lines = title === '' ? [] : wrap(visible(title), inner, TITLE, measure, 2)
  pen.lines(lines, EDGE, EDGE, TITLE_LEADING, { ...TITLE, fill: colours.ink })
  const top = EDGE + (lines.length > 0 ? lines.length * TITLE_LEADING + 8 : 0)
  pen.place(chartOps(chart, { width: inner, height: drawn.height - top - EDGE }, language), EDGE, top)
  return toSvg(pen.ops, { ...drawn, title, shown: { width, height } })
}

/** The drawer takes fonts from files only, and without one it leaves texts out and says nothing. */
async function toPng(svg: string, width: number): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const folder = await mkdtemp(join(tmpdir(), 'infrazen-fonts-'))
  try {
    const fontFiles = weights.map((weight) => join(folder, `${weight}.ttf`))
    for (const [i, weight] of weights.entries()) await writeFile(fontFiles[i] ?? '', fontBytes(weight))
    const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Golos Text' }
    const image = await renderAsync(svg, { font, fitTo: { mode: 'width', value: width } })
    return image.asPng()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
