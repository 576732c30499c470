import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumInWords } from '#main/core/report/sum-in-words/sum-in-words.ts'
import { type Currency, currencies } from '#shared/lib/currency.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'

const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n
const ru = (amount: string, currency: Currency = 'RUB') => sumInWords(femtos(amount), currency, 'ru')
const en = (amount: string, currency: Currency = 'RUB') => sumInWords(femtos(amount), currency, 'en')

test('roubles and kopecks agree with their numbers', () => {
  expect(ru('0')).toBe('Ноль рублей 00 копеек')
  expect(ru('1.01')).toBe('Один рубль 01 копейка')
  expect(ru('2.02')).toBe('Два рубля 02 копейки')
  expect(ru('11.11')).toBe('Одиннадцать рублей 11 копеек')
  expect(ru('1001.05')).toBe('Одна тысяча один рубль 05 копеек')
  expect(ru('22122.93')).toBe('Двадцать две тысячи сто двадцать два рубля 93 копейки')
  expect(ru('2000000')).toBe('Два миллиона рублей 00 копеек')
  expect(ru('5040000000.21')).toBe('Пять миллиардов сорок миллионов рублей 21 копейка')
  expect(ru('21000000000000')).toBe('Двадцать один триллион рублей 00 копеек')
})

test('a negative sum says so; what rounds to nothing does not', () => {
  expect(ru('-12.5')).toBe('Минус двенадцать рублей 50 копеек')
  expect(ru('-0.004')).toBe('Ноль рублей 00 копеек')
  expect(en('-1')).toBe('Minus one rouble 00 kopecks')
})

test('half a kopeck is rounded away from zero', () => {
  expect(ru('0.995')).toBe('Один рубль 00 копеек')
  expect(ru('-2.675')).toBe('Минус два рубля 68 копеек')
})

test('other currencies have their own gender and forms, or their code', () => {
  expect(ru('21.01', 'USD')).toBe('Двадцать один доллар США 01 цент')
  expect(ru('3.02', 'USD')).toBe('Три доллара США 02 цента')
  expect(ru('5', 'EUR')).toBe('Пять евро 00 центов')
  expect(ru('101', 'KZT')).toBe('Сто один тенге 00 тиынов')
  expect(ru('2.03', 'CNY')).toBe('Два юаня 03 фэня')
  expect(ru('1.5', 'GBP')).toBe('Один GBP 50/100')
  expect(ru('12', 'JPY')).toBe('Двенадцать JPY')
  expect(en('21.01', 'USD')).toBe('Twenty-one US dollars 01 cent')
  expect(en('1100', 'KZT')).toBe('One thousand one hundred tenge 00 tiyn')
})

test('a sum beyond words is written in figures', () => {
  expect(ru('1000000000000000')).toBe('1\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000 рублей 00 копеек')
})

const SMALL: Record<string, number> = {}
const put = (words: string, from: number, step = 1): void => {
  for (const [at, word] of words.split(' ').entries()) SMALL[word] = from + at * step
}
put('ноль один два три четыре пять шесть семь восемь девять десять', 0)
put('одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать', 11)
put('семнадцать восемнадцать девятнадцать', 17)
put('двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто', 20, 10)
put('сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот', 100, 100)
put('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen', 0)
put('fifteen sixteen seventeen eighteen nineteen', 15)
put('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10)
Object.assign(SMALL, { одна: 1, две: 2 })

const SCALES: [RegExp, bigint][] = [
  [/^(тысяч[аи]?|thousand)$/, 10n ** 3n],
  [/^(миллион(а|ов)?|million)$/, 10n ** 6n],
  [/^(миллиард(а|ов)?|billion)$/, 10n ** 9n],
  [/^(триллион(а|ов)?|trillion)$/, 10n ** 12n],
]

/** Reads words as a person would: small numbers add up, a scale multiplies what stands before it. */
function readBack(text: string): bigint {
  let [sum, group, sign] = [0n, 0n, 1n]
  for (const word of text.toLowerCase().split(/[\s-]/)) {
    const scale = SCALES.find(([shape]) => shape.test(word))?.[1]
    if (word === 'минус' || word === 'minus') sign = -1n
    else if (word === 'hundred') group *= 100n
    else if (scale) [sum, group] = [sum + group * scale, 0n]
    else if (word in SMALL) group += BigInt(SMALL[word] ?? 0)
    else break
  }
  const coins = /(\d\d) \D+$/.exec(text)?.[1] ?? '0'
  return sign * ((sum + group) * 100n + BigInt(coins))
}

test('words read back are the sum, in either language', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n }),
      fc.constantFrom<Currency>('RUB', 'USD', 'EUR', 'KZT', 'CNY', 'BYN'),
      fc.constantFrom('ru' as const, 'en' as const),
      (coins, currency, language) => {
        expect(readBack(sumInWords(coins * 10n ** 13n, currency, language))).toBe(coins)
      },
    ),
    { numRuns: 2000 },
  )
})

test('every currency of the store can be said', () => {
  for (const currency of currencies)
    for (const language of ['ru', 'en'] as const) {
      const text = sumInWords(femtos('-1234.56'), currency, language)
      expect(text, currency).not.toMatch(/undefined|NaN/)
      expect(text, currency).toMatch(/^(Минус|Minus) /)
    }
})
