import { describe, expect, test } from 'vitest'
import { fixture, readLines } from '#tests/support/read-delivery.ts'

describe('Azure', () => {
  test('actual costs of an enterprise agreement; the month stands first, as one value tells', async () => {
    const { source, reading, lines, sum } = await readLines(fixture('azure-ea-actual.csv'))
    expect(source).toBe('azure')
    expect(reading.dateOrder).toBe('monthFirst')
    expect(sum('billed')).toBe('42.15')
    expect(sum('effective')).toBe('42.15')
    expect(lines[0]).toMatchObject({ list: '2.4', contracted: '2.16' })
    expect(lines[0]?.key).toMatchObject({ currency: 'EUR', tags: { team: 'shop', env: 'prod' } })
    expect(lines.map(({ key }) => key.chargeCategory)).toEqual(['Usage', 'Usage', 'Purchase', 'Adjustment'])
  })

  test('amortized costs: what a reservation covers was billed nothing and cost something', async () => {
    const { lines, sum } = await readLines(fixture('azure-mca-amortized.csv'))
    expect(sum('billed')).toBe('0.06')
    expect(sum('effective')).toBe('1.36')
    expect(lines.map(({ key }) => key.more?.CommitmentDiscountStatus ?? null)).toEqual([
      'Used',
      'Unused',
      null,
    ])
    expect(lines[0]).toMatchObject({ list: '2.4', contracted: '2.16' })
  })
})
