import type { Measure, Weight } from './measure.ts'

export type Type = { size: number; weight: Weight }

const ELLIPSIS = '…'
/** After these a long name may go on in the next line. */
const JOINTS = /(?<=[-/_.,:;@=|\\])/u

/** As much of the text as fits, told by an ellipsis where it is not all. */
export function cut(text: string, width: number, type: Type, measure: Measure): string {
  if (measure(text, type.size, type.weight) <= width) return text
  const room = width - measure(ELLIPSIS, type.size, type.weight)
  return `${text.slice(0, fitting(text, room, type, measure)).trimEnd()}${ELLIPSIS}`
}

/** Lines no wider than that. What does not fit `most` lines ends in an ellipsis. */
export function wrap(
  text: string,
  width: number,
  type: Type,
  measure: Measure,
  most = Number.POSITIVE_INFINITY,
): string[] {
  if (!text.includes('\n') && measure(text, type.size, type.weight) <= width) return [text]
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    lines.push(...broken(paragraph, width, type, measure, most - lines.length + 1))
    if (lines.length > most) break
  }
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const last = `${kept.at(-1)} ${lines[most] ?? ''}`
  // Wider than a line by now, or else it is told all the same that something follows.
  const told = cut(last, width, type, measure)
  kept[most - 1] = told.endsWith(ELLIPSIS) ? told : cut(`${told}${ELLIPSIS}`, width, type, measure)
  return kept
}

function broken(text: string, width: number, type: Type, measure: Measure, enough: number): string[] {
  const lines: string[] = []
  let line = ''
  const widthOf = (some: string): number => measure(some, type.size, type.weight)
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (widthOf(line) > width) {
      const head = headOf(line, width, type, measure)
      lines.push(head)
      line = line.slice(head.length)
      if (lines.length > enough) return lines
    }
    if (lines.length > enough) return lines
  }
  lines.push(line)
  return lines
}

/** The part of a word that is too long for a line that fits it: up to a joint, where one is not far back. */
function headOf(word: string, width: number, type: Type, measure: Measure): string {
  const count = fitting(word, width, type, measure)
  let joined = ''
  for (const part of word.split(JOINTS)) {
    if (joined.length + part.length > count) break
    joined += part
  }
  return joined.length * 2 >= count ? joined : word.slice(0, count)
}

/** How many of the text's units fit; one at least, and never half of a pair. */
function fitting(text: string, width: number, { size, weight }: Type, measure: Measure): number {
  let [low, high] = [0, text.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (measure(text.slice(0, middle), size, weight) <= width) low = middle
    else high = middle - 1
  }
  const count = Math.max(1, low)
  if (!/[\ud800-\udbff]/.test(text.charAt(count - 1))) return count
  return count === 1 ? 2 : count - 1
}
