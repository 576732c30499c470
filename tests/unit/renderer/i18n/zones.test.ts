import { describe, expect, it } from 'vitest'
import { likelyZone, listZones } from '#renderer/i18n/zones.ts'

const JANUARY = Date.UTC(2026, 0, 15)

describe('listZones', () => {
  it('puts the Russian clocks first, from west to east, under the names of their cities', () => {
    const zones = listZones('ru', 'Europe/Moscow', JANUARY)
    expect(zones[0]).toEqual({
      value: 'Europe/Kaliningrad',
      label: 'Калининград (UTC+02:00)',
      isRussian: true,
    })
    expect(zones.findIndex(({ isRussian }) => !isRussian)).toBe(12)
  })

  it('names every zone once and always has the current one', () => {
    const zones = listZones('en', 'Etc/GMT-5', JANUARY)
    expect(new Set(zones.map(({ value }) => value)).size).toBe(zones.length)
    expect(zones.map(({ value }) => value)).toContain('Etc/GMT-5')
  })
})

describe('likelyZone', () => {
  it.each([
    ['UTC', 'Europe/Moscow'],
    ['Etc/UTC', 'Europe/Moscow'],
    [undefined, 'Europe/Moscow'],
    ['Asia/Omsk', 'Asia/Omsk'],
    ['Europe/Berlin', 'Europe/Berlin'],
  ])('takes %s for %s', (system, expected) => {
    expect(likelyZone(system)).toBe(expected)
  })
})
