import { expect, test } from 'vitest'
import { readBankXml } from '#main/services/rates/bank-xml.ts'
import { decodeText } from '#main/services/rates/decode.ts'
import { dailyXml, HEAD, in1251, rangeXml } from '#tests/fakes/bank.ts'

test('a day of all currencies is kept under the day that the file names, value and nominal as told', () => {
  expect(readBankXml(decodeText(in1251(dailyXml('30.10.2026'))))).toMatchObject({
    rates: [
      { currency: 'USD', day: '2026-10-30', nominal: 1, value: '80.1234' },
      { currency: 'KZT', day: '2026-10-30', nominal: 100, value: '15.5' },
      { currency: 'SAR', day: '2026-10-30', nominal: 1, value: '21.3' },
    ],
    unknown: ['XDR'],
  })
})

test('the file may be saved in UTF-8, with a mark or without', () => {
  const text = dailyXml('02/10/2026').replace('windows-1251', 'UTF-8')
  for (const saved of [text, `\ufeff${text}`])
    expect(readBankXml(decodeText(Buffer.from(saved)))?.rates[0]).toMatchObject({ day: '2026-10-02' })
})

test('a range of one currency knows it by the Bank’s number', () => {
  expect(
    readBankXml(
      rangeXml('R01239', [
        ['01.10.2026', '90,5'],
        ['02.10.2026', '1 091,0000'],
      ]),
    ),
  ).toMatchObject({
    rates: [
      { currency: 'EUR', day: '2026-10-01', value: '90.5' },
      { currency: 'EUR', day: '2026-10-02', value: '1091' },
    ],
  })
})

test('a range of no working day holds nothing', () => {
  expect(readBankXml(rangeXml('R01239', []))?.rates).toEqual([])
})

test('a range of a number that nobody knows is refused by that number', () => {
  expect(() => readBankXml(rangeXml('R09999', [['01.10.2026', '90,5']]))).toThrow(
    expect.objectContaining({ code: 'rates.unknownCode', details: { code: 'R09999' } }),
  )
  expect(
    readBankXml(rangeXml('R09999', [['01.10.2026', '90,5']]), new Map([['R09999', 'SAR']])),
  ).toMatchObject({
    rates: [{ currency: 'SAR' }],
  })
})

test('what is not a rate is refused by its words', () => {
  for (const value of ['0', '-1', 'н/д', ''])
    expect(() => readBankXml(rangeXml('R01239', [['01.10.2026', value]]))).toThrow(
      expect.objectContaining({ code: 'rates.badRow' }),
    )
})

test.each([
  ['a page', '<html><body>Войдите</body></html>'],
  ['another XML', `${HEAD}<Invoice><Sum>1</Sum></Invoice>`],
  ['half a file', dailyXml('30.10.2026').slice(0, 300)],
  ['no XML', 'дата;валюта'],
  ['no date', dailyXml('')],
])('%s is no file of the Bank’s', (_, text) => {
  expect(readBankXml(text)).toBeNull()
})
