import type { HierarchyNode } from '#shared/contract/allocation.ts'

/** Paths from the top down, and how the levels are called where the first line says so. */
export type Outline = { paths: readonly (readonly string[])[]; levels: readonly string[] }

const MOST_NAME = 120

/**
 * A list or a table as people copy it: a column for each level (an empty cell repeats the one above), arrows or
 * semicolons between levels, or one name a line with indents.
 */
export function readOutline(text: string, hasHeader: boolean): Outline {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const separator = separatorOf(lines)
  const head = hasHeader ? lines[0] : undefined
  const body = hasHeader ? lines.slice(1) : lines
  return {
    paths: separator === null ? byIndent(body) : byColumns(body, separator),
    levels:
      head === undefined || separator === null ? [] : cellsOf(head, separator).filter((cell) => cell !== ''),
  }
}

/** Tabs win, also at the beginning of lines: an indented list that Excel gives is a table with empty cells. */
function separatorOf(lines: readonly string[]): string | RegExp | null {
  if (lines.some((line) => line.includes('\t'))) return '\t'
  if (lines.some((line) => line.includes(';'))) return ';'
  return lines.some((line) => /\S\s*(→|->)\s*\S/.test(line)) ? /\s*(?:→|->)\s*/ : null
}

/** Excel puts a cell with quotes or line breaks into quotes. */
const cellsOf = (line: string, separator: string | RegExp): string[] =>
  line.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .slice(0, MOST_NAME),
  )

function byColumns(lines: readonly string[], separator: string | RegExp): string[][] {
  let above: string[] = []
  return lines.map((line) => {
    const cells = cellsOf(line, separator)
    while (cells.at(-1) === '') cells.pop()
    const first = cells.findIndex((cell) => cell !== '')
    const path = [...above.slice(0, first), ...cells.slice(first)].filter((cell) => cell !== '')
    above = path
    return path
  })
}

function byIndent(lines: readonly string[]): string[][] {
  const open: { indent: number; name: string }[] = []
  return lines.map((line) => {
    const indent = line.length - line.trimStart().length
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    const name = line
      .trim()
      .replace(/^[-•*–—]\s+/, '')
      .slice(0, MOST_NAME)
    open.push({ indent, name })
    return open.map((each) => each.name)
  })
}

/** Adds the paths to a tree; what is there under the same name already is not made twice. */
export function growBy(
  nodes: readonly HierarchyNode[],
  paths: Outline['paths'],
  idOf: () => string,
): HierarchyNode[] {
  const grown = [...nodes]
  const known = new Map(grown.map((node) => [placeKey(node.parentId, node.name), node.id]))
  for (const path of paths) {
    let parentId: string | null = null
    for (const name of path) {
      const key = placeKey(parentId, name)
      let id = known.get(key)
      if (id === undefined) {
        id = idOf()
        known.set(key, id)
        grown.push({ id, parentId, name, values: [] })
      }
      parentId = id
    }
  }
  return grown
}

const placeKey = (parentId: string | null, name: string): string =>
  `${parentId ?? ''}\n${name.trim().toLowerCase()}`
