/** How a new password is judged. The same rule draws the meter on screen and refuses a weak one in the backend. */
export const MIN_PASSWORD_LENGTH = 10

export type PasswordStrength = { score: 0 | 1 | 2 | 3 | 4; isAccepted: boolean; hints: PasswordHint[] }
type PasswordHint = 'short' | 'repeats' | 'sequence' | 'common' | 'personal' | 'fewKinds'

const COMMON = [
  'password',
  'passw0rd',
  'qwerty',
  'йцукен',
  'пароль',
  'admin',
  'letmein',
  'welcome',
  'infrazen',
]
const SEQUENCES = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'абвгдеёжзийклмн',
  'йцукенгшщз',
]

/** Each name whole and by its words: `Анна Петрова` gives away `петрова` too. */
const wordsOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => [name.trim(), ...name.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word !== '')

/** `personal` holds names that the password must not contain, in whole or by a word: the person's, the organisation's. */
export function passwordStrength(
  password: string,
  personal: readonly string[] = [],
  minLength: number = MIN_PASSWORD_LENGTH,
): PasswordStrength {
  const lower = password.toLowerCase()
  const hints: PasswordHint[] = []
  if ([...password].length < minLength) hints.push('short')
  if (/(.)\1{3,}/u.test(password) || new Set(lower).size < 5) hints.push('repeats')
  if (SEQUENCES.some((row) => hasRun(lower, row))) hints.push('sequence')
  if (COMMON.some((word) => lower.includes(word))) hints.push('common')
  if (wordsOf(personal).some((word) => word.length >= 4 && lower.includes(word.toLowerCase())))
    hints.push('personal')
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length
  const length = [...password].length
  if (kinds < 2 && length < 16) hints.push('fewKinds')

  const raw = Math.floor(length / 5) + (kinds - 1) - (hints.length > 0 ? 1 : 0)
  const isAccepted = hints.every((hint) => hint === 'fewKinds')
  const isPoor = hints.includes('short') || hints.includes('common') || hints.includes('repeats')
  // What is refused must not look strong on the meter.
  const most = isPoor ? 1 : isAccepted ? 4 : 2
  const score = Math.max(password === '' ? 0 : 1, Math.min(raw, most)) as PasswordStrength['score']
  return { score, isAccepted, hints }
}

function hasRun(text: string, row: string): boolean {
  for (let i = 0; i + 5 <= row.length; i += 1) {
    const run = row.slice(i, i + 5)
    if (text.includes(run) || text.includes([...run].reverse().join(''))) return true
  }
  return false
}
