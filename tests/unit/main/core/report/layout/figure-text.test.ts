import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureText, moneyText, shareText } from '#main/core/report/layout/figure-text.ts'
import { visibleText } from '#main/services/report-files/measure.ts'
import { currencies } from '#shared/lib/currency.ts'
import { formatMoney } from '#shared/lib/format-money.ts'

const locale = fc.constantFrom('ru' as const, 'en' as const)

describe('figures on paper', () => {
  test('are written as on screen, to the last kopeck', () => {
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.option(fc.stringMatching(/^\d{1,15}$/)))
      .map(([units, minor]) => (minor === null ? `${units}` : `${units}.${minor}`))
    fc.assert(
      fc.property(amount, fc.constantFrom(...currencies), locale, (value, currency, language) => {
        expect(moneyText(value, currency, language)).toBe(formatMoney({ amount: value, currency }, language))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['1234567.885', '1\u00a0234\u00a0567,89\u00a0₽'],
    ['-0.004', '0,00\u00a0₽'],
    ['-0.005', '−0,01\u00a0₽'],
    ['999.995', '1\u00a0000,00\u00a0₽'],
    ['1e3', '1\u00a0000,00\u00a0₽'],
  ])('%s roubles are %s', (amount, text) => {
    expect(moneyText(amount, 'RUB', 'ru')).toBe(text)
  })

  test('have a sign of their currency that the font can draw', () => {
    for (const currency of currencies)
      for (const language of ['ru', 'en'] as const)
        expect(visibleText(moneyText('1', currency, language)), currency).not.toContain('?')
  })

  test('of shares have one place, so that they stand under one another', () => {
    expect(shareText('0.12', 'ru')).toBe('12,0\u00a0%')
    expect(shareText('-0.00549', 'ru')).toBe('−0,5\u00a0%')
    expect(shareText('-0.0004', 'en')).toBe('0.0%')
    expect(shareText('12.3456', 'en')).toBe('1,234.6%')
  })

  test('of other kinds are what they are', () => {
    expect(figureText('number', '0.00125', null, 'ru')).toBe('0,0013')
    expect(figureText('number', '1234.567', null, 'ru')).toBe('1\u00a0234,57')
    expect(figureText('count', '1234', null, 'en')).toBe('1,234')
    expect(figureText('day', '2026-10-31', null, 'ru')).toBe('31.10.2026')
    expect(figureText('text', '2026', null, 'ru')).toBe('2026')
  })
})
