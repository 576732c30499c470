import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attempts, addAttempt, NO_ATTEMPTS, waitMs } from '#main/core/rules/attempts.ts'

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 20)

const wrong = (times: number, atMs = NOW): Attempts =>
  Array.from({ length: times }).reduce<Attempts>((attempts) => addAttempt(attempts, atMs), NO_ATTEMPTS)

describe('the wait before the next try', () => {
  it('is none for the first five', () => {
    for (let times = 0; times < 5; times += 1) expect(waitMs(wrong(times), NOW)).toBe(0)
  })

  it('doubles from half a minute to a quarter of an hour', () => {
    expect([5, 6, 7, 8, 9, 10, 11, 500].map((times) => waitMs(wrong(times), NOW) / 1000)).toEqual([
      30, 60, 120, 240, 480, 900, 900, 900,
    ])
  })

  it('runs down with time', () => {
    expect(waitMs(wrong(5), NOW + 20_000)).toBe(10_000)
    expect(waitMs(wrong(5), NOW + 30_000)).toBe(0)
  })

  it('is not shortened by setting the clock back, nor lengthened', () => {
    expect(waitMs(wrong(7), NOW - 60 * MINUTE)).toBe(120_000)
  })

  it('forgives fewer than five after fifteen minutes', () => {
    const later = NOW + 16 * MINUTE
    expect(addAttempt(wrong(4), later)).toEqual({ count: 1, firstAtMs: later, lastAtMs: later })
  })

  it('counts five within fifteen minutes, however they are spread', () => {
    const spread = [0, 3, 6, 9, 14].reduce<Attempts>((a, m) => addAttempt(a, NOW + m * MINUTE), NO_ATTEMPTS)
    expect(waitMs(spread, NOW + 14 * MINUTE)).toBe(30_000)
  })

  it('does not start anew for whoever has waited it out', () => {
    const after = NOW + 15 * MINUTE
    expect(waitMs(addAttempt(wrong(10), after), after)).toBe(15 * MINUTE)
  })

  it('is forgotten after a day of peace', () => {
    expect(addAttempt(wrong(12), NOW + 25 * 60 * MINUTE).count).toBe(1)
  })

  it('lets nobody try more than 400 times in a day, however they pause', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 * MINUTE }), { maxLength: 2000 }), (pauses) => {
        let nowMs = NOW
        let tries = 0
        let attempts = NO_ATTEMPTS
        for (const pause of pauses) {
          nowMs += pause
          if (nowMs - NOW > 24 * 60 * MINUTE) break
          if (waitMs(attempts, nowMs) > 0) continue
          attempts = addAttempt(attempts, nowMs)
          tries += 1
        }
        return tries <= 400
      }),
    )
  })
})
