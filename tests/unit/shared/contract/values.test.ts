import { expect, it } from 'vitest'
import { labelValue, periodValue } from '#shared/contract/values.ts'

it.each(['ООО «Вектор»', 'Анна-Мария О’Нил', 'Ω 42', '东方', '🏢 Офис', '  Имя  '])(
  'takes the name %j',
  (name) => {
    expect(labelValue.parse(name)).toBe(name.trim())
  },
)

it.each([
  '',
  '   ',
  '\u200b\u200b',
  '\u202e',
  'Имя\u202E',
  'a\u0000b',
  'line\nbreak',
  '\u2067abc',
  '\ufeffabc\ufeff\u200b',
  'я'.repeat(121),
])('refuses the name %j', (name) => {
  expect(labelValue.safeParse(name).success).toBe(false)
})

it.each([
  { from: '2026-11-02', to: '2026-11-01', compareFrom: '2026-10-01', compareTo: '2026-10-02' },
  { from: '2026-02-30', to: '2026-03-01', compareFrom: '2026-10-01', compareTo: '2026-10-02' },
  { from: '1900-01-01', to: '2026-03-01', compareFrom: '2026-10-01', compareTo: '2026-10-02' },
  { from: '2026-11-01', to: '2026-11-02', compareFrom: '2026-10-02', compareTo: '2026-10-01' },
])('refuses the period %j', (period) => {
  expect(periodValue.safeParse(period).success).toBe(false)
})
