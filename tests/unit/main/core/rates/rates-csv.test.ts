import { describe, expect, test } from 'vitest'
import { contradiction } from '#main/core/rates/parsed.ts'
import { readRatesCsv } from '#main/core/rates/rates-csv.ts'

const usd = { currency: 'USD', day: '2026-01-31', nominal: 1, value: '81.2345' }

describe('a table of rates', () => {
  test.each([
    ['in Russian', 'дата;валюта;номинал;курс\r\n31.01.2026;USD;1;81,2345\r\n'],
    ['in English, in another order', 'rate,currency,nominal,date\n81.2345,usd,1,2026-01-31'],
    ['with quoted decimals between commas', '"Курс","Валюта","Дата"\n"81,2345","USD","31.01.2026"\n'],
    ['with tabs and blank lines', '\n\nДата\tКод\tНоминал\tКурс\n31/01/2026\tUSD\t1\t81,234500\n\n'],
  ])('is read %s', (_, text) => {
    expect(readRatesCsv(text)).toEqual({ rates: [usd], unknown: [] })
  })

  test('keeps the nominal, and takes spaces between thousands for what they are', () => {
    const text = 'дата;валюта;номинал;курс\n31.01.2026;VND;10 000;1 031,9592'
    expect(readRatesCsv(text)).toEqual({
      rates: [{ currency: 'VND', day: '2026-01-31', nominal: 10_000, value: '1031.9592' }],
      unknown: [],
    })
  })

  test('names currencies that cannot be kept and keeps the rest', () => {
    const text = 'date;currency;rate\n2026-01-31;XDR;110\n2026-01-31;RUB;1\n2026-01-31;USD;81.2345'
    expect(readRatesCsv(text)).toEqual({ rates: [usd], unknown: ['XDR', 'RUB'] })
  })

  test.each([
    ['31.02.2026;USD;1;80', 'a day that there is not'],
    ['31.01.2026;USD;1;0', 'a rate of nothing'],
    ['31.01.2026;USD;1;-80', 'a rate below nothing'],
    ['31.01.2026;USD;0;80', 'no nominal'],
    ['31.01.2026;доллар;1;80', 'a name where the code belongs'],
    ['31.01.2026;USD;1;1,234.5', 'two decimal signs'],
    ['31.01.2026;USD;1;80.12345678901', 'more places than a rate has'],
    ['31.01.2026;USD;1', 'a cell short'],
  ])('is refused at %s: %s', (row) => {
    const text = `дата;валюта;номинал;курс\n30.01.2026;USD;1;80\n${row}`
    expect(readRatesCsv(text)).toEqual({ kind: 'badRow', line: 3, text: row })
  })

  test.each([['день;сумма\n31.01.2026;80'], ['just a line'], ['']])('is not %j', (text) => {
    expect(readRatesCsv(text)).toBeNull()
  })

  test('that says two things of one day is found out; the same twice is no harm', () => {
    const rate = { currency: 'USD', day: '2026-01-31', nominal: 1, value: '80' } as never
    const other = { currency: 'USD', day: '2026-01-31', nominal: 1, value: '81' } as never
    expect(contradiction([rate, rate])).toBeNull()
    expect(contradiction([rate, other])).toEqual(other)
  })
})
