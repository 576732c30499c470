import { statSync } from 'node:fs'
import { AppError } from '#shared/errors/app-error.ts'
import type { Place } from './errors.ts'

type Identity = { dev: bigint; ino: bigint }

/** Without the log of changes beside it the file lacks what was confirmed last. */
const ends = ['', '-wal']

/** By name alone: opening and closing a file that SQLite holds would drop SQLite's locks on it. */
const identityOf = (path: string): Identity | undefined =>
  statSync(path, { bigint: true, throwIfNoEntry: false })

/**
 * An open file outlives its name: SQLite would go on writing into what nobody can ever open again. Whoever is to
 * write asks first whether the files that were opened are still those that bear the store's name.
 */
export function createPresence(place: Place) {
  let opened: { path: string; identity: Identity }[] = []

  return {
    remember(): void {
      opened = ends.flatMap((end) => {
        const path = `${place.path}${end}`
        const identity = identityOf(path)
        return identity ? [{ path, identity }] : []
      })
    },

    check(): void {
      for (const { path, identity } of opened)
        if (!isSame(identity, identityOf(path)))
          throw new AppError('store.vanished', { path, backups: place.backups })
    },
  }
}

/** Some Windows disks number no files: there, being in place is all that can be known. */
function isSame(known: Identity, found: Identity | undefined): boolean {
  if (!found) return false
  return known.ino === 0n || (known.ino === found.ino && known.dev === found.dev)
}
