import type { SectionView } from '#shared/contract/explorer.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { formatMoney, formatPercent, type Locale } from '#shared/lib/format-money.ts'

/** Sums of different currencies beside each other: "1 234,00 ₽; 12,00 $". */
export const moneyText = (amounts: readonly MoneyView[], language: Locale): string =>
  amounts.length === 0 ? '—' : amounts.map((one) => formatMoney(one, language)).join('; ')

export const totalsText = (sections: readonly SectionView[], language: Locale): string =>
  moneyText(
    sections.map(({ unit, total }) => ({ amount: total.total, currency: unit }) as MoneyView),
    language,
  )

export const signedPercent = (ratio: string, language: Locale): string =>
  formatPercent(ratio, language, { sign: true })
