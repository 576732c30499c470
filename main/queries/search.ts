import { type SQL, sql } from 'drizzle-orm'

const YO = new Set(['е', 'ё', 'Е', 'Ё'])

/**
 * A word as a GLOB pattern that finds it anywhere, whatever the case. SQLite's LIKE folds ASCII only, so «Сервер» would
 * not find «сервер»; a character class per letter folds every alphabet inside SQLite. «е» finds «ё» and the other way.
 */
export function globOf(word: string): string {
  let pattern = '*'
  for (const char of word.normalize('NFC')) {
    const forms = YO.has(char)
      ? YO
      : new Set([char, char.toLowerCase(), char.toUpperCase()].filter((form) => [...form].length === 1))
    pattern += forms.size > 1 || '*?['.includes(char) ? `[${[...forms].join('')}]` : char
  }
  return `${pattern}*`
}

/** Every word of the search must stand in one of the texts; an empty search keeps everything. */
export function matchesSearch(search: string, texts: (pattern: string) => SQL[]): SQL | undefined {
  const words = search.split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return undefined
  const each = words.map((word) => sql`(${sql.join(texts(globOf(word)), sql` or `)})`)
  return sql.join(each, sql` and `)
}

/** A text as it is compared when it is searched here and not in SQLite. */
export const foldText = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ё', 'е')

/** The words of a search, folded. */
export const wordsOf = (search: string): string[] =>
  foldText(search)
    .split(/\s+/u)
    .filter((word) => word !== '')
