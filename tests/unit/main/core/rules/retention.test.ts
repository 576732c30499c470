import { describe, expect, it } from 'vitest'
import { keptSince } from '#main/core/rules/retention.ts'
import { day } from '#shared/lib/day.ts'

describe('how long reports are kept', () => {
  it.each([
    ['2026-11-20', null, null],
    ['2026-11-20', 1, '2026-01-01'],
    ['2026-11-20', 12, '2025-11-20'],
    ['2026-01-10', 1, '2025-12-10'],
    ['2026-03-31', 1, '2026-01-01'],
    ['2026-11-20', 60, '2021-11-20'],
  ])('on %s, for %s months: since %s', (today, months, since) => {
    expect(keptSince(day(today), months)).toBe(since)
  })
})
