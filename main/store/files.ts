import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/**
 * Level by level: Node's own recursive way never comes back where a folder that exists can hold no other, as `/proc`.
 */
export function makePrivateFolder(path: string): void {
  if (isFolder(path)) return
  const parent = dirname(path)
  if (parent !== path) makePrivateFolder(parent)
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Another program may have made it at the same moment.
    if (!isFolder(path)) throw error
  }
}

/** Creates the file for its owner alone; SQLite gives the same rights to the files that it puts beside it. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
}

/** Not to be used on a file that this process holds open through SQLite: closing it would drop SQLite's locks. */
export function syncToDisk(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a rename inside the folder last through a power cut. Windows has no such call and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Tried by opening, which asks what the system will really allow. For a file that no one here has open yet: see above.
 */
export function canWrite(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'))
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
    throw error
  }
}

export const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** What SQLite may have left beside a database file; it plays some of it into whatever bears the file's name. */
export const beside = ['-wal', '-shm', '-journal'] as const

export function removeDatabase(path: string): void {
  for (const end of ['', ...beside]) rmSync(`${path}${end}`, { force: true })
}
