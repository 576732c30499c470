import { day } from '#shared/lib/day.ts'
import { formatMoney, formatNumber, formatPercent, type Locale } from '#shared/lib/format-money.ts'
import { formatDay } from '#shared/lib/format-time.ts'
import type { CellKind } from '../document.ts'
import { lookOf, written } from './figure-digits.ts'

export function moneyText(amount: string, currency: string, locale: Locale): string {
  const look = lookOf(`${locale}${currency}`, (some) => formatMoney({ amount: some, currency }, locale))
  return written(amount, look)
}

/** One place always, so that the column lines up: `12,0 %`. */
export function shareText(ratio: string, locale: Locale): string {
  const write = (hundredths: string): string =>
    formatPercent(`${Number(hundredths) / 100}`, locale, { digits: 1 })
  return written(ratio, lookOf(`${locale}%`, write, { places: 1 }), 2)
}

function numberText(amount: string, locale: Locale, places: number): string {
  const write = (some: string): string => formatNumber(some, locale, places)
  return written(amount, lookOf(`${locale}${places}`, write, { places, isShort: true }))
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const dayForms = new Map<Locale, string>()

/** By the example of one day whose parts all differ: `$3.$2.$1`. */
function dayText(value: string, locale: Locale): string {
  let form = dayForms.get(locale)
  if (form === undefined) {
    form = formatDay(day('2001-02-03'), locale).replace('2001', '$1').replace('02', '$2').replace('03', '$3')
    dayForms.set(locale, form)
  }
  return value.replace(DAY, form)
}

/** A quantity below one is told more exactly: a share of an hour is not nothing. */
const placesOf = (amount: string): number => (/^-?0?\.\d/.test(amount) ? 4 : 2)

export function figureText(kind: CellKind, value: string, unit: string | null, locale: Locale): string {
  switch (kind) {
    case 'money':
      return unit === null ? numberText(value, locale, 2) : moneyText(value, unit, locale)
    case 'number':
      return numberText(value, locale, placesOf(value))
    case 'count':
      return numberText(value, locale, 0)
    case 'share':
      return shareText(value, locale)
    case 'day':
      return dayText(value, locale)
    case 'text':
      return value
  }
}
