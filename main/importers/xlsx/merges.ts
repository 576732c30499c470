import { readAmount } from '../detect/amount.ts'

const RANGE = /<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g
const MAX_MERGES = 200_000

type Merge = { left: number; right: number; top: number; bottom: number }

const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Gathers which cells are one, from pieces of the XML that stands after the rows. */
export function createMergeFinder() {
  const merges: Merge[] = []
  let rest = ''
  return {
    see(piece: string): void {
      const text = rest + piece
      let end = 0
      if (text.includes('mergeCell')) {
        for (const match of text.matchAll(RANGE)) {
          end = match.index + match[0].length
          const [, left = '', top, right = '', bottom] = match
          if (Number(bottom) > Number(top) && merges.length < MAX_MERGES)
            merges.push({
              left: columnOf(left),
              right: columnOf(right),
              top: Number(top),
              bottom: Number(bottom),
            })
        }
      }
      rest = text.slice(Math.max(end, text.length - 200))
    },
    merges,
  }
}

/**
 * What one cell says for several rows is filled into each of them; words and dates alone: an amount said once for three
 * rows is one amount, and three would be a lie.
 */
export function createFiller(merges: readonly Merge[]) {
  const starting = new Map<number, Merge[]>()
  for (const merge of merges) starting.set(merge.top, [...(starting.get(merge.top) ?? []), merge])
  let open: { merge: Merge; text: string }[] = []
  return (cells: string[], line: number): void => {
    if (starting.size === 0) return
    open = open.filter(({ merge }) => merge.bottom >= line)
    for (const { merge, text } of open) {
      while (cells.length <= merge.left) cells.push('')
      cells[merge.left] ||= text
    }
    for (const merge of starting.get(line) ?? []) {
      const text = cells[merge.left] ?? ''
      if (text !== '' && readAmount(text, '.') === null && readAmount(text, ',') === null)
        open.push({ merge, text })
    }
  }
}
