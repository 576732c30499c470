const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю.'

const toCyrillic = new Map([...LATIN].map((key, i) => [key, CYRILLIC[i] ?? key]))
const toLatin = new Map([...CYRILLIC].map((key, i) => [key, LATIN[i] ?? key]))

const retype = (text: string, keys: ReadonlyMap<string, string>): string =>
  [...text].map((key) => keys.get(key) ?? key).join('')

/** Lower case, ё as е, single spaces: what a search compares. */
export const foldText = (text: string): string =>
  text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()

/** What the person typed, and what they meant if the keyboard stood in the other layout (`ghbdtn` for «привет»). */
export function layoutVariants(query: string): readonly string[] {
  const lower = query.toLowerCase()
  return [...new Set([lower, retype(lower, toCyrillic), retype(lower, toLatin)].map(foldText))]
}
