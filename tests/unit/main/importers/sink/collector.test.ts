import { expect, test } from 'vitest'
import { putDecimal } from '#main/core/ledger/decimal-scan.ts'
import { ownerSideOf, priceSideOf } from '#main/core/ledger/key-sides.ts'
import { KeyTable } from '#main/core/ledger/key-table.ts'
import type { BillLine, KeyFields } from '#main/core/ledger/line.ts'
import { Collector } from '#main/importers/sink/collector.ts'
import type { Day } from '#shared/lib/day.ts'
import { collect, ofKind } from '#tests/support/collected.ts'

const key = (of: Partial<KeyFields> = {}): KeyFields => ({
  provider: 'beget',
  billingAccount: 'acc-1',
  subAccount: null,
  serviceCategory: 'Compute',
  service: 'VPS',
  region: null,
  zone: null,
  resourceRef: null,
  resourceName: null,
  resourceType: null,
  sku: null,
  skuName: null,
  chargeCategory: 'Usage',
  chargeClass: null,
  chargeFrequency: null,
  chargeDescription: null,
  pricingCategory: null,
  pricingUnit: null,
  consumedUnit: null,
  commitmentId: null,
  currency: 'RUB',
  tags: null,
  more: null,
  ...of,
})

const START = Date.UTC(2026, 4, 4)
const MS_PER_DAY = 86_400_000
const line = (of: Partial<BillLine> = {}): BillLine => ({
  key: key(),
  startMs: START,
  endMs: START + MS_PER_DAY,
  billed: '10',
  effective: '10',
  list: '10',
  contracted: '10',
  pricingQuantity: null,
  consumedQuantity: null,
  commitmentQuantity: null,
  detail: {
    invoiceId: null,
    invoiceDetailId: null,
    billingPeriodStart: null,
    billingPeriodEnd: null,
    listUnitPrice: null,
    contractedUnitPrice: null,
    pricingCurrencyListUnitPrice: null,
    pricingCurrencyContractedUnitPrice: null,
    pricingCurrencyEffectiveCost: null,
    extra: null,
  },
  ...of,
})

const put = (lines: readonly BillLine[]) =>
  collect((sink) => {
    for (const [i, of] of lines.entries()) sink.line(of, { fileIndex: 0, line: i + 2 }, () => `row ${i}`)
  })

test('lines with the same key and detail share them, whatever the order of tags', () => {
  const { messages } = put([
    line({ key: key({ tags: { a: '1', b: '2' }, more: { SkuMeter: 'm', RegionName: 'r' } }) }),
    line({ key: key({ tags: { b: '2', a: '1' }, more: { RegionName: 'r', SkuMeter: 'm' } }) }),
    line({ key: key({ currency: 'USD' }) }),
  ])
  const keys = ofKind(messages, 'keys').flatMap((message) => message.keys)
  expect(keys.map(({ fields }) => [fields.tags, fields.more, fields.currency])).toEqual([
    [{ a: '1', b: '2' }, { RegionName: 'r', SkuMeter: 'm' }, 'RUB'],
    [null, null, 'USD'],
  ])
  expect(ofKind(messages, 'details').flatMap(({ entries }) => entries)).toHaveLength(1)
  expect([...(ofKind(messages, 'segment')[0]?.segment.indexes.key ?? [])]).toEqual([0, 0, 1])
})

test('the summary tells accounts, months and services by currency', () => {
  const { end } = put([
    line({ billed: '0.1', effective: '1' }),
    line({ billed: '0.2', startMs: START + 40 * MS_PER_DAY, endMs: START + 41 * MS_PER_DAY }),
    line({ key: key({ service: 'DNS', currency: 'USD' }), billed: '-3' }),
  ])
  expect(end).toMatchObject({
    summary: {
      accounts: [
        {
          accountRef: 'acc-1',
          provider: 'beget',
          currency: 'RUB',
          billed: '0.3',
          from: '2026-05-04',
          to: '2026-06-13',
        },
        { currency: 'USD', billed: '-3', lines: 1 },
      ],
      months: [
        { month: '2026-05', currency: 'RUB', billed: '0.1', effective: '1' },
        { month: '2026-05', currency: 'USD' },
        { month: '2026-06', billed: '0.2', effective: '10' },
      ],
      services: [
        { service: 'VPS', currency: 'RUB', lines: 2, billed: '0.3' },
        { service: 'DNS', currency: 'USD' },
      ],
    },
  })
})

