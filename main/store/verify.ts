import { basename, join } from 'node:path'
import { isSound } from './backup.ts'
import { listBackupFiles } from './backup-files.ts'
import type { Connect, Connection } from './connection.ts'
import type { Place } from './errors.ts'
import type { Verified } from './store.ts'

/** Reads the open store and every backup through, page by page. What cannot be read is not sound. */
export function verifyAll(live: Connection, place: Place, connect: Connect): Verified[] {
  const store: Verified = {
    kind: 'store',
    name: basename(place.path),
    isSound: safely(() => isSound(live, 'full')),
  }
  const backups = listBackupFiles(place.backups).map(({ id }): Verified => {
    const path = join(place.backups, id)
    return { kind: 'backup', name: id, isSound: safely(() => isBackupSound(connect, path)) }
  })
  return [store, ...backups]
}

function isBackupSound(connect: Connect, path: string): boolean {
  const copy = connect(path, { readonly: true, fileMustExist: true })
  try {
    return isSound(copy, 'full')
  } finally {
    copy.close()
  }
}

function safely(check: () => boolean): boolean {
  try {
    return check()
  } catch {
    return false
  }
}
