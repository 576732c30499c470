import { type Attempts, addAttempt, NO_ATTEMPTS, waitMs } from '#main/core/rules/attempts.ts'
import type { Ports } from '#main/ports/ports.ts'
import { ATTEMPTS_OWNER, readAttempts } from '#main/queries/people.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import type { Store } from '#main/store/store.ts'
import { AppError } from '#shared/errors/app-error.ts'

/** Tries at passwords and tokens: each counts against one key. */
export function createAttempts({ store, ports }: { store: Store; ports: Ports }) {
  const keep = (db: WritableDb, key: string, value: Attempts): void =>
    putSetting(db, { scope: 'app', ownerId: ATTEMPTS_OWNER, key, value })

  return {
    /** Counted before the check: neither a hundred tries at once nor a killed process gets more than its share. */
    count(key: string): void {
      const nowMs = ports.clock.nowMs()
      store.transaction((db) => {
        const attempts = readAttempts(db, key)
        const wait = waitMs(attempts, nowMs)
        if (wait > 0) throw new AppError('auth.tooManyAttempts', { seconds: Math.ceil(wait / 1000) })
        keep(db, key, addAttempt(attempts, nowMs))
      })
    },
    forget: (db: WritableDb, key: string): void => keep(db, key, NO_ATTEMPTS),
  }
}
