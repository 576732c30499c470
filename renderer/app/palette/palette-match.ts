import { foldText, layoutVariants } from './fold-layout.ts'

type Candidate = { id: string; names: readonly string[] }

const EXACT = 100
const PREFIX = 80
const WORD = 60
const INSIDE = 40
const SCATTERED = 10

/** How well a name answers to the query; 0 not at all. */
function scoreName(name: string, query: string): number {
  if (name === query) return EXACT
  if (name.startsWith(query)) return PREFIX
  const words = name.split(' ')
  if (words.some((word) => word.startsWith(query))) return WORD
  if (everyWordBegins(query, words)) return WORD - 5
  if (name.includes(query)) return INSIDE
  return query.length >= 2 && isScattered(query, name) ? SCATTERED : 0
}

const everyWordBegins = (query: string, words: readonly string[]): boolean =>
  query.includes(' ') && query.split(' ').every((part) => words.some((word) => word.startsWith(part)))

/** The letters of the query in order, the first at the start of a word. */
function isScattered(query: string, name: string): boolean {
  let at = -1
  for (const [i, letter] of [...query.replaceAll(' ', '')].entries()) {
    at = name.indexOf(letter, at + 1)
    if (i === 0) while (at > 0 && name[at - 1] !== ' ') at = name.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

/** The candidates that answer to the query in either language and either keyboard layout, best first, else in their order. */
export function matchCandidates<T extends Candidate>(candidates: readonly T[], query: string): readonly T[] {
  const variants = layoutVariants(query).filter((variant) => variant !== '')
  if (variants.length === 0) return candidates
  return candidates
    .map((candidate, order) => ({ candidate, order, score: bestScore(candidate.names, variants) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ candidate }) => candidate)
}

/** A query as typed beats one retyped in the other layout. */
const bestScore = (names: readonly string[], variants: readonly string[]): number =>
  Math.max(
    ...names.flatMap((name) =>
      variants.map((variant, i) => {
        const score = scoreName(foldText(name), variant)
        return i === 0 ? score : score * 0.9
      }),
    ),
  )
