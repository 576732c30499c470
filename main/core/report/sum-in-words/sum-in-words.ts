import { type Currency, currencyPlaces } from '#shared/lib/currency.ts'
import { FEMTOS_PER_UNIT, formatDecimal, roundFemtos } from '#shared/lib/decimal.ts'
import { formatNumber, type Locale } from '#shared/lib/format-money.ts'
import { absolute } from '../../rules/exact.ts'
import { englishNumber } from './english.ts'
import { type Forms, formOf, russianNumber } from './russian.ts'

type Name = { whole: Forms; minor: Forms }

const CENTS: Forms = ['цент', 'цента', 'центов']
const KOPECKS: Forms = ['копейка', 'копейки', 'копеек']
const same = (word: string): Forms => [word, word, word]

/** Currencies that bills here are written in; of any other its code stands in place of a name. */
const russianNames: Partial<Record<Currency, Name>> = {
  RUB: { whole: ['рубль', 'рубля', 'рублей'], minor: KOPECKS },
  USD: { whole: ['доллар США', 'доллара США', 'долларов США'], minor: CENTS },
  EUR: { whole: same('евро'), minor: CENTS },
  KZT: { whole: same('тенге'), minor: ['тиын', 'тиына', 'тиынов'] },
  CNY: { whole: ['юань', 'юаня', 'юаней'], minor: ['фэнь', 'фэня', 'фэней'] },
  BYN: { whole: ['белорусский рубль', 'белорусских рубля', 'белорусских рублей'], minor: KOPECKS },
}

const plural = (one: string, many: string): Forms => [one, many, many]

const englishNames: Partial<Record<Currency, Name>> = {
  RUB: { whole: plural('rouble', 'roubles'), minor: plural('kopeck', 'kopecks') },
  USD: { whole: plural('US dollar', 'US dollars'), minor: plural('cent', 'cents') },
  EUR: { whole: plural('euro', 'euros'), minor: plural('cent', 'cents') },
  KZT: { whole: same('tenge'), minor: same('tiyn') },
  CNY: { whole: same('yuan'), minor: same('fen') },
  BYN: { whole: plural('Belarusian rouble', 'Belarusian roubles'), minor: plural('kopeck', 'kopecks') },
}

/** Words end here; a larger sum is written in figures. */
const MOST = 10n ** 15n

/**
 * A sum as a memo has it: "Сто двадцать один рубль 05 копеек", rounded half away from zero to the smallest coin. The
 * coins stand in figures; a currency without a name of its own here has its code: "Двенадцать GBP 50/100".
 */
export function sumInWords(femtos: bigint, currency: Currency, language: Locale): string {
  const places = currencyPlaces[currency]
  const rounded = roundFemtos(femtos, places)
  const magnitude = absolute(rounded)
  const whole = magnitude / FEMTOS_PER_UNIT
  const coins = (magnitude % FEMTOS_PER_UNIT) / 10n ** BigInt(15 - places)
  const number =
    whole < MOST
      ? language === 'ru'
        ? russianNumber(whole, 'm')
        : englishNumber(whole)
      : formatNumber(formatDecimal(whole * FEMTOS_PER_UNIT), language, 0)
  const name = (language === 'ru' ? russianNames : englishNames)[currency]
  const form = (count: bigint, forms: Forms): string =>
    language === 'ru' ? formOf(count, forms) : forms[count === 1n ? 0 : 2]
  const minus = rounded < 0n ? (language === 'ru' ? 'минус ' : 'minus ') : ''
  const head = `${minus}${number} ${name ? form(whole, name.whole) : currency}`
  return capital(places === 0 ? head : `${head} ${coinsText()}`)

  function coinsText(): string {
    const figures = coins.toString().padStart(places, '0')
    return name ? `${figures} ${form(coins, name.minor)}` : `${figures}/${10 ** places}`
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
