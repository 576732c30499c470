import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatMoney,
  formatMoneyCompact,
  formatMoneyWhole,
  formatNumber,
  formatPercent,
  type Locale,
} from '#shared/lib/format-money.ts'

/** Expected texts are typed with plain spaces; the product writes no-break ones, and nothing else. */
const spaced = (text: string): string => text.replaceAll(' ', '\u00a0')

const rub = (amount: string) => ({ amount, currency: 'RUB' })

test('amounts in Russian and English, to the kopeck', () => {
  const cases: [string, string, string, string][] = [
    ['1234567.89', 'RUB', '1 234 567,89 ₽', '₽1,234,567.89'],
    ['417000', 'RUB', '417 000,00 ₽', '₽417,000.00'],
    ['-1234.5', 'RUB', '−1 234,50 ₽', '−₽1,234.50'],
    ['0', 'RUB', '0,00 ₽', '₽0.00'],
    ['0.005', 'RUB', '0,01 ₽', '₽0.01'],
    ['0.004999999999999', 'RUB', '0,00 ₽', '₽0.00'],
    ['12345678901234567890.125', 'RUB', '12 345 678 901 234 567 890,13 ₽', '₽12,345,678,901,234,567,890.13'],
    ['1234.5', 'USD', '1 234,50 $', '$1,234.50'],
    ['1234.5', 'EUR', '1 234,50 €', '€1,234.50'],
    ['1234.5', 'JPY', '1 235 ¥', '¥1,235'],
    ['1234.5', 'CNY', '1 234,50 CN¥', 'CN¥1,234.50'],
    ['1234.5', 'KZT', '1 234,50 ₸', '₸1,234.50'],
  ]
  for (const [amount, currency, ru, en] of cases) {
    expect(formatMoney({ amount, currency }, 'ru')).toBe(spaced(ru))
    expect(formatMoney({ amount, currency }, 'en')).toBe(en)
  }
})

test('Belarusian roubles are not taken for Russian ones', () => {
  expect(formatMoney({ amount: '5', currency: 'BYN' }, 'ru')).toBe('5,00\u00a0BYN')
  expect(formatMoney({ amount: '5', currency: 'BYN' }, 'en')).toBe('BYN\u00a05.00')
})

test('what rounds to nothing has no sign', () => {
  for (const amount of ['-0.001', '-0.004', '0', '0.001']) {
    expect(formatMoney(rub(amount), 'ru')).toBe('0,00\u00a0₽')
    expect(formatMoney(rub(amount), 'ru', { sign: true })).toBe('0,00\u00a0₽')
    expect(formatMoneyWhole(rub(amount), 'ru')).toBe('0\u00a0₽')
    expect(formatMoneyCompact(rub(amount), 'en')).toBe('₽0')
  }
  expect(formatNumber('-0.001', 'ru')).toBe('0')
  expect(formatPercent('-0.0001', 'en')).toBe('0%')
})

test('a difference carries its sign when asked', () => {
  expect(formatMoney(rub('5'), 'ru', { sign: true })).toBe('+5,00\u00a0₽')
  expect(formatMoney(rub('-5'), 'ru', { sign: true })).toBe('−5,00\u00a0₽')
  expect(formatMoneyCompact(rub('1250000'), 'ru', { sign: true })).toBe('+1,3\u00a0млн\u00a0₽')
  expect(formatMoneyWhole(rub('-417000.4'), 'en', { sign: true })).toBe('−₽417,000')
})

test('cards say thousands, millions and billions', () => {
  const cases: [string, string, string][] = [
    ['1234.5', '1 235 ₽', '₽1,235'],
    ['9999.99', '10 000 ₽', '₽10,000'],
    ['12345', '12,3 тыс. ₽', '₽12.3K'],
    ['417000', '417 тыс. ₽', '₽417K'],
    ['999950', '1 млн ₽', '₽1M'],
    ['1234567', '1,2 млн ₽', '₽1.2M'],
    ['-1250000', '−1,3 млн ₽', '−₽1.3M'],
    ['12500000000', '12,5 млрд ₽', '₽12.5B'],
  ]
  for (const [amount, ru, en] of cases) {
    expect(formatMoneyCompact(rub(amount), 'ru')).toBe(spaced(ru))
    expect(formatMoneyCompact(rub(amount), 'en')).toBe(en)
  }
})

test('whole units round half away from zero', () => {
  expect(formatMoneyWhole(rub('1234567.5'), 'ru')).toBe(spaced('1 234 568 ₽'))
  expect(formatMoneyWhole(rub('-0.5'), 'ru')).toBe('−1\u00a0₽')
})

test('numbers and percentages', () => {
  expect(formatNumber(1_234_567.891, 'ru')).toBe(spaced('1 234 567,89'))
  expect(formatNumber('-0.125', 'en', 3)).toBe('−0.125')
  expect(formatPercent('0.125', 'ru')).toBe('12,5\u00a0%')
  expect(formatPercent('-0.125', 'en', { sign: true })).toBe('−12.5%')
  expect(formatPercent('0.5', 'ru', { sign: true })).toBe('+50\u00a0%')
  expect(formatPercent(0, 'ru', { sign: true })).toBe('0\u00a0%')
  expect(formatPercent('0.12345', 'ru', { digits: 2 })).toBe('12,35\u00a0%')
})

test('every digit of an amount of any size is shown', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom<Locale>('ru', 'en'),
      (whole, kopecks, locale) => {
        const amount = `${whole}.${String(kopecks).padStart(2, '0')}`
        const digits = formatMoney(rub(amount), locale).replace(/\D/g, '')
        expect(digits).toBe(amount.replace(/\D/g, ''))
      },
    ),
  )
})
