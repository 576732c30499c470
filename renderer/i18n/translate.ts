import type { Language } from './language.ts'
import { type TextKey, texts } from './texts.ts'

export type TextParams = Readonly<Record<string, string | number>>
export type Translate = (key: TextKey, params?: TextParams) => string

const plurals: Record<Language, Intl.PluralRules> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
}
const numbers: Record<Language, Intl.NumberFormat> = {
  ru: new Intl.NumberFormat('ru-RU'),
  en: new Intl.NumberFormat('en-US'),
}

/** `{name}` is filled from the parameters; `count` chooses the form of a plural. */
export function translate(language: Language, key: TextKey, params: TextParams = {}): string {
  const dot = key.indexOf('.')
  const area = texts[key.slice(0, dot) as keyof typeof texts][language] as Record<string, unknown>
  const text = area[key.slice(dot + 1)]
  const sentence =
    typeof text === 'object' && text !== null
      ? pluralForm(language, text as Record<string, string>, params.count)
      : String(text)
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numbers[language].format(value) : value
  })
}

function pluralForm(
  language: Language,
  forms: Record<string, string>,
  count: string | number | undefined,
): string {
  return forms[plurals[language].select(Number(count ?? 0))] ?? forms.other ?? ''
}
