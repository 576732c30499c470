/**
 * Money for people. Amounts arrive as exact decimal text and stay text: Intl formats decimal strings digit by digit,
 * so nothing passes through a float.
 */
export type Locale = 'ru' | 'en'

export type MoneyText = { amount: string; currency: string }

const TAGS: Record<Locale, string> = { ru: 'ru-RU', en: 'en-US' }
const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(TAGS[locale], options)
    formats.set(key, format)
  }
  return format
}

const asNumeric = (amount: string): Intl.StringNumericLiteral => amount as Intl.StringNumericLiteral

/** Yuan and yen share a short sign, and "р." is how people write Russian roubles too: these are spelled apart. */
const displayOf = (currency: string): 'symbol' | 'narrowSymbol' =>
  currency === 'CNY' || currency === 'BYN' ? 'symbol' : 'narrowSymbol'

/** What rounds to nothing carries no minus. */
const signOf = (isSigned = false): 'exceptZero' | 'negative' => (isSigned ? 'exceptZero' : 'negative')

/** A true minus and not a hyphen, so that digits line up and screen readers say "минус". */
const withMinus = (text: string): string => text.replace(/^-/, '−')

/** `1 234 567,89 ₽` / `₽1,234,567.89`; rounds half away from zero to the currency's minor unit. */
export function formatMoney(money: MoneyText, locale: Locale, options: { sign?: boolean } = {}): string {
  const format = numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: displayOf(money.currency),
    signDisplay: signOf(options.sign),
  })
  return withMinus(format.format(asNumeric(money.amount)))
}

/** `1,2 млн ₽` for cards; amounts below ten thousand keep whole units. */
export function formatMoneyCompact(
  money: MoneyText,
  locale: Locale,
  options: { sign?: boolean } = {},
): string {
  const small = /^-?\d{1,4}(\.|$)/.test(money.amount)
  const format = numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: displayOf(money.currency),
    signDisplay: signOf(options.sign),
    ...(small
      ? { maximumFractionDigits: 0, minimumFractionDigits: 0 }
      : { notation: 'compact' as const, maximumFractionDigits: 1, minimumFractionDigits: 0 }),
  })
  return withMinus(format.format(asNumeric(money.amount)))
}

/** Whole currency units: `417 000 ₽`. */
export function formatMoneyWhole(money: MoneyText, locale: Locale, options: { sign?: boolean } = {}): string {
  const format = numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: displayOf(money.currency),
    signDisplay: signOf(options.sign),
    maximumFractionDigits: 0,
    minimumFractionDigits: 0,
  })
  return withMinus(format.format(asNumeric(money.amount)))
}

export function formatNumber(value: number | string, locale: Locale, maximumFractionDigits = 2): string {
  const format = numberFormat(locale, { maximumFractionDigits, signDisplay: signOf() })
  return withMinus(format.format(typeof value === 'string' ? asNumeric(value) : value))
}

/** A ratio as a percentage: 0.125 → `12,5 %`. */
export function formatPercent(
  ratio: number | string,
  locale: Locale,
  options: { sign?: boolean; digits?: number } = {},
): string {
  const format = numberFormat(locale, {
    style: 'percent',
    signDisplay: signOf(options.sign),
    maximumFractionDigits: options.digits ?? 1,
  })
  return withMinus(format.format(typeof ratio === 'string' ? asNumeric(ratio) : ratio))
}
