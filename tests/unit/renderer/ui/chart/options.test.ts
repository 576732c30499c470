import { describe, expect, it } from 'vitest'
import { binsOption } from '#renderer/ui/chart/bins-option.ts'
import { drawable } from '#renderer/ui/chart/chart-data.ts'
import { chartPoints } from '#renderer/ui/chart/chart-points.ts'
import { pieOption } from '#renderer/ui/chart/pie-option.ts'
import { treemapOption, treemapPieces } from '#renderer/ui/chart/treemap-option.ts'
import { waterfallFloor, waterfallLevels, waterfallOption } from '#renderer/ui/chart/waterfall-option.ts'
import { themeOf } from './theme.ts'

const theme = themeOf('light')
const figures = { exact: (amount: string) => amount, compact: (amount: string) => amount }
const piece = (id: string, amount: string, rank = 0) => ({ id, label: id, rank, amount })
const seriesOf = (option: { series?: unknown }) =>
  option.series as { id: string; data: unknown[]; type: string; stack?: string }[]

describe('parts of a whole', () => {
  const pieces = [piece('disks', '70'), piece('refund', '-5'), piece('free', '0.00'), piece('ip', '0.0001')]

  it('are those that cost something', () => {
    expect(drawable(pieces).map(({ id }) => id)).toEqual(['disks', 'ip'])
  })

  it('stand in a ring by the keys as they stand in it by places', () => {
    const option = pieOption({ pieces, total: '65', totalLabel: 'Total', share: () => '' }, theme, figures)
    const points = chartPoints(option)
    expect([points.kind, points.count]).toEqual(['items', 2])
  })

  it('stand in areas of two levels, of which the keys walk the inner ones', () => {
    const nested = [
      { ...piece('cloud', '90'), children: [piece('a', '60'), piece('b', '30'), piece('minus', '-1')] },
      piece('alone', '10', 1),
      { ...piece('other', '5', 2), children: [piece('c', '5')] },
    ]
    const points = chartPoints(treemapOption({ pieces: nested, share: () => '' }, theme, figures))
    const leaves = treemapPieces(nested)
    expect(leaves.map(({ piece: each, parent }) => [parent?.id ?? null, each.id])).toEqual([
      ['cloud', 'a'],
      ['cloud', 'b'],
      [null, 'alone'],
      ['other', 'c'],
    ])
    expect(points.count).toBe(leaves.length)
    // As echarts numbers a tree: the root, then every branch before its leaves.
    expect(leaves.map((_, i) => points.dataIndex(i))).toEqual([2, 3, 4, 6])
    expect(points.indexOf(6)).toBe(3)
  })
})

describe('a waterfall', () => {
  const steps = [
    { id: 'before', label: 'Before', kind: 'total' as const, amount: '100.1' },
    { id: 'price', label: 'Price', kind: 'effect' as const, amount: '30.2' },
    { id: 'gone', label: 'Gone', kind: 'effect' as const, amount: '-150.3' },
    { id: 'after', label: 'After', kind: 'total' as const, amount: '-20' },
  ]

  it('goes from what was to what is, exactly', () => {
    expect(waterfallLevels(steps).map(({ from, to }) => [from, to])).toEqual([
      ['0', '100.1'],
      ['100.1', '130.3'],
      ['130.3', '-20'],
      ['0', '-20'],
    ])
  })

  it('draws what reaches over zero on both sides of it', () => {
    const values = (id: string) =>
      (seriesOf(waterfallOption(steps, theme, figures)).find((each) => each.id === id)?.data ?? []).map(
        (item) => (item as { value: number }).value,
      )
    expect(values('above')[2]).toBeCloseTo(130.3)
    expect(values('below')[2]).toBeCloseTo(-20)
    expect(values('room-above')).toEqual([0, 100.1, 0, 0])
  })

  it('tells a fall from a rise without colours', () => {
    const data = seriesOf(waterfallOption(steps, theme, figures)).find(({ id }) => id === 'above')?.data as {
      itemStyle: { color: string; borderWidth?: number }
    }[]
    expect(data[1]?.itemStyle.borderWidth).toBeUndefined()
    expect(data[2]?.itemStyle).toMatchObject({ color: theme.surface, borderWidth: 2 })
  })

  it('leaves out the ground where effects are small beside what there was, and only there', () => {
    const small = [
      { id: 'b', label: '', kind: 'total' as const, amount: '1000000' },
      { id: 'e', label: '', kind: 'effect' as const, amount: '12000' },
      { id: 'a', label: '', kind: 'total' as const, amount: '1012000' },
    ]
    const floor = waterfallFloor(waterfallLevels(small))
    expect(floor).toBeGreaterThan(900_000)
    expect(floor).toBeLessThan(1_000_000)
    expect(waterfallFloor(waterfallLevels(steps))).toBe(0)
  })
})

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
