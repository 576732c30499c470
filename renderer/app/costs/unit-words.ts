import type { Locale } from '#shared/lib/format-money.ts'

/** FOCUS counts in `Hours` and `GB-Months`; each word by itself, as their number is known nowhere. */
const RUSSIAN: Readonly<Record<string, string>> = {
  second: 'с',
  minute: 'мин',
  hour: 'ч',
  day: 'дн.',
  month: 'мес.',
  year: 'г.',
  b: 'Б',
  byte: 'Б',
  kb: 'КБ',
  mb: 'МБ',
  gb: 'ГБ',
  tb: 'ТБ',
  kib: 'КиБ',
  mib: 'МиБ',
  gib: 'ГиБ',
  tib: 'ТиБ',
  request: 'запр.',
  unit: 'шт.',
  item: 'шт.',
  count: 'шт.',
}

const ENGLISH: Readonly<Record<string, string>> = {
  hour: 'h',
  day: 'days',
  month: 'months',
  kb: 'KB',
  mb: 'MB',
  gb: 'GB',
  tb: 'TB',
  request: 'requests',
  unit: 'pcs',
}

const one = (word: string): string => word.toLowerCase().replace(/(?<=[a-z]{2})s$/, '')

/** What a quantity is counted in, in the person's language; a word that nobody has named stays as the bill has it. */
export function unitWords(unit: string, language: Locale): string {
  const words = language === 'ru' ? RUSSIAN : ENGLISH
  const parts = unit.split(/[-\s]+/)
  // A unit with an unknown word in it is a name of its own, and is not half translated.
  if (parts.some((part) => words[one(part)] === undefined)) return unit
  return parts.map((part) => words[one(part)]).join('·')
}
