import { readFileSync } from 'node:fs'
import { buildTooltip } from '#renderer/ui/chart/tooltip.ts'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'

/** What the stylesheet says of a token in one of the themes. */
function tokensOf(name: ChartTheme['name']): (token: string) => string {
  const css = readFileSync('renderer/styles/tokens.css', 'utf8')
  const at = name === 'light' ? 1 : 2
  return (token) => {
    const found = new RegExp(`${token}: light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)`).exec(css)?.[at]
    if (!found) throw new Error(`no colour ${token}`)
    return found
  }
}

export function themeOf(name: ChartTheme['name']): ChartTheme {
  const token = tokensOf(name)
  return {
    name,
    series: Array.from({ length: 12 }, (_, i) => token(`--chart-${i + 1}`)),
    rest: token('--chart-other'),
    text: token('--text'),
    textSoft: token('--chart-axis'),
    line: token('--chart-grid'),
    weekend: token('--surface-2'),
    surface: token('--surface'),
    previous: token('--chart-before'),
    up: token('--chart-up'),
    down: token('--chart-down'),
    limit: token('--bad'),
    gap: token('--warn'),
    font: '"Golos Text Variable", system-ui',
    isStill: true,
    tip: buildTooltip,
    hatch: (color) => color,
  }
}
