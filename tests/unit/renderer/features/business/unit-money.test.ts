import { expect, test } from 'vitest'
import { formatUnitMoney } from '#renderer/features/business/unit-money.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

test.each([
  ['0.000012', '0,000012 ₽'],
  ['0.012912', '0,0129 ₽'],
  ['0.5', '0,5000 ₽'],
  ['7.443', '7,4430 ₽'],
  ['-7.443', '−7,4430 ₽'],
  ['4160.833333', '4 160,83 ₽'],
  ['0', '0,00 ₽'],
])('%s is shown as %s', (amount, text) => {
  expect(plain(formatUnitMoney(amount, 'RUB', 'ru'))).toBe(text)
})

test('a change has its sign', () => {
  expect(plain(formatUnitMoney('0.25', 'RUB', 'ru', { sign: true }))).toBe('+0,2500 ₽')
})
