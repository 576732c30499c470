import { init } from 'echarts/core'
// Registers what can be drawn.
import '#shared/charts/echarts.ts'

export const initChart = (box: HTMLElement, size: { width?: number; height?: number } = {}) =>
  init(box, null, { renderer: 'canvas', ...size })
export type ChartInstance = ReturnType<typeof initChart>
