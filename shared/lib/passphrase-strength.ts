import { type PasswordStrength, passwordStrength } from './password-strength.ts'

/**
 * A passphrase guards a file that a thief can try at home, as long and as fast as their machine allows: it has to be
 * longer than a password that the program itself lets be tried five times.
 */
export const MIN_PASSPHRASE_LENGTH = 12

export const passphraseStrength = (passphrase: string): PasswordStrength =>
  passwordStrength(passphrase, [], MIN_PASSPHRASE_LENGTH)
