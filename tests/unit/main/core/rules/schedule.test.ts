import { describe, expect, test } from 'vitest'
import { isPattern, nextRun, previewRuns, sinceOf } from '#main/core/rules/schedule.ts'
import type { Schedule } from '#shared/contract/connections.ts'

const at = (iso: string): number => Date.parse(iso)
const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())
const next = (schedule: Schedule, since: string, timeZone = 'Europe/Moscow') =>
  iso(nextRun(schedule, { sinceMs: at(since), timeZone }))
const every = (hours: number, quiet: { from: string; to: string } | null = null): Schedule => ({
  kind: 'every',
  hours,
  quiet,
})
const cron = (
  pattern: string,
  timeZone: string,
  quiet: { from: string; to: string } | null = null,
): Schedule => ({
  kind: 'cron',
  pattern,
  timeZone,
  quiet,
})

test('by hand means never by itself', () => {
  expect(next({ kind: 'manual' }, '2026-11-20T09:00:00Z')).toBeNull()
})

test('an interval counts from the last look', () => {
  expect(next(every(6), '2026-11-20T09:00:00Z')).toBe('2026-11-20T15:00:00.000Z')
})

describe('quiet hours', () => {
  test('put a start off to their end, in the organisation’s own time', () => {
    expect(next(every(6, { from: '18:00', to: '20:30' }), '2026-11-20T09:10:00Z')).toBe(
      '2026-11-20T17:30:00.000Z',
    )
  })

  test('may run over midnight', () => {
    const night = every(1, { from: '22:00', to: '07:00' })
    expect(next(night, '2026-11-20T18:30:00Z')).toBe('2026-11-21T04:00:00.000Z')
    expect(next(night, '2026-11-20T22:00:00Z')).toBe('2026-11-21T04:00:00.000Z')
    expect(next(night, '2026-11-21T04:00:00Z')).toBe('2026-11-21T05:00:00.000Z')
  })

  test('that end where they begin are none', () => {
    expect(next(every(1, { from: '09:00', to: '09:00' }), '2026-11-20T05:00:00Z')).toBe(
      '2026-11-20T06:00:00.000Z',
    )
  })
})

describe('a calendar', () => {
  test('is read in its own time zone', () => {
    expect(next(cron('0 9 * * 1-5', 'Asia/Yekaterinburg'), '2026-11-20T05:00:00Z')).toBe(
      '2026-11-23T04:00:00.000Z',
    )
  })

  test('comes once when the clock is put on over it', () => {
    expect(
      previewRuns(
        cron('30 2 * * *', 'Europe/Berlin'),
        { sinceMs: at('2026-03-28T12:00:00Z'), timeZone: 'UTC' },
        2,
      ).map(iso),
    ).toEqual(['2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z'])
  })

  test('is refused when it cannot be read or never comes', () => {
    for (const pattern of ['', 'x', '99 * * * *', '* * * *', '0 0 9 * * *', '@hourly'])
      expect(isPattern(pattern, 'UTC'), pattern).toBe(false)
    expect(isPattern('*/15 8-18 * * 1-5', 'UTC')).toBe(true)
  })
})

test('a look by hand counts for an interval and not for a calendar', () => {
  const times = { scheduledAtMs: 5, lastSyncAtMs: 9, addedAtMs: 1 }
  expect(sinceOf({ schedule: every(1), ...times })).toBe(9)
  expect(sinceOf({ schedule: cron('0 9 * * *', 'UTC'), ...times })).toBe(5)
})
