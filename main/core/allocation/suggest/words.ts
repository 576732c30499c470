const SEPARATOR = /[^\p{L}\p{N}]+/u
const LETTERS = /\p{L}+/gu
/** Shorter ones stand in anything. */
const LEAST_LETTERS = 3
const MOST_PREFIXES = 2

/** The runs of letters in a name, written small: `Shop-DB2` has `shop` and `db`. */
export const runsOf = (text: string): string[] => text.toLowerCase().match(LETTERS) ?? []

export const isWord = (run: string): boolean => run.length >= LEAST_LETTERS

/** What a name begins with, up to a separator and with it: `shop-web-01` with `shop-` and `shop-web-`. */
export function prefixesOf(text: string): string[] {
  const folded = text.toLowerCase()
  const found: string[] = []
  for (let at = 0; found.length < MOST_PREFIXES; ) {
    const rest = folded.slice(at)
    const separator = SEPARATOR.exec(rest)
    if (!separator || separator.index === 0) break
    at += separator.index + separator[0].length
    if (at >= folded.length) break
    const prefix = folded.slice(0, at)
    // A number that begins a name is a count.
    if (/\p{L}/u.test(prefix)) found.push(prefix)
  }
  return found
}

const LATIN: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

/** As names of machines write Russian words. */
export const transliterated = (text: string): string =>
  Array.from(text.toLowerCase(), (letter) => LATIN[letter] ?? letter).join('')

/** Without its ending a word is the same in more of its forms: `логистика`, `логистики`, `logistik`. */
const LEAST_STEM = 4
const stem = (word: string): string => (word.length > LEAST_STEM + 2 ? word.slice(0, -2) : word)

/** Beginnings of words by which a part would be called in a name of a machine. */
export function stemsOf(part: string): string[] {
  const words = runsOf(part).filter((word) => word.length >= LEAST_STEM)
  return [...new Set(words.flatMap((word) => [stem(word), stem(transliterated(word))]))].filter(
    (text) => text.length >= LEAST_STEM,
  )
}
