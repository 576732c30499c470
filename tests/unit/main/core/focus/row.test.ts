import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRows } from '#main/core/focus/check.ts'
import { columnsOf } from '#main/core/focus/columns.ts'
import { createFocusRows } from '#main/core/focus/row.ts'
import { focusVersions } from '#shared/contract/ledger.ts'
import { anyFocusLine } from '#tests/support/any-focus-line.ts'
import { femtos, focusLine } from '#tests/support/focus-lines.ts'

const account = { name: 'Production', accountRef: 'acc-1' }
const rowOf = (line = focusLine(), version: (typeof focusVersions)[number] = '1.2') =>
  createFocusRows(version)(line, account)

describe('a row of FOCUS', () => {
  it('breaks no rule of any version, whatever line of whatever source it is made of', () => {
    fc.assert(
      fc.property(fc.array(anyFocusLine, { minLength: 1, maxLength: 12 }), (lines) => {
        for (const version of focusVersions) {
          const make = createFocusRows(version)
          const rows = lines.map((line) => make(line, account))
          expect([...checkRows(rows, version)]).toEqual([])
          for (const [index, line] of lines.entries()) {
            const row = rows[index]
            const costs = [row?.BilledCost, row?.EffectiveCost, row?.ListCost, row?.ContractedCost]
            expect(costs.map((text) => femtos(text ?? ''))).toEqual([
              line.billed,
              line.effective,
              line.list,
              line.contracted,
            ])
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('has 43, 50, 57, 65 and 65 columns', () => {
    expect(focusVersions.map((version) => columnsOf(version).length)).toEqual([43, 50, 57, 65, 65])
  })

  it('keeps prices that make the costs', () => {
    expect(rowOf()).toMatchObject({
      ListUnitPrice: '0.192',
      ContractedUnitPrice: '0.18',
      PricingUnit: 'Hours',
    })
  })

  it('tells the price that the cost comes to where the source tells none, or one that does not make it', () => {
    expect(rowOf(focusLine({ detail: null }))).toMatchObject({
      ListUnitPrice: '0.192',
      ContractedUnitPrice: '0.18',
    })
    const third = rowOf(focusLine({ list: femtos('1'), pricingQuantity: femtos('3') }))
    expect(third.ListUnitPrice).toBe('0.33333333333333333333')
  })

  it('takes one unit at the whole cost where there is no quantity, as APIs of Beget and Selectel tell it', () => {
    const line = focusLine(
      {
        pricingQuantity: null,
        consumedQuantity: null,
        detail: null,
        list: femtos('12.5'),
        contracted: femtos('12.5'),
      },
      { provider: 'beget', sku: null, skuName: null, more: null, service: 'VPS', pricingUnit: null },
    )
    expect(rowOf(line)).toMatchObject({
      PricingQuantity: '1',
      PricingUnit: 'Unit',
      ListUnitPrice: '12.5',
      ConsumedQuantity: '1',
      ConsumedUnit: 'Unit',
      SkuId: 'VPS',
      SkuPriceId: 'VPS',
      ProviderName: 'Beget',
      InvoiceIssuerName: 'Beget',
      ServiceSubcategory: 'Virtual Machines',
    })
  })

  it('calls use that costs less than nothing an adjustment, and leaves its costs alone', () => {
    const line = focusLine({
      billed: femtos('-5'),
      effective: femtos('-5'),
      list: femtos('-5'),
      contracted: femtos('-5'),
    })
    expect(rowOf(line)).toMatchObject({
      ChargeCategory: 'Adjustment',
      BilledCost: '-5',
      PricingQuantity: '24',
      ListUnitPrice: null,
      ConsumedQuantity: null,
    })
  })

  it('begins a billing period where the month begins for the provider', () => {
    const period = (provider: 'selectel' | 'aws') => {
      const row = rowOf(focusLine({ detail: null, importId: null }, { provider }))
      return [row.BillingPeriodStart, row.ChargePeriodStart, row.ChargePeriodEnd, row.BillingPeriodEnd]
    }
    expect(period('selectel')).toEqual([
      '2026-04-30T21:00:00Z',
      '2026-05-03T21:00:00Z',
      '2026-05-04T21:00:00Z',
      '2026-05-31T21:00:00Z',
    ])
    expect(period('aws')).toEqual([
      '2026-05-01T00:00:00Z',
      '2026-05-04T00:00:00Z',
      '2026-05-05T00:00:00Z',
      '2026-06-01T00:00:00Z',
    ])
  })

  it('prices what was measured where the source measures only what was used', () => {
    const line = focusLine({ pricingQuantity: null, detail: null })
    expect(rowOf(line)).toMatchObject({ PricingQuantity: '24', PricingUnit: 'Hours', ListUnitPrice: '0.192' })
    const other = focusLine({ pricingQuantity: null, detail: null }, { pricingUnit: 'GB' })
    expect(rowOf(other)).toMatchObject({ PricingQuantity: '1', PricingUnit: 'Unit', ConsumedUnit: 'Hours' })
  })

  it('has the names that its version has', () => {
    const names = (version: '1.2' | '1.3' | '1.4') =>
      columnsOf(version)
        .map(({ name }) => name)
        .filter((name) => name.endsWith('ProviderName') || name === 'PublisherName')
    expect(names('1.2')).toEqual(['ProviderName', 'PublisherName'])
    expect(names('1.3')).toEqual(['HostProviderName', 'ProviderName', 'PublisherName', 'ServiceProviderName'])
    expect(names('1.4')).toEqual(['HostProviderName', 'ServiceProviderName'])
  })

  it('gives a service one category all over the file, and a price number one product', () => {
    const make = createFocusRows('1.2')
    const rows = [
      make(focusLine({}, { service: 'S', serviceCategory: 'Compute' }), account),
      make(focusLine({}, { service: 'S', serviceCategory: 'Storage', sku: 'JRTK9' }), account),
    ]
    expect(rows.map((row) => row.ServiceCategory)).toEqual(['Compute', 'Compute'])
    expect(rows.map((row) => row.SkuPriceId)).toEqual(['JRTK1.OD', 'JRTK9/JRTK1.OD'])
  })

  it.each([
    ['GB-Hours', 'GB-Hours'],
    ['gbyte*hour', 'GB-Hours'],
    ['ГБ*час', 'GB-Hours'],
    ['шт.', 'Unit'],
    ['ГБ/мес', 'GB/Month'],
    ['попугаи', 'попугаи'],
    ['ГБ*шт', 'ГБ*шт'],
  ])('says %s as %s', (told, unit) => {
    expect(rowOf(focusLine({}, { pricingUnit: told })).PricingUnit).toBe(unit)
  })
})
