import type { Ports } from '#main/ports/ports.ts'
import { readMember } from '#main/queries/people.query.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { updateUser } from '#main/store/repos/people.repo.ts'
import type { Store } from '#main/store/store.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { oneAtATime } from '#shared/lib/one-at-a-time.ts'
import { passwordStrength } from '#shared/lib/password-strength.ts'
import { createAttempts } from './attempts.ts'
import { hashPassword, verifyPassword } from './password.ts'

type Person = { userId: string; workspaceId: string }

/** People who do not exist share one count: trying names at random slows down as well. */
const NOBODY = 'nobody'

export function createPasswords({ store, ports }: { store: Store; ports: Ports }) {
  // A hash takes 128 MB: however many ask at once, one is computed at a time.
  const inTurn = oneAtATime()

  const attempts = createAttempts({ store, ports })

  async function check(person: Person, password: string): Promise<string> {
    const member = readMember(store.read, person.userId, person.workspaceId)
    if (member && member.passwordHash === null) throw new AppError('people.noPassword')
    const key = member ? person.userId : NOBODY
    attempts.count(key)
    const verdict = await verifyPassword(password, member?.passwordHash ?? null, ports.guessCost)
    if (!verdict.isRight || !member?.passwordHash) throw new AppError('auth.wrongPassword')
    const known = member.passwordHash
    const hash = verdict.isOutdated ? await hashPassword(password, ports.guessCost) : known
    store.transaction((db) => {
      assertHash(db, person, known)
      attempts.forget(db, key)
      if (hash !== known) updateUser(db, person.userId, { passwordHash: hash })
    })
    return hash
  }

  return {
    /** The hash that the password fits, to be compared again in the transaction that relies on it. */
    check: (person: Person, password: string): Promise<string> => inTurn(() => check(person, password)),

    hash: (password: string): Promise<string> => inTurn(() => hashPassword(password, ports.guessCost)),
  }
}

/** Hashing takes a while: by its end the password may be another, or the person gone. */
export function assertHash(db: ReadableDb, person: Person, hash: string): void {
  if (readMember(db, person.userId, person.workspaceId)?.passwordHash !== hash)
    throw new AppError('auth.wrongPassword')
}

export function assertStrong(password: string, ...names: readonly string[]): void {
  const { isAccepted, hints } = passwordStrength(password, names)
  if (!isAccepted) throw new AppError('people.weakPassword', { hints: hints.join(',') })
}
