import { describe, expect, test } from 'vitest'
import { fixture, look, readLines, readToEnd } from '#tests/support/read-delivery.ts'

const utc = (ms: number): string => new Date(ms).toISOString().slice(0, 16)

describe('Selectel', () => {
  test('the service report: titles above, NBSP and comma, both balances, the total checked', async () => {
    const path = fixture('selectel-services.csv')
    const { source, reading, lines, rejected, totals, sum } = await readLines(path)
    expect(source).toBe('selectelServices')
    expect(reading).toMatchObject({ separator: ';', decimal: ',' })
    expect(sum('billed')).toBe('19550.55')
    expect([rejected, totals]).toEqual([[], ['19550.55']])
    expect(lines[1]?.detail.extra).toMatchObject({ x_BalanceType: 'Бонусный', x_ParentResourceName: 'web-1' })
    expect(lines[0]?.key).toMatchObject({
      billingAccount: '100001',
      subAccount: 'b1c2fake',
      resourceName: 'web-1',
    })
    expect([utc(lines[0]?.startMs ?? 0), utc(lines[0]?.endMs ?? 0)]).toEqual([
      '2026-02-28T21:00',
      '2026-03-31T21:00',
    ])
    const end = await readToEnd(path)
    expect(end.status === 'read' && end.summary.doubts.map(({ code }) => code)).toContain('totalMatches')
    expect(end).toMatchObject({ rowsIn: 4, rowsKept: 3, rowsRejected: 1 })
    // A month's report tells of every day of its month, so that no other source may count there.
    const days = end.status === 'read' ? end.days : []
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([31, '2026-03-01', '2026-03-31'])
    expect(days.filter(({ lines }) => lines > 0)).toHaveLength(1)
  })

  test('the write-off report in English, by days of Moscow', async () => {
    const { source, lines, sum } = await readLines(fixture('selectel-write-offs.csv'))
    expect(source).toBe('selectelWriteOffs')
    expect(sum('billed')).toBe('12655.25')
    expect(lines.map(({ startMs }) => utc(startMs))).toEqual([
      '2026-03-13T21:00',
      '2026-03-13T21:00',
      '2026-02-28T21:00',
    ])
  })

  test('the flat report of its API is in kopecks and asks whose it is', async () => {
    const path = fixture('selectel-flat.csv')
    expect((await look(path)).reading.questions).toEqual(['account'])
    const { lines, sum } = await readLines(path, { answers: { account: '100001' } })
    expect(sum('billed')).toBe('72800.01')
    expect(lines[0]?.key).toMatchObject({ region: 'ru-3', zone: 'ru-3a', sku: 'compute_cores' })
    expect(utc(lines[0]?.endMs ?? 0)).toBe('2026-02-28T21:00')
  })
})
