import { expect, it } from 'vitest'
import { gbOfBytes, gbOfMb, usedMb } from '#main/providers/beget/common/sizes.ts'

it('megabytes and bytes become gigabytes, and no size stays none', () => {
  expect(gbOfMb(40_960)).toBe(40)
  expect(gbOfMb(512)).toBe(0.5)
  expect(gbOfBytes(11_811_160_064)).toBe(11)
  for (const nothing of [null, 0, -1]) expect(gbOfMb(nothing)).toBeNull()
})

it('a disk that tells its use in bytes is understood', () => {
  expect(usedMb(13_210, 40_960)).toBe(13_210)
  expect(usedMb(458_227_712, 20_480)).toBe(437)
  expect(usedMb(500, null)).toBe(500)
  expect(usedMb(null, 20_480)).toBeNull()
  expect(usedMb(-5, 20_480)).toBeNull()
})
