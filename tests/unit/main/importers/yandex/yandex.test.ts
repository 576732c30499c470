import { describe, expect, test } from 'vitest'
import { fixture, readLines } from '#tests/support/read-delivery.ts'

const utc = (ms: number): string => new Date(ms).toISOString().slice(0, 16)

describe('Yandex Cloud', () => {
  test('the general detail: billed is cost and credit, list is cost, days begin at 21:00 UTC', async () => {
    const { source, reading, lines, rejected, sum } = await readLines(fixture('yandex-general.csv'))
    expect(source).toBe('yandex')
    expect(reading).toMatchObject({ encoding: 'utf-8', separator: ',', decimal: '.', questions: [] })
    expect(rejected).toEqual([])
    expect(sum('billed')).toBe('186.5000000001')
    expect(sum('effective')).toBe('186.5000000001')
    expect(sum('list')).toBe('241.8050000001')
    const [first, , granted, committed] = lines
    expect([utc(first?.startMs ?? 0), utc(first?.endMs ?? 0)]).toEqual([
      '2026-02-13T21:00',
      '2026-02-14T21:00',
    ])
    expect(first?.key).toMatchObject({
      provider: 'yandex',
      billingAccount: 'dn2fake0000000000001',
      subAccount: 'b1gfakefolder0000001',
      service: 'Compute Cloud',
      serviceCategory: 'Compute',
      currency: 'RUB',
      tags: { team: 'shop' },
    })
    expect(granted?.billed).toBe('0')
    expect(granted?.detail.extra).toMatchObject({ x_MonetaryGrantCredit: '-22.4' })
    expect(committed?.key).toMatchObject({ pricingCategory: 'Committed', serviceCategory: 'Databases' })
  })

  test('the detail by resource names its resources, in tenge too', async () => {
    const { lines, sum } = await readLines(fixture('yandex-resources.csv'))
    expect(sum('billed')).toBe('2999.5')
    expect(lines.map(({ key }) => [key.resourceRef, key.currency])).toEqual([
      ['fhmfakeinstance00001', 'KZT'],
      ['fhmfakeinstance00002', 'KZT'],
    ])
  })
})
