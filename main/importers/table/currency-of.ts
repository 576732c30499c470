import type { Currency } from '#shared/lib/currency.ts'
import { isCurrency } from '#shared/lib/currency.ts'
import type { Cells } from './cells.ts'
import type { Header } from './header.ts'

const SIGNS: readonly (readonly [RegExp, Currency])[] = [
  [/₽|(?:^|[^\p{L}])руб(?:\.|$|л|\s|\))|\d\s?р\.|(?:^|[^\p{L}])rub(?:$|[^\p{L}])/iu, 'RUB'],
  [/₸|(?:^|[^\p{L}])(?:тенге|тг|kzt)(?:$|[^\p{L}])/iu, 'KZT'],
  [/€|(?:^|[^\p{L}])eur(?:$|[^\p{L}])/iu, 'EUR'],
  [/(?:^|[^\p{L}])usd(?:$|[^\p{L}])|^\$|\d\s?\$/iu, 'USD'],
  [/(?:^|[^\p{L}])byn(?:$|[^\p{L}])|бел\. ?руб/iu, 'BYN'],
]

const currencyIn = (text: string): Currency | null => SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null

/** The one currency whose sign stands in the name of a column of amounts or in its cells; null: none, or more than one. */
export function currencyOfColumns(
  header: Header,
  columns: readonly number[],
  sample: readonly Cells[],
): Currency | null {
  const found = new Set<Currency>()
  for (const index of columns) {
    if (index < 0) continue
    const inName = currencyIn(header.names[index] ?? '')
    if (inName) found.add(inName)
    for (const row of sample.slice(0, 200)) {
      const inCell = currencyIn(row.cell(index))
      if (inCell) found.add(inCell)
    }
  }
  const [only] = found
  return found.size === 1 && only ? only : null
}

const WORDS: Record<string, Currency> = {
  рубли: 'RUB',
  рубль: 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  '₽': 'RUB',
  rur: 'RUB',
  тенге: 'KZT',
}

/** The code that a cell of a currency column means, as it stands there where it is none that we know. */
export function currencyCode(text: string): string {
  const code = text.trim().toUpperCase()
  return isCurrency(code) ? code : (WORDS[text.trim().toLowerCase()] ?? code)
}
