import { expect, test } from 'vitest'
import { requestFor } from '#main/core/sync/request.ts'
import { day } from '#shared/lib/day.ts'

const asked = (now: string, lastTold: string | null, lastSync: string | null) =>
  requestFor({
    nowMs: Date.parse(now),
    zone: 'Europe/Moscow',
    lastToldDay: lastTold === null ? null : day(lastTold),
    lastSyncAtMs: lastSync === null ? null : Date.parse(lastSync),
  })

test('the first look asks for this month and two whole ones before it', () => {
  expect(asked('2026-11-20T09:00:00Z', null, null)).toEqual({
    chargesFrom: '2026-09-01',
    chargesTo: '2026-11-20',
    usageFrom: '2026-10-22',
  })
})

test('the day is the provider’s: late in the evening by UTC it is tomorrow in Moscow', () => {
  expect(asked('2026-11-20T21:30:00Z', null, null).chargesTo).toBe('2026-11-21')
})

test('a second look on the same day asks for the last days only', () => {
  expect(asked('2026-11-20T12:00:00Z', '2026-11-20', '2026-11-20T09:00:00Z')).toEqual({
    chargesFrom: '2026-11-18',
    chargesTo: '2026-11-20',
    usageFrom: '2026-11-19',
  })
})

test('the first look of a day reads the month anew', () => {
  expect(asked('2026-11-20T09:00:00Z', '2026-11-19', '2026-11-19T09:00:00Z').chargesFrom).toBe('2026-11-01')
})

test('in the first days of a month the month before it may still be corrected', () => {
  expect(asked('2026-11-08T09:00:00Z', '2026-11-07', '2026-11-07T09:00:00Z').chargesFrom).toBe('2026-10-01')
})

test('days missed while nobody looked are asked for too', () => {
  expect(asked('2026-11-20T09:00:00Z', '2026-08-03', '2026-08-03T09:00:00Z').chargesFrom).toBe('2026-08-01')
})
