import { type Currency, currencies } from '#shared/lib/currency.ts'
import type { Language } from './language.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export function listCurrencies(language: Language): readonly { value: Currency; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' })
  return currencies.map((value) => ({ value, label: `${value} · ${capital(names.of(value) ?? value)}` }))
}
