import { describe, expect, it } from 'vitest'
import { seriesColor } from '#shared/charts/chart-theme.ts'
import { contrast, inkOn } from '#shared/charts/color.ts'
import { themeOf } from '#tests/unit/renderer/ui/chart/theme.ts'

describe.each(['light', 'dark'] as const)('colours of charts in the %s theme', (name) => {
  const theme = themeOf(name)

  it('are seen on the ground', () => {
    const seen = [
      ...theme.series,
      theme.rest,
      theme.previous,
      theme.up,
      theme.down,
      theme.limit,
      theme.textSoft,
    ]
    for (const color of seen) expect(contrast(color, theme.surface), color).toBeGreaterThanOrEqual(3)
  })

  it('carry names that are read', () => {
    for (const color of [...theme.series, theme.rest])
      expect(contrast(color, inkOn(color)), color).toBeGreaterThanOrEqual(4)
  })

  it('are twelve, then the same again paler, and grey for the rest wherever it stands', () => {
    const many = Array.from({ length: 24 }, (_, i) => seriesColor(theme, i, `part ${i}`))
    expect(new Set(many).size).toBe(24)
    expect(seriesColor(theme, 3, 'other')).toBe(theme.rest)
  })
})
