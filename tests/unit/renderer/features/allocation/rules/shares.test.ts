import { expect, test } from 'vitest'
import {
  evenPercents,
  percentLeft,
  readPercent,
  readWeight,
} from '#renderer/features/allocation/rules/shares.ts'

const shares = (...amounts: string[]) =>
  amounts.map((amount, at) => ({ key: `${at}`, part: `${at}`, amount }))

test('what is left of a hundred is exact, however the percents are typed', () => {
  expect(percentLeft(shares('60', '28'))).toBe('12')
  expect(percentLeft(shares('33,3333', '33.3333', '33,3334'))).toBe('0')
  expect(percentLeft(shares('0,1', '0,2'))).toBe('99.7')
  expect(percentLeft(shares('70 %', '33,5'))).toBe('-3.5')
  expect(percentLeft(shares('', 'много'))).toBe('100')
})

test('even parts of a hundred always make a hundred', () => {
  for (const count of [1, 2, 3, 7, 96, 100]) expect(percentLeft(shares(...evenPercents(count)))).toBe('0')
  expect(evenPercents(3)).toEqual(['33.3334', '33.3333', '33.3333'])
})

test('nothing, less than nothing and too fine a share is no share', () => {
  expect(readPercent('0')).toBeNull()
  expect(readPercent('-5')).toBeNull()
  expect(readPercent('1,23456')).toBeNull()
  expect(readPercent('12,5')).toBe('12.5')
  expect(readWeight('0,000001')).toBe('0.000001')
  expect(readWeight('0')).toBeNull()
})
