import { columnsOf, type FocusRow } from './columns.ts'

const CYRILLIC = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўқғңөұүһә'
const LATIN =
  'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g u k g n o u u h a'.split(
    ' ',
  )

const letters = new Map<string, string>()
for (const [index, letter] of [...CYRILLIC].entries()) {
  const latin = (LATIN[index] ?? '').replace('_', '')
  letters.set(letter, latin)
  letters.set(letter.toUpperCase(), latin.charAt(0).toUpperCase() + latin.slice(1))
}
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[«»“”„]/g, '"'],
  [/[‘’]/g, "'"],
  [/[‐-―−]/g, '-'],
  [/…/g, '...'],
  [/№/g, 'No. '],
  [/[\u00A0\u202F]/g, ' '],
]

/** Text in Latin letters: Cyrillic by its sound, marks taken off letters, a question mark for what is left. */
function latinText(text: string): string {
  let plain = text
  for (const [sign, ascii] of SIGNS) plain = plain.replace(sign, ascii)
  const spelt = Array.from(plain, (letter) => letters.get(letter) ?? letter).join('')
  return spelt
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\P{ASCII}/gu, '?')
}

const TEXTS = [...columnsOf('1.3'), ...columnsOf('1.4')]
  .filter(({ type }) => type === 'string')
  .map(({ name }) => name)

/**
 * The official validator refuses letters beyond ASCII, though FOCUS asks for Unicode and the provider's own spelling: for
 * receivers that check as it does. Objects (tags) stay as they are.
 */
export function inLatin(row: FocusRow): FocusRow {
  const spelt = { ...row }
  for (const name of TEXTS) {
    const value = row[name]
    if (value !== null) spelt[name] = latinText(value)
  }
  return spelt
}
