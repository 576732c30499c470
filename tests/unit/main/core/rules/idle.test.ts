import { expect, it } from 'vitest'
import { isIdle } from '#main/core/rules/idle.ts'

const MINUTE = 60_000

it('is idle once the minutes are over, not before', () => {
  expect(isIdle(0, 15, 15 * MINUTE)).toBe(false)
  expect(isIdle(0, 15, 15 * MINUTE + 1)).toBe(true)
})

it('is never idle at nought minutes', () => {
  expect(isIdle(0, 0, 1e12)).toBe(false)
})

it('is not idle when the clock was set back', () => {
  expect(isIdle(60 * MINUTE, 5, 0)).toBe(false)
})
