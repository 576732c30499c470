import type { ChartTheme } from '#shared/charts/chart-theme.ts'

type PictureContent = {
  title: string
  subtitle: string
  /** Shown as a mark, so that nobody takes invented figures for real ones. */
  demo: string | null
  figures: readonly { label: string; value: string; note: string }[]
  chartTitle: string
  chart: HTMLCanvasElement | null
  legend: readonly { label: string; value: string; color: string }[]
  foot: string
}

const SCALE = 2
const PAD = 32

/** The chart's size in the picture, in points. */
export const PICTURE_CHART = { width: 960, height: 340, pixelRatio: SCALE }

/** The overview as one picture for a letter or a slide, drawn at twice the size so that it stays sharp. */
export function drawPicture(content: PictureContent, theme: ChartTheme): HTMLCanvasElement {
  const { width: chartWidth, height: chartHeight } = PICTURE_CHART
  const width = chartWidth + PAD * 2
  const legendRows = Math.ceil(content.legend.length / 3)
  const chartTop = 232
  const height = chartTop + chartHeight + 24 + legendRows * 26 + 56
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const g = canvas.getContext('2d')
  if (!g) return canvas
  g.scale(SCALE, SCALE)
  g.fillStyle = theme.surface
  g.fillRect(0, 0, width, height)
  g.textBaseline = 'alphabetic'

  const text = (words: string, x: number, y: number, size: number, weight: number, color: string): number => {
    g.font = `${weight} ${size}px ${theme.font}`
    g.fillStyle = color
    g.fillText(words, x, y)
    return g.measureText(words).width
  }

  const titleWidth = text(content.title, PAD, 56, 26, 600, theme.text)
  if (content.demo) badge(g, content.demo, PAD + titleWidth + 14, 36, theme)
  text(content.subtitle, PAD, 82, 14, 400, theme.textSoft)

  const column = (width - PAD * 2) / Math.max(1, content.figures.length)
  content.figures.forEach((figure, i) => {
    const x = PAD + column * i
    text(figure.label, x, 122, 13, 400, theme.textSoft)
    text(figure.value, x, 150, 21, 600, theme.text)
    text(figure.note, x, 172, 12.5, 400, theme.textSoft)
  })
  line(g, PAD, 192, width - PAD, theme.line)

  text(content.chartTitle, PAD, 220, 15, 600, theme.text)
  if (content.chart) g.drawImage(content.chart, PAD, chartTop, chartWidth, chartHeight)

  const legendTop = chartTop + chartHeight + 28
  const third = (width - PAD * 2) / 3
  content.legend.forEach((entry, i) => {
    const x = PAD + third * (i % 3)
    const y = legendTop + Math.floor(i / 3) * 26
    g.fillStyle = entry.color
    g.beginPath()
    g.roundRect(x, y - 10, 11, 11, 3)
    g.fill()
    const used = text(entry.label, x + 19, y, 13, 400, theme.textSoft)
    text(entry.value, x + 27 + used, y, 13, 600, theme.text)
  })
  text(content.foot, PAD, height - 20, 12, 400, theme.textSoft)
  return canvas
}

function badge(g: CanvasRenderingContext2D, words: string, x: number, y: number, theme: ChartTheme): void {
  g.font = `600 13px ${theme.font}`
  const width = g.measureText(words).width + 16
  g.strokeStyle = theme.textSoft
  g.lineWidth = 1
  g.beginPath()
  g.roundRect(x, y, width, 24, 6)
  g.stroke()
  g.fillStyle = theme.text
  g.fillText(words, x + 8, y + 17)
}

function line(g: CanvasRenderingContext2D, from: number, y: number, to: number, color: string): void {
  g.strokeStyle = color
  g.lineWidth = 1
  g.beginPath()
  g.moveTo(from, y + 0.5)
  g.lineTo(to, y + 0.5)
  g.stroke()
}

/** The picture's bytes as base64, without the head of a data URL. */
export const pngBase64 = (canvas: HTMLCanvasElement): string =>
  canvas.toDataURL('image/png').replace(/^data:[^,]*,/, '')
