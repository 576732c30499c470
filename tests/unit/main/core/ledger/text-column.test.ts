import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyColumnsOf, keyFrom } from '#main/core/ledger/key-columns.ts'
import { packDetails, unpackDetails } from '#main/core/ledger/line-details.ts'
import { collectTexts, decodeTexts, encodeTexts, textIn } from '#main/core/ledger/text-column.ts'
import { keyFields } from '#tests/support/parcels.ts'

const text = fc.oneof(
  fc.constantFrom('a', 'b', '', 'Сеть 🌐'),
  fc.string({ unit: 'binary' }).map((s) => s.toWellFormed()),
)
const texts = fc.array(fc.option(text, { nil: null }), { maxLength: 400 })

test('texts of many keys come back, all of them and one alone', () => {
  fc.assert(
    fc.property(texts, fc.nat(3), (all, shift) => {
      const column = collectTexts(all, (one) => one)
      const bytes = encodeTexts(column)
      // As a driver hands them over: anywhere in a larger buffer.
      const moved = new Uint8Array(bytes.length + shift)
      moved.set(bytes, shift)
      const read = decodeTexts(moved.subarray(shift))
      expect(read).toEqual(column)
      for (const [key, one] of all.entries()) expect(textIn(moved.subarray(shift), key)).toBe(one)
    }),
    { numRuns: 200 },
  )
})

test('more different texts than a byte or two can count come back', () => {
  for (const count of [255, 256, 70_000]) {
    const all = Array.from({ length: count }, (_, i) => `текст ${i}`)
    const bytes = encodeTexts(collectTexts(all, (one) => one))
    expect(textIn(bytes, count - 1)).toBe(`текст ${count - 1}`)
    expect(decodeTexts(bytes).texts).toEqual(all)
  }
})

test('keys come back from their columns with their tags and all of FOCUS that they have', () => {
  const keys = [
    keyFields({ tags: { env: 'prod' }, more: { RegionName: 'Москва', SkuMeter: 'vCPU' } }),
    keyFields({ provider: 'aws', resourceRef: 'r', more: { RegionName: 'Stockholm' }, currency: 'USD' }),
    keyFields(),
  ]
  const columns = keyColumnsOf(keys, ['c1', 'c1', 'c2'])
  const read = keys.map((_, at) =>
    keyFrom(columns.keys(), (name) => {
      const column = columns.get(name as 'tags')
      return column ? textIn(encodeTexts(column), at) : null
    }),
  )
  expect(read).toEqual(keys)
})

test('details of lines come back, with what FOCUS does not know', () => {
  const none = {
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
  }
  const all = [none, { ...none, invoiceId: 'счёт' }, { ...none, listUnitPrice: '1e-9', extra: { x_A: '' } }]
  expect(unpackDetails(packDetails(all))).toEqual(all)
})
