import { describe, expect, test } from 'vitest'
import { fixture, look, readLines } from '#tests/support/read-delivery.ts'

describe('statements', () => {
  test('Timeweb: charges below zero, top-ups are no charges, money given back is a credit', async () => {
    const path = fixture('timeweb.csv')
    expect((await look(path)).reading.questions).toEqual(['account'])
    const { source, lines, rejected, sum } = await readLines(path, { answers: { account: 'ab00001' } })
    expect(source).toBe('timeweb')
    expect(sum('billed')).toBe('17.46')
    expect(rejected.map(({ reason, line }) => [reason, line])).toEqual([['notCharge', 4]])
    expect(lines.map(({ key }) => key.chargeCategory)).toEqual(['Usage', 'Usage', 'Credit'])
  })

  test('Beget: UTF-16 with tabs, all amounts above zero', async () => {
    const { source, reading, lines, rejected, sum } = await readLines(fixture('beget-utf16.csv'))
    expect(source).toBe('beget')
    expect(reading).toMatchObject({ encoding: 'utf-16le', separator: '\t' })
    expect(sum('billed')).toBe('45.5')
    expect(rejected.map(({ reason }) => reason)).toEqual(['notCharge'])
    expect(lines.map(({ key }) => [key.billingAccount, key.service])).toEqual([
      ['fakeuser', 'Хостинг'],
      ['fakeuser', 'VPS'],
    ])
  })
})
