import { type Frame, Pen } from './paper.ts'

export type Mark = { id: string; title: string }

/** What stays whole on a page. */
export type Box = {
  height: number
  /** Free room above it, unless it is the first of its page. */
  gap?: number
  /** Whether it must not part from what comes next. */
  isKept?: boolean
  /** Whether what comes right before it must not part from it. */
  isTied?: boolean
  /** Of the first box of a block: how it is found again. */
  mark?: Mark
  /** What stands above it once more if a page breaks right before it: a table's head. */
  again?: Box
  draw(pen: Pen, top: number): void
}
/** `breath`: long work is going on and nothing is to be drawn yet. */
export type Piece = Box | 'newPage' | 'breath'

export type Flow = {
  frame: Frame
  /** Where the body begins and ends. */
  top: number
  bottom: number
  onBlock?: (mark: Mark, top: number) => void
}

/**
 * Deals pieces out to pages in their order. Only what must stay together is held back; null is a breath between pages.
 * There is always a page, were it empty.
 */
export function* flowPages(pieces: Iterable<Piece>, flow: Flow, isDrawn: boolean): Generator<Pen | null> {
  const room = flow.bottom - flow.top
  let pen = new Pen()
  let y = flow.top
  let group: Box[] = []
  /** Complete, and put down as soon as the next one is known not to be tied to it. */
  let held: Box[] = []
  let isFirst = true

  const put = (box: Box): void => {
    if (y > flow.top) y += box.gap ?? 0
    if (box.mark) flow.onBlock?.(box.mark, y)
    if (isDrawn) box.draw(pen, y)
    y += box.height
  }
  function* turn(): Generator<Pen> {
    yield pen
    pen = new Pen()
    y = flow.top
    isFirst = false
  }
  function* settle(boxes: readonly Box[]): Generator<Pen> {
    if (y > flow.top && y + heightOf(boxes) > flow.bottom) {
      yield* turn()
      const again = boxes[0]?.again
      if (again) put(again)
    }
    for (const box of boxes) {
      // A group that no page holds is parted after all.
      if (y > flow.top && y + (box.gap ?? 0) + box.height > flow.bottom + 0.01) {
        yield* turn()
        if (box.again) put(box.again)
      }
      put(box)
    }
  }

  function* close(): Generator<Pen> {
    const isTied = group[0]?.isTied === true && heightOf(held) + heightOf(group) <= room
    if (!isTied) yield* settle(held)
    held = isTied ? [...held, ...group] : group
    group = []
  }
  function* closeAll(): Generator<Pen> {
    yield* close()
    yield* settle(held)
    held = []
  }

  for (const piece of pieces) {
    if (piece === 'breath') {
      yield null
    } else if (piece === 'newPage') {
      yield* closeAll()
      if (y > flow.top) yield* turn()
    } else {
      group.push(piece)
      if (!piece.isKept || heightOf(group) > room) yield* close()
    }
  }
  yield* closeAll()
  if (isFirst || y > flow.top) yield pen
}

const heightOf = (boxes: readonly Box[]): number =>
  boxes.reduce((sum, box) => sum + (box.gap ?? 0) + box.height, 0)
