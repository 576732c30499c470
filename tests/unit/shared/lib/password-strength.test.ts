import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MIN_PASSWORD_LENGTH, passwordStrength } from '#shared/lib/password-strength.ts'

test('weak passwords are refused with the reason and do not look strong', () => {
  const cases: [string, string][] = [
    ['', 'short'],
    ['Kot7!', 'short'],
    ['aaaaaaaaaaaa', 'repeats'],
    ['abababababab', 'repeats'],
    ['zzzzTork81plm', 'repeats'],
    ['x9-12345-Lom', 'sequence'],
    ['x9-54321-Lom', 'sequence'],
    ['йцукен-Лампа-7', 'sequence'],
    ['MyPassword-77', 'common'],
    ['Пароль-солнце-4', 'common'],
    ['infrazen-Lux-48', 'common'],
  ]
  for (const [password, hint] of cases) {
    const { hints, isAccepted, score } = passwordStrength(password)
    expect(hints).toContain(hint)
    expect(isAccepted).toBe(false)
    expect(score).toBeLessThanOrEqual(2)
  }
})

test("a person's own words are refused, in any case, but short ones are left alone", () => {
  expect(passwordStrength('anna-Kovaleva-81', ['Ковалёва', 'KOVALEVA'])).toMatchObject({
    hints: ['personal'],
    isAccepted: false,
  })
  expect(passwordStrength('lampa-Solnce-81', ['la'])).toMatchObject({ hints: [], isAccepted: true })
})

test('long and mixed passwords are strong', () => {
  expect(passwordStrength('синий-Кит-пьёт-чай-48')).toEqual({ score: 4, isAccepted: true, hints: [] })
  expect(passwordStrength('correcthorsebatterystaple')).toMatchObject({
    score: 4,
    isAccepted: true,
    hints: [],
  })
})

test('an empty password has no strength at all', () => {
  expect(passwordStrength('').score).toBe(0)
})

test('nothing shorter than the least length is accepted, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: MIN_PASSWORD_LENGTH - 1 }), (password) => {
      fc.pre([...password].length < MIN_PASSWORD_LENGTH)
      expect(passwordStrength(password).isAccepted).toBe(false)
    }),
  )
})

test('one word of a name gives it away as the whole does', () => {
  for (const password of ['Петрова!2026-год', 'мой-РОМАШКА-дом-7'])
    expect(passwordStrength(password, ['Анна Петрова', 'ООО «Ромашка»'])).toMatchObject({
      isAccepted: false,
      hints: ['personal'],
    })
})

test('a password that holds the own name is never accepted', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(passwordStrength(`${before}Ковалёва${after}`, ['ковалёва']).isAccepted).toBe(false)
    }),
  )
})