test('what every source must satisfy is checked', () => {
  const { messages } = put([
    line(),
    line({ key: key({ billingAccount: '' }) }),
    line({ key: key({ currency: '' }) }),
    line({ key: key({ currency: 'XYZ' }) }),
    line({ billed: '' }),
    line({ list: 'много' }),
    line({ pricingQuantity: '1,5' }),
    line({ endMs: START }),
    line({ startMs: Number.NaN }),
    line({ contracted: '1e12' }),
  ])
  expect(ofKind(messages, 'rejected').flatMap(({ rows }) => rows)).toEqual(
    [
      ['noAccount', 'BillingAccountId', null],
      ['noCurrency', 'BillingCurrency', null],
      ['badCurrency', 'BillingCurrency', 'XYZ'],
      ['noAmount', 'BilledCost', null],
      ['badNumber', 'ListCost', 'много'],
      ['badNumber', 'PricingQuantity', '1,5'],
      ['badPeriod', 'ChargePeriodEnd', null],
      ['badDate', 'ChargePeriodStart', null],
      ['tooBig', 'ContractedCost', null],
    ].map(([reason, column, value], i) => ({
      fileIndex: 0,
      line: i + 3,
      text: `row ${i + 1}`,
      reason,
      column,
      value,
    })),
  )
})

test('however many lines come, those that wait stay within bounds', () => {
  let told = 0
  const sink = new Collector({
    today: '2026-11-26' as Day,
    dropsRepeats: false,
    maxOpenBytes: 8_000_000,
    post: (message) => {
      if (message.kind === 'segment') told += message.segment.lines
    },
  })
  const prices = [sink.keys.price(priceSideOf(key()))]
  const owners = Array.from({ length: 30 }, (_, i) =>
    sink.keys.owner(ownerSideOf(key({ billingAccount: `acc-${i}` }))),
  )
  const detail = sink.details.number(line().detail)
  for (const at of [0, 2, 3]) putDecimal('1.25', sink.figures, at)
  const LINES = 150_000
  let most = 0
  for (let i = 0; i < LINES; i += 1) {
    const startMs = START + (i % 300) * MS_PER_DAY - 200 * MS_PER_DAY
    sink.figures.values[1] = i
    sink.figures.scales[1] = 2
    sink.keep(owners[i % 30] ?? 0, prices[0] ?? 0, detail, startMs, startMs + 1000, i)
    if (i % 10_000 === 0) most = Math.max(most, sink.rowsKept - told)
  }
  expect(most).toBeLessThan(90_000)
  const end = sink.finish()
  expect([end.rowsKept, told]).toEqual([LINES, LINES])
  expect(end.days.reduce((sum, of) => sum + of.billed, 0n)).toBe(BigInt(LINES) * 1_250_000_000_000_000n)
})

test('halves of keys that were forgotten are numbered anew, and their keys are told again', () => {
  const keys = new KeyTable(100)
  const number = (): number => {
    keys.forgetIfMany()
    return keys.key(keys.owner(ownerSideOf(key())), keys.price(priceSideOf(key())))
  }
  expect([number(), number(), number()]).toEqual([0, 1, 2])
  expect(keys.generation).toBe(2)
  expect(keys.takeFresh()).toMatchObject({ first: 0, keys: [{ account: 0 }, { account: 0 }, { account: 0 }] })
  expect(keys.accounts).toHaveLength(1)
})
