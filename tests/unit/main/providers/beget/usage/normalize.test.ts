import { describe, expect, it } from 'vitest'
import { createUsageReader } from '#main/providers/beget/usage/normalize.ts'
import { seriesUnder } from '#main/providers/beget/usage/wire.ts'
import { day } from '#shared/lib/day.ts'

const dailyUsage = createUsageReader()
const machine = { cores: 4, ramGb: 8, diskGb: 80, mbps: 250 }
const about = { ref: 'a', machine, from: day('2026-11-18') }

describe('figures of a day', () => {
  it('are their mean and their highest, by the day of Moscow', () => {
    const date = [
      '2026-11-18T23:30:00+03:00',
      '2026-11-18T20:59:00Z',
      '2026-11-18T21:00:00Z',
      '2026-11-19 12:00:00',
    ]
    const rows = dailyUsage([{ dates: date, values: [10, 30, 50, 70] }], { ...about, metric: 'cpu' })
    expect(rows).toEqual([
      { ref: 'a', metric: 'cpu', day: '2026-11-18', used: 0.8, peak: 1.2, capacity: 4 },
      { ref: 'a', metric: 'cpu', day: '2026-11-19', used: 2.4, peak: 2.8, capacity: 4 },
    ])
  })

  it('leave holes, missing ends and junk out', () => {
    const dates = [
      '2026-11-18 01:00:00',
      '2026-11-18 02:00:00',
      'never',
      null,
      '2026-11-18 05:00:00',
      5,
      '2026-11-18',
    ]
    const values = [50, null, 70, 70, 'NaN', 70]
    expect(dailyUsage([{ dates, values }], { ...about, metric: 'cpu' })).toMatchObject([{ used: 2, peak: 2 }])
  })

  it('before the day asked for are not told', () => {
    const dates = ['2026-11-17 23:59:59', '2026-11-18 00:00:00']
    const rows = dailyUsage([{ dates, values: [50, 50] }], { ...about, metric: 'cpu' })
    expect(rows.map(({ day }) => day)).toEqual(['2026-11-18'])
  })

  it('may be dated by counting from 1970', () => {
    const atMs = Date.parse('2026-11-18T12:00:00Z')
    const rows = dailyUsage([{ dates: [atMs, atMs / 1000], values: [50, 100] }], { ...about, metric: 'cpu' })
    expect(rows).toMatchObject([{ day: '2026-11-18', used: 3, peak: 4 }])
  })

  it('of both directions of the network are added up', () => {
    const dates = ['2026-11-18 01:00:00', '2026-11-18 02:00:00']
    const series = [
      { dates, values: [1_000_000, 2_000_000] },
      { dates, values: [3_000_000, 3_000_000] },
    ]
    expect(dailyUsage(series, { ...about, metric: 'network' })).toMatchObject([
      { used: 36, peak: 40, capacity: 250 },
    ])
  })

  it('that are none make no day', () => {
    expect(dailyUsage([], { ...about, metric: 'ram' })).toEqual([])
    expect(dailyUsage([{ dates: ['2026-11-18'], values: [] }], { ...about, metric: 'ram' })).toEqual([])
  })
})

describe('the answer that holds them', () => {
  it('tells the series that are there', () => {
    const schema = seriesUnder('data_rx', 'data_tx')
    expect(schema.parse({ data_rx: { date: ['x'], value: [1] }, data_rx_private: {} })).toEqual([
      { dates: ['x'], values: [1] },
    ])
    expect(schema.parse({})).toEqual([])
    expect(schema.parse({ data_rx: { date: 'x' }, data_tx: [] })).toEqual([{ dates: [], values: [] }])
    expect(schema.safeParse('text').success).toBe(false)
  })
})
