import { expect, it } from 'vitest'
import { unitWords } from '#renderer/app/costs/unit-words.ts'

it('says units of FOCUS in words, and leaves alone what it does not know whole', () => {
  expect(unitWords('Hours', 'ru')).toBe('ч')
  expect(unitWords('GB-Days', 'ru')).toBe('ГБ·дн.')
  expect(unitWords('Requests', 'ru')).toBe('запр.')
  expect(unitWords('vCPU-Hours', 'ru')).toBe('vCPU-Hours')
  expect(unitWords('GB-Hours', 'en')).toBe('GB·h')
  expect(unitWords('', 'ru')).toBe('')
})
