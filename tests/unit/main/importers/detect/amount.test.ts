import { describe, expect, test } from 'vitest'
import { decimalOf, isBlank, readAmount } from '#main/importers/detect/amount.ts'

const comma: readonly (readonly [string, string | null])[] = [
  ['1234,56', '1234.56'],
  ['1 234,56', '1234.56'],
  ['1\u00a0234,56', '1234.56'],
  ['1\u202f234\u202f567,8', '1234567.8'],
  ["1'234,5", '1234.5'],
  ['1.234.567,89', '1234567.89'],
  ['-0,10', '-0.10'],
  ['0,10-', '-0.10'],
  ['−12,5', '-12.5'],
  ['–12,5', '-12.5'],
  ['(1 234,56)', '-1234.56'],
  ['(1 234,56 ₽)', '-1234.56'],
  ['1 234,56 руб.', '1234.56'],
  ['1 234,56руб', '1234.56'],
  ['12,00 р.', '12.00'],
  ['12,00 р', '12.00'],
  ['₽12,5', '12.5'],
  ['12,5\u00a0₽', '12.5'],
  ['-12,5 ₽', '-12.5'],
  ['12,5- ₽', '-12.5'],
  ['RUB 12,5', '12.5'],
  ['12,5 KZT', '12.5'],
  ['12,5 тг.', '12.5'],
  ['+5', '5'],
  [',5', '0.5'],
  ['5,', '5'],
  ['1,5E-7', '1.5E-7'],
  ['12345678901234567890,123456789012345', '12345678901234567890.123456789012345'],
  ['1,234,567', null],
  ['12 34', null],
  ['1 2345,0', null],
  ['12,5 %', null],
  ['12,5,6', null],
  ['--5', null],
  ['(-5)', null],
  ['abc', null],
  ['', null],
  ['12a', null],
  ['2026-03-01', null],
]

const dot: readonly (readonly [string, string | null])[] = [
  ['1234.56', '1234.56'],
  ['-1234.56', '-1234.56'],
  ['1,234.56', '1234.56'],
  ['1,234,567.8', '1234567.8'],
  ['$1,234.50', '1234.50'],
  ['-$1,234.50', '-1234.50'],
  ['($1,234.50)', '-1234.50'],
  ['1 234.5', '1234.5'],
  ['1’234.5', '1234.5'],
  ['1.2E-05', '1.2E-05'],
  ['1e3', '1e3'],
  ['.5', '0.5'],
  ['1,23', null],
  ['1.234.567', null],
  ['EUR', null],
]

describe('reading amounts', () => {
  test.each(comma)('with a decimal comma: %j', (text, wanted) => {
    expect(readAmount(text, ',')).toBe(wanted)
  })
  test.each(dot)('with a decimal dot: %j', (text, wanted) => {
    expect(readAmount(text, '.')).toBe(wanted)
  })
  test('blank cells hold no amount', () => {
    for (const text of ['', ' ', '\u00a0', '-', '—', 'NULL', 'n/a']) expect(isBlank(text)).toBe(true)
    for (const text of ['0', '-1', 'нетто']) expect(isBlank(text)).toBe(false)
  })
})

describe('the decimal sign of a column', () => {
  test.each([
    [['1 234,56', '7'], ','],
    [['1,234.56'], '.'],
    [['1.234,56'], ','],
    [['1,234,567'], '.'],
    [['0,125'], ','],
    [['1234,567'], ','],
    [['12', '15'], null],
    [['1,234', '5,678'], 'ask'],
    [['1,234', '5,67'], ','],
    [['1.25', '1,25'], 'ask'],
    [['1,234 ₽', '12'], 'ask'],
  ] as const)('%j → %j', (values, wanted) => {
    expect(decimalOf(values)).toBe(wanted)
  })
})
