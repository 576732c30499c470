import { expect, test } from 'vitest'
import { atLeast } from '#main/core/allocation/suggest/confidence.ts'
import { prefixesOf, runsOf, stemsOf, transliterated } from '#main/core/allocation/suggest/words.ts'

test('names fall into runs of letters and beginnings', () => {
  expect(runsOf('Shop-DB2.prod')).toEqual(['shop', 'db', 'prod'])
  expect(prefixesOf('shop-web-01')).toEqual(['shop-', 'shop-web-'])
  expect(prefixesOf('01-web')).toEqual([])
  expect(prefixesOf('solo')).toEqual([])
})

test('parts are found by their names in either script, without endings', () => {
  expect(transliterated('Щётка')).toBe('schetka')
  expect(stemsOf('Логистика и склад')).toEqual(['логисти', 'logisti', 'склад', 'sklad'])
  expect(stemsOf('IT')).toEqual([])
})

test('a claim is no surer than the number of its witnesses lets it be', () => {
  expect(atLeast(0, 0)).toBe(0)
  expect(atLeast(2, 2)).toBeLessThan(0.5)
  expect(atLeast(10, 10)).toBeCloseTo(0.787, 3)
  expect(atLeast(100, 100)).toBeCloseTo(0.974, 3)
  expect(atLeast(90, 100)).toBeLessThan(0.86)
})
