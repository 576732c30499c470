import { LEAST_WIDTH, MOST_WIDTH } from './widths.ts'

/** The width that shows whole what is drawn of a column now. */
export function fitColumn(table: HTMLElement | null, column: number): number | null {
  const cells = table?.querySelectorAll<HTMLElement>(`[data-column="${column}"]`) ?? []
  let widest = 0
  for (const cell of cells) {
    const range = document.createRange()
    range.selectNodeContents(cell.querySelector<HTMLElement>('[data-words]') ?? cell)
    const { paddingLeft, paddingRight } = getComputedStyle(cell)
    const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight)
    widest = Math.max(widest, range.getBoundingClientRect().width + padding)
  }
  return widest === 0 ? null : Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, widest + 4)))
}
