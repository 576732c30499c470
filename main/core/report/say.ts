import type { Locale } from '#shared/lib/format-money.ts'
import { formatNumber } from '#shared/lib/format-money.ts'

/** Forms that a counted phrase takes. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const plurals: Record<Locale, Intl.PluralRules> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
}

/** `{name}` is filled from the parameters, and stays where they lack it. */
export const fill = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)

/** "21 ресурс", "22 ресурса". */
export const counted = (forms: Counted, count: number, language: Locale): string =>
  fill(forms[plurals[language].select(count)] ?? forms.other, { count: formatNumber(count, language, 0) })
