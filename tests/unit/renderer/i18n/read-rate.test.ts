import { expect, test } from 'vitest'
import { readNominal, readRate } from '#renderer/i18n/read-rate.ts'

test.each([
  ['81,2345', '81.2345'],
  [' 1 031.95 ₽', '1031.95'],
  ['0,0000000001', '0.0000000001'],
  ['0', null],
  ['0,00', null],
  ['-1', null],
  ['1,234,5', null],
  ['1e3', null],
  ['', null],
])('a rate typed as %j is %j', (typed, rate) => {
  expect(readRate(typed)).toBe(rate)
})

test.each([
  ['100', 100],
  ['10 000', 10_000],
  ['0', null],
  ['1,5', null],
  ['1000001', null],
])('a nominal typed as %j is %j', (typed, nominal) => {
  expect(readNominal(typed)).toBe(nominal)
})
