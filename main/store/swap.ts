import { chmodSync, copyFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Connection } from './connection.ts'
import { beside, bytesOf, removeDatabase, syncFolder, syncToDisk } from './files.ts'

/** A copy to work on: the original stays as it is, with nothing left beside it. */
export function copyDatabase(from: string, to: string): void {
  removeDatabase(to)
  copyFileSync(from, to)
  // The copy has the rights of the original, which may have come from a stick or an archive.
  chmodSync(to, 0o600)
  syncToDisk(to)
}

/**
 * Brings everything into the one file and closes it. A log left beside the file would later be played into whatever
 * takes the file's place, so the caller may go on only when there is none.
 */
export function closeWhole(connection: Connection, path: string): void {
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  if (bytesOf(`${path}-wal`) > 0) throw new Error('the store could not be closed whole')
}

/** Whoever is killed here finds either the old file or the new one, both whole. */
export function putInPlace(ready: string, path: string): void {
  for (const end of beside) rmSync(`${path}${end}`, { force: true })
  renameSync(ready, path)
  syncFolder(dirname(path))
}
