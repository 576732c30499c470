import type { ChartTheme } from './chart-theme.ts'
import type { ChartOption } from './echarts.ts'

/** What every chart of the product shares: type, hairlines, a quiet tooltip that carries its own look from chart.css. */
export function baseOption(theme: ChartTheme): ChartOption {
  return {
    animation: !theme.isStill,
    animationDuration: 250,
    animationDurationUpdate: 200,
    textStyle: { fontFamily: theme.font, color: theme.text, fontSize: 12 },
    grid: { left: 4, right: 8, top: 16, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      className: 'chart-tip',
      padding: 0,
      borderWidth: 0,
      backgroundColor: 'transparent',
      extraCssText: 'box-shadow: none',
      transitionDuration: 0,
      axisPointer: { type: 'shadow', shadowStyle: { color: theme.weekend, opacity: 1 }, z: 0 },
    },
  }
}

export const categoryAxis = (theme: ChartTheme) => ({
  type: 'category' as const,
  axisLine: { lineStyle: { color: theme.line } },
  axisTick: { show: false },
  axisLabel: { color: theme.textSoft, fontSize: 12, hideOverlap: true, margin: 10 },
})

export const valueAxis = (theme: ChartTheme) => ({
  type: 'value' as const,
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: theme.line } },
  axisLabel: { color: theme.textSoft, fontSize: 12 },
  splitNumber: 4,
})
