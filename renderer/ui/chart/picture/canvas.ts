import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import type { ChartOption } from '#shared/charts/echarts.ts'
import { drawChart } from '../draw-chart.ts'
import type { Measure, PictureLayout } from './layout.ts'

/** Twice the size in points, so that it stays sharp on a slide. */
const SCALE = 2

/** How wide words are in the font of the page. */
export function canvasMeasure(theme: ChartTheme): Measure {
  const g = document.createElement('canvas').getContext('2d')
  return (words, size, weight) => {
    if (!g) return words.length * size * 0.6
    g.font = `${weight} ${size}px ${theme.font}`
    return g.measureText(words).width
  }
}

export function pictureCanvas(
  layout: PictureLayout,
  option: ChartOption,
  theme: ChartTheme,
): HTMLCanvasElement {
  const { width, height, chart, badge } = layout
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = Math.round(height * SCALE)
  const g = canvas.getContext('2d')
  if (!g) return canvas
  g.scale(SCALE, SCALE)
  g.fillStyle = theme.surface
  g.fillRect(0, 0, width, height)
  if (badge) {
    g.strokeStyle = theme.textSoft
    g.beginPath()
    g.roundRect(badge.x, badge.y, badge.width, badge.height, 6)
    g.stroke()
  }
  for (const { words, x, y, size, weight, color } of layout.texts) {
    g.font = `${weight} ${size}px ${theme.font}`
    g.fillStyle = color
    g.fillText(words, x, y)
  }
  for (const { x, y, color, isDashed } of layout.marks) {
    g.beginPath()
    if (isDashed) {
      g.setLineDash([4, 3])
      g.strokeStyle = color
      g.lineWidth = 2
      g.moveTo(x, y + 6)
      g.lineTo(x + 12, y + 6)
      g.stroke()
      g.setLineDash([])
    } else {
      g.fillStyle = color
      g.roundRect(x, y, 11, 11, 3)
      g.fill()
    }
  }
  const drawn = drawChart(option, { ...chart, pixelRatio: SCALE })
  g.drawImage(drawn, chart.x, chart.y, chart.width, chart.height)
  return canvas
}
