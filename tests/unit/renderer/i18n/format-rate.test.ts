import { expect, test } from 'vitest'
import { formatRate } from '#renderer/i18n/format-rate.ts'

test('a rate is shown with every digit that it has and never fewer than four places', () => {
  expect(formatRate('81.5', 'ru')).toBe('81,5000')
  expect(formatRate('80.3709677419', 'ru')).toBe('80,3709677419')
  expect(formatRate('80.3709677419', 'en', 4)).toBe('80.3710')
  expect(formatRate('123456789.0123456789', 'en')).toBe('123,456,789.0123456789')
})
