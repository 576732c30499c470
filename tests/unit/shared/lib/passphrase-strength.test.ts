import { expect, it } from 'vitest'
import { MIN_PASSPHRASE_LENGTH, passphraseStrength } from '#shared/lib/passphrase-strength.ts'

it.each(['лес река мост окно', 'Tq7#vLm2!xZp', 'correct horse battery staple'])('%s is accepted', (text) => {
  expect(passphraseStrength(text).isAccepted).toBe(true)
})

it.each([
  ['Tq7#vLm2!xZ', 'short'],
  ['aaaaaaaaaaaaaaaa', 'repeats'],
  ['мой пароль от всего', 'common'],
  ['abcdefgh-Tq7#vLm', 'sequence'],
] as const)('%s is refused: %s', (text, hint) => {
  const { isAccepted, hints } = passphraseStrength(text)
  expect(isAccepted).toBe(false)
  expect(hints).toContain(hint)
})

it('asks for more than a password does', () => expect(MIN_PASSPHRASE_LENGTH).toBe(12))
