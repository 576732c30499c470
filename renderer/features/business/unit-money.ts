import type { Language } from '#renderer/i18n/language.ts'
import type { Currency } from '#shared/lib/currency.ts'

const TAGS: Record<Language, string> = { ru: 'ru-RU', en: 'en-US' }

/** A request may cost a thousandth of a kopeck: small amounts get the places that they need, large ones two. */
function placesOf(amount: string): number {
  const match = /^-?0\.(0*)[1-9]/.exec(amount)
  if (match) return Math.min(6, Math.max(4, (match[1]?.length ?? 0) + 3))
  return /^-?\d(\.|$)/.test(amount) && amount !== '0' ? 4 : 2
}

/** The cost of one unit. Six places are all that there are; the amount itself stands in the element's value. */
export function formatUnitMoney(
  amount: string,
  currency: Currency,
  language: Language,
  options: { sign?: boolean } = {},
): string {
  const places = placesOf(amount)
  return new Intl.NumberFormat(TAGS[language], {
    style: 'currency',
    currency,
    currencyDisplay: currency === 'CNY' || currency === 'BYN' ? 'symbol' : 'narrowSymbol',
    signDisplay: options.sign ? 'exceptZero' : 'negative',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
    .format(amount as Intl.StringNumericLiteral)
    .replace(/^-/, '−')
}
