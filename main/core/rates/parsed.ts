import type { Currency } from '#shared/lib/currency.ts'
import { type Day, isDay } from '#shared/lib/day.ts'
import { isRateValue } from './rate.ts'

/** A rate as a file or the Bank's site tells it. */
export type ToldRate = { currency: Currency; day: Day; nominal: number; value: string }

/** `unknown`: codes of currencies that cannot be kept here, like the SDR. */
export type ToldRates = { rates: ToldRate[]; unknown: string[] }

/** What is wrong with a row or an element; `line` where lines can be counted. */
export type BadRate = { kind: 'badRow'; line: number; text: string }

/** `31.01.2026`, `31/01/2026` or `2026-01-31`. */
export function readDay(text: string): Day | null {
  const match = /^(\d{2})[./](\d{2})[./](\d{4})$/.exec(text.trim())
  const iso = match ? `${match[3]}-${match[2]}-${match[1]}` : text.trim()
  return isDay(iso) ? iso : null
}

/** Decimal comma or dot; spaces between thousands may be of any kind. Null for what is not a rate. */
export function readValue(text: string): string | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  const trimmed = plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain
  return isRateValue(trimmed) ? trimmed.replace(/^0+(?=\d)/, '') : null
}

export function readNominal(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '')
  const nominal = /^\d{1,7}$/.test(plain) ? Number(plain) : 0
  return nominal >= 1 && nominal <= 1_000_000 ? nominal : null
}

/** A day of a currency that is told twice in different words; null when there is none. */
export function contradiction(rates: readonly ToldRate[]): ToldRate | null {
  const seen = new Map<string, ToldRate>()
  for (const rate of rates) {
    const key = `${rate.currency}${rate.day}`
    const other = seen.get(key)
    if (other && (other.nominal !== rate.nominal || other.value !== rate.value)) return rate
    seen.set(key, rate)
  }
  return null
}
