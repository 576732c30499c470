import { expect, test } from 'vitest'
import { tierOf } from '#main/core/rules/tiers.ts'

test.each([
  [null, null],
  [0, 'low'],
  [0.0766, 'low'],
  [0.2999, 'low'],
  [0.3, 'medium'],
  [0.4841, 'medium'],
  [0.6999, 'medium'],
  [0.7, 'high'],
  [1.2, 'high'],
] as const)('a share of %s is %s', (share, tier) => {
  expect(tierOf(share)).toBe(tier)
})
