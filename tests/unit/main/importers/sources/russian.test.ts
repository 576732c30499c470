import { describe, expect, test } from 'vitest'
import { fixture, look, readLines, readToEnd } from '#tests/support/read-delivery.ts'

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
