import { describe, expect, it } from 'vitest'
import { waterfallFloor, waterfallLevels, waterfallOption } from '#shared/charts/waterfall-option.ts'
import { themeOf } from '#tests/unit/renderer/ui/chart/theme.ts'

const theme = themeOf('light')
const figures = { exact: (amount: string) => amount, compact: (amount: string) => amount }
const seriesOf = (option: { series?: unknown }) =>
  option.series as { id: string; data: unknown[]; type: string; stack?: string }[]

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
