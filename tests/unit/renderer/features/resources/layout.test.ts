import { describe, expect, it } from 'vitest'
import { sectionLayout, stretchesOf } from '#renderer/features/resources/layout.ts'

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

describe('what lies between two rows of the list', () => {
  const layout = sectionLayout(sections, 3)
  const between = (start: number, end: number, drawnEnd = end) =>
    stretchesOf(sections, layout, { start, end, drawnEnd }, 3)

  it('is the cards of the rows in sight and no others', () => {
    expect(between(2, 3)).toEqual([{ section: 0, first: 3, last: 6, isAhead: false }])
    expect(between(1, 1)).toEqual([{ section: 0, first: 0, last: 2, isAhead: false }])
  })

  it('leaves out sections that are closed or empty, and takes those in sight whole', () => {
    expect(between(0, 7)).toEqual([
      { section: 0, first: 0, last: 6, isAhead: false },
      { section: 3, first: 0, last: 0, isAhead: false },
    ])
  })

  it('asks only for the beginning of a section whose head alone is in sight, however big it is', () => {
    const big = [{ count: 50_000, isOpen: true }]
    expect(stretchesOf(big, sectionLayout(big, 4), { start: 0, end: 0, drawnEnd: 6 }, 4)).toEqual([
      { section: 0, first: 0, last: 0, isAhead: true },
    ])
  })

  it('knows what is drawn below the window', () => {
    expect(between(2, 3, 9)).toEqual([
      { section: 0, first: 3, last: 6, isAhead: false },
      { section: 3, first: 0, last: 0, isAhead: true },
    ])
    expect(stretchesOf([], sectionLayout([], 3), { start: 0, end: 0, drawnEnd: 6 }, 3)).toEqual([])
  })
})
