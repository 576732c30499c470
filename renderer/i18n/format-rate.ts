import type { Language } from './language.ts'

const TAGS = { ru: 'ru-RU', en: 'en-US' } as const
const LEAST_PLACES = 4

/** A rate with every digit that it has, at least four places as the Bank of Russia writes it; fewer where asked. */
export const formatRate = (value: string, language: Language, mostPlaces = 10): string =>
  new Intl.NumberFormat(TAGS[language], {
    minimumFractionDigits: LEAST_PLACES,
    maximumFractionDigits: mostPlaces,
  }).format(value as Intl.StringNumericLiteral)
