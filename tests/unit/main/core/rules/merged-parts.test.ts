import { expect, test } from 'vitest'
import { money } from '#main/core/money/money.ts'
import { mergedParts } from '#main/core/rules/merged-parts.ts'

test('volumes come as they were kept', () => {
  const volumes = [
    {
      externalId: 'v1',
      name: 'boot',
      sizeGb: 30,
      kind: 'fast',
      dailyCost: { amount: '12.5', currency: 'RUB' },
    },
    { externalId: 'v2', name: 'data', sizeGb: null, kind: null, dailyCost: null },
  ]
  expect(mergedParts(volumes)).toEqual([
    { externalId: 'v1', name: 'boot', sizeGb: 30, kind: 'fast', dailyCost: money('12.5', 'RUB') },
    { externalId: 'v2', name: 'data', sizeGb: null, kind: null, dailyCost: null },
  ])
})

test.each([undefined, null, 'text', 7, {}, [null, 'x', 7, { name: 'no number' }]])(
  'what is no list of volumes has none: %j',
  (value) => {
    expect(mergedParts(value)).toEqual([])
  },
)

test('of a broken volume the rest is kept', () => {
  const broken = {
    externalId: 'v',
    name: 7,
    sizeGb: Number.NaN,
    kind: {},
    dailyCost: { amount: 12, currency: 'RUB' },
  }
  expect(mergedParts([broken])).toEqual([
    { externalId: 'v', name: 'v', sizeGb: null, kind: null, dailyCost: null },
  ])
})
