import { describe, expect, it } from 'vitest'
import { chartPoints } from '#renderer/ui/chart/chart-points.ts'
import { binsOption } from '#shared/charts/bins-option.ts'
import { themeOf } from '#tests/unit/renderer/ui/chart/theme.ts'

const theme = themeOf('light')
const figures = { exact: (amount: string) => amount, compact: (amount: string) => amount }
const seriesOf = (option: { series?: unknown }) =>
  option.series as { id: string; data: unknown[]; type: string; stack?: string }[]

describe('bars over time', () => {
  const bins = Array.from({ length: 400 }, (_, i) => ({
    short: String(i),
    title: String(i),
    isWhole: i < 399,
  }))
  const amounts = bins.map((_, i) => String(i))
  const chart = {
    look: 'bars' as const,
    bins,
    parts: [{ id: 'disks', label: 'Disks', rank: 0, amounts }],
    totals: amounts,
    before: [...amounts, '1', '2'],
    budget: amounts,
    marks: [{ bin: 3, number: 1, text: 'Moved' }],
  }
  const words = { total: 'Total', before: 'Before', budget: 'Budget', incomplete: 'Not all days yet' }
  const option = binsOption(chart, theme, figures, words)

  it('mark what is not whole, and draw only as many bins of the compared days as there are places', () => {
    const [bar, before, budget, marks] = seriesOf(option)
    expect(bar?.data[398]).toBe(398)
    expect(bar?.data[399]).toMatchObject({ value: 399, itemStyle: { decal: { symbol: 'rect' } } })
    expect(before?.data).toHaveLength(400)
    expect([budget?.id, marks?.id]).toEqual(['budget', 'marks'])
  })

  it('are walked bin by bin', () => {
    const points = chartPoints(option)
    expect([points.kind, points.count]).toEqual(['axis', 400])
  })
})
