import { describe, expect, it } from 'vitest'
import { compareExact, compareText, median } from '#main/core/rules/exact.ts'

describe('exact numbers', () => {
  it('have a median that one wild value does not move', () => {
    expect(median([1n, 10n ** 30n, 3n])).toBe(3n)
    expect(median([4n, 2n, 8n, 6n])).toBe(5n)
    expect(median([])).toBe(0n)
  })

  it('compare beyond what a float can tell apart', () => {
    expect(compareExact(2n ** 64n, 2n ** 64n + 1n)).toBe(-1)
    expect(compareText('я', 'а')).toBe(1)
  })
})
