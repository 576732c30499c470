export type Side = 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | 'top' | 'right'

const MARGIN = 8

type Box = Pick<DOMRect, 'top' | 'left' | 'right' | 'bottom' | 'width' | 'height'>
type Size = { width: number; height: number }

/** Where a floating box goes beside its anchor: the side asked for, turned over when it would leave the window. */
export function placeBox(
  anchor: Box,
  box: Size,
  view: Size,
  side: Side,
  gap: number,
): { top: number; left: number } {
  if (side === 'right') {
    const middle = anchor.top + anchor.height / 2 - box.height / 2
    return {
      top: clamp(middle, MARGIN, view.height - box.height - MARGIN),
      left: clamp(anchor.right + gap, MARGIN, view.width - box.width - MARGIN),
    }
  }
  const below = anchor.bottom + gap
  const above = anchor.top - gap - box.height
  const wantsTop = side.startsWith('top')
  const fitsBelow = below + box.height + MARGIN <= view.height
  const fitsAbove = above >= MARGIN
  const top = wantsTop ? (fitsAbove || !fitsBelow ? above : below) : fitsBelow || !fitsAbove ? below : above
  const left =
    side === 'top'
      ? anchor.left + anchor.width / 2 - box.width / 2
      : side.endsWith('end')
        ? anchor.right - box.width
        : anchor.left
  return {
    top: clamp(top, MARGIN, Math.max(MARGIN, view.height - box.height - MARGIN)),
    left: clamp(left, MARGIN, Math.max(MARGIN, view.width - box.width - MARGIN)),
  }
}

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value))

export function placeElement(anchor: Element, box: HTMLElement, side: Side, gap: number): void {
  const { top, left } = placeBox(
    anchor.getBoundingClientRect(),
    { width: box.offsetWidth, height: box.offsetHeight },
    { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
    side,
    gap,
  )
  box.style.top = `${Math.round(top)}px`
  box.style.left = `${Math.round(left)}px`
}
