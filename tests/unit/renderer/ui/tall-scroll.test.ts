import { describe, expect, test } from 'vitest'
import { startTall, tallAt, tallMoved, tallRange } from '#renderer/ui/tall-scroll.ts'

const ROW = 34
const FRAME = 600

describe('a list of five million rows', () => {
  const start = startTall(5_000_000, ROW)

  test('is laid out no higher than a browser can', () => {
    expect(start.height).toBeLessThan(16_000_000)
    expect((start.tall - start.height) % ROW).toBe(0)
  })

  test('the thumb at its ends shows the first and the last row', () => {
    expect(tallRange(start, FRAME).first).toBe(0)
    const end = tallMoved(start, start.height - FRAME, FRAME)
    expect(tallRange(end, FRAME).last).toBe(4_999_999)
    expect(tallRange(tallMoved(end, 0, FRAME), FRAME).first).toBe(0)
  })

  test('the wheel moves rows as far as it turns, wherever the frame stands', () => {
    for (const row of [3, 40_000, 2_500_000, 4_999_000]) {
      const here = tallAt(start, row * ROW, FRAME)
      const there = tallMoved(here, here.top + 3 * ROW, FRAME)
      expect(tallRange(there, FRAME).first).toBe(row + 3)
      expect(tallRange(tallMoved(there, there.top - 3 * ROW, FRAME), FRAME).first).toBe(row)
    }
  })

  test('rows can be walked by the wheel from the first to beyond the height laid out, without a jump', () => {
    let at = tallAt(start, 0, FRAME)
    for (let step = 1; step <= 20_000; step += 1) {
      at = tallMoved(at, at.top + 500, FRAME)
      expect(at.top + at.offset).toBe(step * 500)
      expect(at.top).toBeGreaterThanOrEqual(0)
      expect(at.top).toBeLessThanOrEqual(at.height - FRAME)
    }
  })

  test('no row in sight begins above what is laid out', () => {
    for (let place = 0; place < start.tall; place += 123_457) {
      const at = tallAt(start, place, FRAME)
      expect(tallRange(at, FRAME).first * ROW - at.offset).toBeGreaterThanOrEqual(0)
      expect(at.offset % ROW).toBe(0)
    }
  })
})

test('a short list is laid out whole and scrolled as it is', () => {
  const list = startTall(100, ROW)
  expect(list.height).toBe(100 * ROW)
  const moved = tallMoved(list, 1000, FRAME)
  expect(moved).toMatchObject({ top: 1000, offset: 0 })
  expect(tallRange(moved, FRAME)).toEqual({ first: 29, last: 47 })
  expect(tallRange(startTall(0, ROW), FRAME).first).toBe(0)
})
