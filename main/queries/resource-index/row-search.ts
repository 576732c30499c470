import { foldText, wordsOf } from '../search.ts'
import type { Columns } from './kept-index.ts'

/**
 * Every word must stand in the row's own texts or in one of its values. Values are few: each is looked through once,
 * and the rows ask by number.
 */
export function rowSearch(
  columns: Columns,
  texts: () => readonly string[],
  search: string,
): (row: number) => boolean {
  const own = texts()
  const { tags, connection, connections, service, region, owner, project } = columns
  const valued = [
    { codes: connection.codes, values: connection.values.map((id) => connections.get(id)?.name ?? '') },
    service,
    region,
    owner,
    project,
  ].map(({ codes, values }) => ({ codes, values: values.map(foldText) }))
  const labels = tags.labels.map(foldText)

  const tests = wordsOf(search).map((word) => {
    const has = (value: string): boolean => value.includes(word)
    const inValues = valued
      .map(({ codes, values }) => ({ codes, isHit: values.map(has) }))
      .filter(({ isHit }) => isHit.includes(true))
    const inTags = labels.map(has)
    const isInTags = inTags.includes(true)
    return (row: number): boolean => {
      if (own[row]?.includes(word)) return true
      for (const { codes, isHit } of inValues) if (isHit[codes[row] ?? 0]) return true
      if (!isInTags) return false
      for (let at = tags.starts[row] ?? 0; at < (tags.starts[row + 1] ?? 0); at += 1)
        if (inTags[tags.codes[at] ?? 0]) return true
      return false
    }
  })
  return (row) => tests.every((test) => test(row))
}
