import { currencyPlaces, isCurrency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { isDay } from '#shared/lib/day.ts'
import { divideHalfAway, FEMTOS_PER_UNIT, parseDecimal } from '#shared/lib/decimal.ts'
import { formatMoney, formatNumber, formatPercent, type Locale } from '#shared/lib/format-money.ts'
import { formatDay } from '#shared/lib/format-time.ts'
import type { CellKind } from '../document.ts'

/** What stands about the digits of a kind of figure: taken from how the screen writes it, so that both say the same. */
type Look = {
  places: number
  group: string
  point: string
  plus: readonly [string, string]
  minus: readonly [string, string]
}

const looks = new Map<string, Look>()
const DIGITS = /\d[\d.,\s\u00a0\u202f]*\d|\d/u

function lookOf(key: string, places: number, write: (amount: string) => string): Look {
  const known = looks.get(key)
  if (known) return known
  const around = (amount: string): [string, string] => {
    const text = write(amount)
    const digits = DIGITS.exec(text)
    if (!digits) throw new RangeError(`no digits in ${text}`)
    return [text.slice(0, digits.index), text.slice(digits.index + digits[0].length)]
  }
  const great = DIGITS.exec(write('1234567.5'))?.[0] ?? ''
  const look: Look = {
    places,
    group: great.charAt(1),
    point: places > 0 ? great.charAt(great.length - places - 1) : '',
    plus: around('1'),
    minus: around('-1'),
  }
  looks.set(key, look)
  return look
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/
const THREES = /\B(?=(?:\d{3})+$)/g

/** Intl would take ten times as long, and a long table has a million figures. */
function written(amount: string, look: Look): string | null {
  const match = PLAIN.exec(amount)
  if (!match) return null
  const [, sign, whole = '0', fraction = ''] = match
  const [units, minor] = rounded(whole, fraction, look.places)
  const isNothing = /^0*$/.test(units) && /^0*$/.test(minor)
  const [before, after] = sign && !isNothing ? look.minus : look.plus
  const grouped = units.replace(/^0+(?=\d)/, '').replace(THREES, look.group)
  return `${before}${grouped}${minor === '' ? '' : `${look.point}${minor}`}${after}`
}

function rounded(whole: string, fraction: string, places: number): [units: string, minor: string] {
  const kept = fraction.slice(0, places).padEnd(places, '0')
  if (!/^[5-9]/.test(fraction.slice(places))) return [whole, kept]
  const raised = (BigInt(whole + kept) + 1n).toString().padStart(places + 1, '0')
  return places === 0 ? [raised, ''] : [raised.slice(0, -places), raised.slice(-places)]
}

export function moneyText(amount: string, currency: string, locale: Locale): string {
  const places = isCurrency(currency) ? currencyPlaces[currency] : 2
  const write = (some: string): string => formatMoney({ amount: some, currency }, locale)
  return written(amount, lookOf(`${locale}${currency}`, places, write)) ?? write(amount)
}

/** One place always, so that the column lines up: `12,0 %`. */
export function shareText(ratio: string, locale: Locale): string {
  const femtos = parseDecimal(ratio)
  if (femtos === null) return formatPercent(ratio, locale)
  const thousandths = divideHalfAway(femtos * 1000n, FEMTOS_PER_UNIT)
  const text = formatNumber('1.5', locale, 1)
  const [, tail] = lookOf(`${locale}%`, 0, (some) => formatPercent(some, locale)).plus
  const magnitude = thousandths < 0n ? -thousandths : thousandths
  const units = formatNumber((magnitude / 10n).toString(), locale, 0)
  return `${thousandths < 0n ? '−' : ''}${units}${text.charAt(1)}${magnitude % 10n}${tail}`
}

/** A quantity below one is told more exactly: a share of an hour is not nothing. */
const placesOf = (amount: string): number => (/^-?0?\.\d/.test(amount) ? 4 : 2)

export function figureText(kind: CellKind, value: string, unit: string | null, locale: Locale): string {
  switch (kind) {
    case 'money':
      return unit === null ? formatNumber(value, locale) : moneyText(value, unit, locale)
    case 'number':
      return formatNumber(value, locale, placesOf(value))
    case 'count':
      return formatNumber(value, locale, 0)
    case 'share':
      return shareText(value, locale)
    case 'day':
      return isDay(value) ? formatDay(value as Day, locale) : value
    case 'text':
      return value
  }
}
