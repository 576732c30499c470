import { expect, it } from 'vitest'
import { fromMoscow, lastFullHour, moscowDay, moscowTime } from '#main/providers/selectel/billing/moscow.ts'

it('the wall clock in Moscow is three hours ahead', () => {
  expect(moscowTime(Date.parse('2026-11-19T21:00:00Z'))).toBe('2026-11-20T00:00:00')
  expect(fromMoscow('2026-11-20T00:00:00')).toBe(Date.parse('2026-11-19T21:00:00Z'))
  expect(fromMoscow('2026-11-20 00:00:00')).toBe(Date.parse('2026-11-19T21:00:00Z'))
  expect(fromMoscow('2026-11-20')).toBe(Date.parse('2026-11-19T21:00:00Z'))
})

it('the last full hour is over to the second', () => {
  expect(lastFullHour(Date.parse('2026-11-20T09:00:00Z'))).toBe(Date.parse('2026-11-20T08:00:00Z'))
  expect(lastFullHour(Date.parse('2026-11-20T08:59:59.999Z'))).toBe(Date.parse('2026-11-20T07:00:00Z'))
})

it('what is no time is none', () => {
  for (const text of [null, '', 'yesterday', '2026-13-01', '2026-11-20T99:00:00']) {
    expect(fromMoscow(text)).toBeNull()
  }
  expect(moscowDay('2026-02-30T00:00:00')).toBeNull()
  expect(moscowDay('2026-02-28T23:59:59')).toBe('2026-02-28')
})
