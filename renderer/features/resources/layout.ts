type SectionShape = { count: number; isOpen: boolean }
type Slot = { kind: 'head'; section: number } | { kind: 'cards'; section: number; row: number }

type SectionLayout = {
  /** Heads and rows of cards, of all sections one after another. */
  slots: number
  slotAt(index: number): Slot
  /** Where a section's head stands. */
  headOf(section: number): number
  /** Where the row of a card stands. */
  rowOf(section: number, card: number): number
}

/** Sections as one list of rows, by arithmetic alone: fifty thousand cards are not laid out one by one. */
export function sectionLayout(sections: readonly SectionShape[], perRow: number): SectionLayout {
  const starts: number[] = []
  let slots = 0
  for (const { count, isOpen } of sections) {
    starts.push(slots)
    slots += 1 + (isOpen ? Math.ceil(count / perRow) : 0)
  }
  const sectionAt = (index: number): number => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    slots,
    slotAt: (index) => {
      const section = sectionAt(index)
      const row = index - (starts[section] ?? 0) - 1
      return row < 0 ? { kind: 'head', section } : { kind: 'cards', section, row }
    },
    headOf: (section) => starts[section] ?? 0,
    rowOf: (section, card) => (starts[section] ?? 0) + 1 + Math.floor(card / perRow),
  }
}

type Stretch = { section: number; first: number; last: number; isAhead: boolean }

/** Which cards of which open sections lie between two rows, and how the sections right below begin. */
export function stretchesOf(
  sections: readonly SectionShape[],
  layout: SectionLayout,
  rows: { start: number; end: number; drawnEnd: number },
  perRow: number,
): Stretch[] {
  if (layout.slots === 0) return []
  const [top, bottom] = [layout.slotAt(rows.start), layout.slotAt(rows.end)]
  const drawn = layout.slotAt(Math.min(layout.slots - 1, rows.drawnEnd))
  const stretches: Stretch[] = []
  for (let section = top.section; section <= drawn.section; section += 1) {
    const { count = 0, isOpen = false } = sections[section] ?? {}
    if (!isOpen || count === 0) continue
    const isAhead = section > bottom.section || (section === bottom.section && bottom.kind === 'head')
    const first = section === top.section && top.kind === 'cards' ? top.row * perRow : 0
    const last =
      section === bottom.section && bottom.kind === 'cards' ? (bottom.row + 1) * perRow - 1 : count - 1
    stretches.push({ section, first, last: isAhead ? 0 : Math.min(last, count - 1), isAhead })
  }
  return stretches
}
