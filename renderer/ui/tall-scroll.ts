/** What a browser lays out reliably; a longer list is scrolled through a shorter frame. */
const MOST_PIXELS = 8_000_000
/** A scrolled distance up to this many frames is a movement of the wheel or of a key, not of the thumb. */
const SMALL_MOVE = 3

export type TallScroll = {
  rowHeight: number
  /** Of the whole list as if every row were laid out. */
  tall: number
  /** Of what is laid out. */
  height: number
  /** Where the frame stands in what is laid out. */
  top: number
  /** `top + offset` is where it stands in the whole list: whole rows, so that no row begins above what is laid out. */
  offset: number
}

export const startTall = (count: number, rowHeight: number): TallScroll => {
  const tall = count * rowHeight
  const most = Math.floor(MOST_PIXELS / rowHeight) * rowHeight
  return { rowHeight, tall, height: Math.min(tall, most), top: 0, offset: 0 }
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, Math.max(0, most)))

/** The frame at a place of the whole list. The offset grows in proportion, so that both ends can be reached. */
export function tallAt(scroll: TallScroll, at: number, frame: number): TallScroll {
  const { tall, height, rowHeight } = scroll
  const place = clamp(at, tall - frame)
  if (tall === height) return { ...scroll, top: place, offset: 0 }
  const wanted = (place / (tall - frame)) * (height - frame)
  const offset = Math.floor((place - wanted) / rowHeight) * rowHeight
  const top = place - offset
  return top > height - frame
    ? { ...scroll, top: top - rowHeight, offset: offset + rowHeight }
    : { ...scroll, top, offset }
}

/**
 * After the frame was scrolled to `top`: by the wheel, rows move as far as the wheel did; by the thumb, the list goes to
 * the same share of its length. Near the ends of what is laid out the frame is set anew.
 */
export function tallMoved(scroll: TallScroll, top: number, frame: number): TallScroll {
  const { tall, height } = scroll
  if (tall === height) return { ...scroll, top }
  if (Math.abs(top - scroll.top) > frame * SMALL_MOVE)
    return tallAt(scroll, (top / (height - frame)) * (tall - frame), frame)
  const place = clamp(top + scroll.offset, tall - frame)
  const isAtEnd = top <= 0 || top >= height - frame || place === 0 || place === tall - frame
  return isAtEnd ? tallAt(scroll, place, frame) : { ...scroll, top }
}

/** The rows in sight, ends included. */
export function tallRange(scroll: TallScroll, frame: number): { first: number; last: number } {
  const { rowHeight, tall, top, offset } = scroll
  const lastRow = Math.max(0, Math.round(tall / rowHeight) - 1)
  const first = Math.min(lastRow, Math.floor((top + offset) / rowHeight))
  return { first, last: Math.min(lastRow, Math.ceil((top + offset + frame) / rowHeight) - 1) }
}
