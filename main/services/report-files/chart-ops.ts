import { setPlatformAPI } from 'echarts/core'
import type { ReportChart } from '#shared/charts/report-chart.ts'
import { drawReportChart } from '#shared/charts/report-drawing.ts'
import type { PageOp } from '#shared/contract/page-ops.ts'
import { measureText } from './measure.ts'

let isMeasured = false

/** Without a browser a drawing guesses how wide a text is; ours is measured in the font that it is printed in. */
function measureByFont(): void {
  if (isMeasured) return
  isMeasured = true
  setPlatformAPI({
    measureText: (text: string, font: string) => {
      const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)
      // The height of a line is asked for as the width of this letter, which our font lacks.
      if (text === '国') return { width: size }
      return { width: measureText(text, size, /\b(600|700|bold)\b/.test(font) ? 600 : 400) }
    },
  })
}

/** A chart with its legend, drawn from the origin into that size. */
export function chartOps(
  chart: ReportChart,
  size: { width: number; height: number },
  language: 'ru' | 'en',
): readonly PageOp[] {
  measureByFont()
  return drawReportChart(chart, size, language, measureText)
}
