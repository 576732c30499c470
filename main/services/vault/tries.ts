import { addAttempt, NO_ATTEMPTS, waitMs } from '#main/core/rules/attempts.ts'
import type { Ports } from '#main/ports/ports.ts'
import { ATTEMPTS_OWNER, readAttempts } from '#main/queries/people.query.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import type { Store } from '#main/store/store.ts'
import { AppError } from '#shared/errors/app-error.ts'

const KEY = 'vault'

/** Wrong passphrases slow down like wrong passwords do, and are counted before the check for the same reason. */
export function createTries({ store, ports }: { store: Store; ports: Pick<Ports, 'clock'> }) {
  return {
    count(): void {
      const nowMs = ports.clock.nowMs()
      store.transaction((db) => {
        const attempts = readAttempts(db, KEY)
        const wait = waitMs(attempts, nowMs)
        if (wait > 0) throw new AppError('auth.tooManyAttempts', { seconds: Math.ceil(wait / 1000) })
        const value = addAttempt(attempts, nowMs)
        putSetting(db, { scope: 'app', ownerId: ATTEMPTS_OWNER, key: KEY, value })
      })
    },
    clear(): void {
      store.transaction((db) =>
        putSetting(db, { scope: 'app', ownerId: ATTEMPTS_OWNER, key: KEY, value: NO_ATTEMPTS }),
      )
    },
  }
}

export type Tries = ReturnType<typeof createTries>
