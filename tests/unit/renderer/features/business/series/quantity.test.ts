import { expect, test } from 'vitest'
import { readQuantity, writeQuantity } from '#renderer/features/business/series/quantity.ts'

test.each([
  ['12', '12'],
  [' 1 200,5 ', '1200.5'],
  ['1\u00a0200\u202f300', '1200300'],
  ['1.234.567,5', '1234567.5'],
  ['1,234,567.5', '1234567.5'],
  ['1.234.567', '1234567'],
  ['0,500', '0.5'],
  ['0', '0'],
  ['0.1234567', null],
  ['-5', null],
  ['много', null],
  ['', null],
  ['1e5', null],
  ['12345678901234567', null],
])('%j is %s', (text, value) => expect(readQuantity(text)).toBe(value))

test.each([
  ['1234567.25', ',', '1\u00a0234\u00a0567,25'],
  ['120', ',', '120'],
  ['0.5', '.', '0.5'],
] as const)('%s is written so that it can be read again', (value, decimal, text) => {
  expect(writeQuantity(value, decimal)).toBe(text)
  expect(readQuantity(text)).toBe(value)
})
