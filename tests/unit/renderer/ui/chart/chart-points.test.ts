import { describe, expect, it } from 'vitest'
import { chartPoints } from '#renderer/ui/chart/chart-points.ts'
import { drawable } from '#shared/charts/chart-data.ts'
import { pieOption } from '#shared/charts/pie-option.ts'
import { treemapOption, treemapPieces } from '#shared/charts/treemap-option.ts'
import { themeOf } from './theme.ts'

const theme = themeOf('light')
const figures = { exact: (amount: string) => amount, compact: (amount: string) => amount }
const piece = (id: string, amount: string, rank = 0) => ({ id, label: id, rank, amount })

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
