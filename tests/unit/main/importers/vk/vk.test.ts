import { describe, expect, test } from 'vitest'
import { fixture, readLines } from '#tests/support/read-delivery.ts'

describe('VK Cloud', () => {
  test('windows-1251 with semicolons, commas, NBSP and a total that does not agree', async () => {
    const path = fixture('vk-detail-1251.csv')
    const { source, reading, lines, sum, totals } = await readLines(path)
    expect(source).toBe('vk')
    expect(reading).toMatchObject({ encoding: 'windows-1251', separator: ';', decimal: ',' })
    expect(sum('billed')).toBe('1567.58')
    expect(totals).toEqual(['1567.58'])
    expect(lines[3]?.key.resourceName).toBe('pg; основной')
    expect(lines[0]?.key).toMatchObject({
      billingAccount: 'mcs0000000001',
      service: 'Облачные вычисления',
      currency: 'RUB',
    })
  })
})
