import { describe, expect, test } from 'vitest'
import { measureText, visibleText } from '#main/services/report-files/measure.ts'

describe('the font of paper', () => {
  test('has what reports are written with', () => {
    const said = 'Ёлка №5 «съешь ещё» — 1 234,56 ₽ € $ £ ¥ − – ≈ ≤ ≥ ↑ ↓ → • … % ‰ × ÷ ° § ®'
    expect(visibleText(said)).toBe(said)
  })

  test('draws all digits equally wide, in both weights', () => {
    for (const weight of [400, 600] as const) {
      const widths = [...'0123456789'].map((digit) => measureText(digit, 1000, weight))
      expect(new Set(widths).size).toBe(1)
      expect(widths[0]).toBeGreaterThan(600)
    }
  })

  test('measures letters by what the file says', () => {
    expect(measureText('Щ', 1000, 400)).toBeGreaterThan(measureText('Ш', 1000, 400))
    expect(measureText('Итого', 10, 600)).toBeGreaterThan(measureText('Итого', 10, 400))
    expect(measureText('аб', 10, 400)).toBeCloseTo(measureText('а', 10, 400) + measureText('б', 10, 400))
    expect(measureText('', 10, 400)).toBe(0)
  })

  test('shows what it lacks by a sign, never by nothing', () => {
    expect(visibleText('東京')).toBe('??')
    expect(visibleText('a😀b')).toBe('a?b')
    expect(visibleText('\ud800')).toBe('?')
    expect(visibleText('▲ 5 % ▼ ✓ ● Δ ₺')).toBe('↑ 5 % ↓ √ • ∆ TRY')
    expect(visibleText('₹1.00 ₹')).toBe('INR\u00a01.00 INR')
    expect(measureText(visibleText('東'), 10, 400)).toBe(measureText('東', 10, 400))
    expect(measureText('東', 10, 400)).toBeGreaterThan(0)
  })

  test('puts letters of parts together and drops what nobody sees', () => {
    expect(visibleText('и\u0306')).toBe('й')
    expect(visibleText('об\u00adла\u200bко\ufe0f')).toBe('облако')
    expect(visibleText('a\tb\u2028c\u3000d')).toBe('a b c d')
    expect(visibleText('строка\nещё')).toBe('строка\nещё')
  })
})
