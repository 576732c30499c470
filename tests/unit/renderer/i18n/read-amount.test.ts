import { describe, expect, it } from 'vitest'
import { readAmount } from '#renderer/i18n/read-amount.ts'

describe('an amount as a person types it', () => {
  it.each([
    ['1234', '1234'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234.5 ₽', '1234.5'],
    ['0', '0'],
  ])('%s is %s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount)
  })

  it.each(['', 'abc', '-5', '1.2.3', '1e5', 'NaN', '1'.repeat(16)])('%s is none', (typed) => {
    expect(readAmount(typed)).toBeNull()
  })
})
