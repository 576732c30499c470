import { describe, expect, test } from 'vitest'
import { detectEncoding } from '#main/importers/detect/encoding.ts'
import { kindOf } from '#main/importers/detect/kind.ts'
import { detectSeparator } from '#main/importers/detect/separator.ts'

const russian = 'Дата;Услуга;Стоимость\r\n01.03.2026;Облачный сервер;1 234,56 руб.\r\n'
const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
/** Node writes no windows-1251: the letters stand in the alphabet's order from 0xC0. */
const cp1251 = (text: string) =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0)
      if (code < 128) return code
      return letter === '№' ? 0xb9 : code === 0xa0 ? 0xa0 : code - 0x410 + 0xc0
    }),
  )

describe('the encoding', () => {
  test('is told by its mark', () => {
    expect(detectEncoding(Buffer.from(`\ufeff${russian}`))).toBe('utf-8')
    expect(detectEncoding(utf16(russian, true))).toBe('utf-16le')
    expect(detectEncoding(swapped(utf16(russian, true)))).toBe('utf-16be')
  })
  test('is told without a mark', () => {
    expect(detectEncoding(Buffer.from(russian))).toBe('utf-8')
    expect(detectEncoding(cp1251(russian))).toBe('windows-1251')
    expect(detectEncoding(utf16(russian, false))).toBe('utf-16le')
    expect(detectEncoding(swapped(utf16(russian, false)))).toBe('utf-16be')
    expect(detectEncoding(Buffer.from('date,cost\n2026-03-01,1\n'))).toBe('utf-8')
  })
  test('does not mistake a letter that the sample cuts', () => {
    const bytes = Buffer.from(russian.repeat(3))
    for (let cut = bytes.length - 40; cut < bytes.length; cut += 1)
      expect(detectEncoding(bytes.subarray(0, cut))).toBe('utf-8')
  })
  test('one rubbish byte amid UTF-8 does not turn all Russian into gibberish', () => {
    expect(
      detectEncoding(Buffer.concat([Buffer.from(russian), Buffer.from([0xff]), Buffer.from(russian)])),
    ).toBe('utf-8')
  })
})

describe('the kind of a file', () => {
  test.each([
    [[0x1f, 0x8b, 8], 'gzip'],
    [[...Buffer.from('PAR1')], 'parquet'],
    [[0x50, 0x4b, 3, 4], 'zip'],
    [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'xls'],
    [[...Buffer.from('%PDF-1.7')], 'pdf'],
    [[], 'empty'],
    [[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 0, 7], 'binary'],
  ] as const)('%j is %s', (bytes, kind) => {
    expect(kindOf(Uint8Array.from(bytes))).toBe(kind)
  })
  test('text in every encoding is text', () => {
    for (const bytes of [Buffer.from(russian), cp1251(russian), utf16(russian, true), utf16(russian, false)])
      expect(kindOf(bytes)).toBe('text')
  })
})

describe('the separator', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b\n1,5;2\n2,5;3\n', ';'],
    ['a\tb\n1,5\t2\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['a;b\n"x;y;z,,,,";2\n', ';'],
    ['sep=;\na,b;c,d\n', ';'],
    ['Отчёт о расходах, за март\n\nДата;Сумма\n01.03.2026;1,5\n02.03.2026;2,5\n', ';'],
    ['name\nx\n', null],
  ])('of %j', (text, wanted) => {
    expect(detectSeparator(text)).toBe(wanted)
  })
})
