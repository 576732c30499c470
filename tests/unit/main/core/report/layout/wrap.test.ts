import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cut, wrap } from '#main/core/report/layout/wrap.ts'
import { measureText } from '#main/services/report-files/measure.ts'

const type = { size: 8, weight: 400 as const }
const widthOf = (text: string): number => measureText(text, type.size, type.weight)
const anyText = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: fc.constantFrom('Щ', 'ы', ' ', '-', '/', 'W', '1', '😀'), maxLength: 120 }),
)
const width = fc.integer({ min: 20, max: 300 })

describe('lines', () => {
  test('are no wider than their column, and lose no letter', () => {
    fc.assert(
      fc.property(anyText, width, (text, room) => {
        const lines = wrap(text, room, type, measureText)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(room)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  test('are no more than asked for, and the last one tells that something is missing', () => {
    fc.assert(
      fc.property(anyText, width, fc.integer({ min: 1, max: 3 }), (text, room, most) => {
        const whole = wrap(text, room, type, measureText)
        const lines = wrap(text, room, type, measureText, most)
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(room)
        if (whole.length > most) expect(lines.at(-1)?.endsWith('…')).toBe(true)
        else expect(lines).toEqual(whole)
      }),
    )
  })

  test('break long names after their joints', () => {
    expect(wrap('projects/prod-eu-1/instances/worker', 90, type, measureText)).toEqual([
      'projects/prod-eu-1/',
      'instances/worker',
    ])
  })

  test('never halve a letter of two units', () => {
    const lines = wrap('😀'.repeat(40), 31, type, measureText)
    expect(lines.every((line) => line.isWellFormed())).toBe(true)
    expect(cut('😀'.repeat(40), 31, type, measureText).isWellFormed()).toBe(true)
  })
})

test('what is cut to one line says so', () => {
  expect(cut('Отдел', 100, type, measureText)).toBe('Отдел')
  const told = cut('Отдел развития и сопровождения', 60, type, measureText)
  expect(told).toMatch(/^Отдел.*…$/)
  expect(widthOf(told)).toBeLessThanOrEqual(60)
})
