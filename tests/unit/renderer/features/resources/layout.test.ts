import { describe, expect, it } from 'vitest'
import { sectionLayout } from '#renderer/features/resources/layout.ts'

const sections = [
  { count: 7, isOpen: true },
  { count: 3, isOpen: false },
  { count: 0, isOpen: true },
  { count: 1, isOpen: true },
]

describe('sections as one list', () => {
  const layout = sectionLayout(sections, 3)

  it('holds a head a section and a row for every few cards of an open one', () => {
    const slots = Array.from({ length: layout.slots }, (_, index) => layout.slotAt(index))
    expect(slots).toEqual([
      { kind: 'head', section: 0 },
      { kind: 'cards', section: 0, row: 0 },
      { kind: 'cards', section: 0, row: 1 },
      { kind: 'cards', section: 0, row: 2 },
      { kind: 'head', section: 1 },
      { kind: 'head', section: 2 },
      { kind: 'head', section: 3 },
      { kind: 'cards', section: 3, row: 0 },
    ])
  })

  it('finds the head of each section and the row of each card', () => {
    expect(sections.map((_, section) => layout.headOf(section))).toEqual([0, 4, 5, 6])
    expect([0, 2, 3, 6].map((card) => layout.rowOf(0, card))).toEqual([1, 1, 2, 3])
  })

  it('lays out fifty thousand cards without a list of them', () => {
    const big = sectionLayout(
      Array.from({ length: 1000 }, () => ({ count: 50, isOpen: true })),
      4,
    )
    expect(big.slots).toBe(1000 * 14)
    for (const section of [0, 1, 499, 999]) {
      expect(big.slotAt(big.headOf(section))).toEqual({ kind: 'head', section })
      expect(big.slotAt(big.rowOf(section, 49))).toEqual({ kind: 'cards', section, row: 12 })
    }
  })
})
