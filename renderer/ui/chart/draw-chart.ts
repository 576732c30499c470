import type { ChartOption } from '#shared/charts/echarts.ts'
import { initChart } from './init-chart.ts'

type Size = { width: number; height: number; pixelRatio: number }

/** A chart drawn off the page in a size of its own: a picture looks the same whatever the window's width. */
export function drawChart(option: ChartOption, { width, height, pixelRatio }: Size): HTMLCanvasElement {
  const instance = initChart(document.createElement('div'), { width, height })
  try {
    instance.setOption({ ...option, animation: false })
    return instance.renderToCanvas({ pixelRatio })
  } finally {
    instance.dispose()
  }
}
