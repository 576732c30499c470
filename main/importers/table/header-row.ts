import { isBlank, readAmount } from '../detect/amount.ts'
import { readDate } from '../detect/date.ts'

const LOOKED_AT = 60

const isText = (cell: string): boolean =>
  readAmount(cell, '.') === null && readAmount(cell, ',') === null && readDate(cell, null) === null

/**
 * Which of the first rows names the columns. Reports begin with lines of title: fewer cells than the table has. The
 * header is the first row that is about as wide as the widest and holds only words. Null: none does.
 */
export function findHeader(rows: readonly (readonly string[])[]): number | null {
  const looked = rows.slice(0, LOOKED_AT)
  const filled = looked.map((row) => row.filter((cell) => !isBlank(cell)))
  const widest = Math.max(0, ...filled.map((cells) => cells.length))
  if (widest === 0) return null
  const wide = Math.max(widest === 1 ? 1 : 2, Math.ceil(widest * 0.6))
  const index = filled.findIndex((cells) => cells.length >= wide && cells.every(isText))
  return index < 0 ? null : index
}

/** Names for all columns: what has no name gets its number, what repeats is told apart. */
export function headerNames(cells: readonly string[]): string[] {
  let last = cells.length
  while (last > 0 && isBlank(cells[last - 1] ?? '')) last -= 1
  const seen = new Map<string, number>()
  return cells.slice(0, last).map((cell, i) => {
    const name =
      cell
        .replace(/[\s\u00a0\ufeff]+/gu, ' ')
        .trim()
        .slice(0, 300) || `#${i + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
