import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '#main/adapters/make-folder.ts'
import { writeWhole } from '#main/adapters/write-whole.ts'
import { isOurs, nameOf } from './messages.ts'

const hasModes = process.platform !== 'win32'

/** A folder for its owner alone; null where what lies there is a link, or somebody else's. */
export function openFolder(path: string): string | null {
  makeFolder(path)
  const facts = lstatSync(path)
  if (!facts.isDirectory() || (hasModes && facts.uid !== process.geteuid?.())) return null
  if (hasModes) chmodSync(path, 0o700)
  return path
}

export function listFolder(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

/** Links are removed and not followed; what is no file of ours stays. */
export function sweep(folder: string, isOld: (facts: Stats) => boolean): void {
  for (const name of listFolder(folder)) {
    if (!isOurs(name)) continue
    const path = join(folder, name)
    const facts = lstatSync(path, { throwIfNoEntry: false })
    if (facts && !facts.isDirectory() && isOld(facts)) rmSync(path, { force: true })
  }
}

type Read = { text: string; mtimeMs: number } | 'gone' | 'foreign' | 'tooLarge'

/**
 * Opened without following a link, and judged by what was opened: a private file of one name that belongs to `uid`.
 * Without a uid (Windows) the folder's own rights have to do.
 */
export function readPrivate(path: string, maxBytes: number, uid: number | null): Read {
  let file: number
  try {
    if (!lstatSync(path).isFile()) return 'foreign'
    // Not held up by a pipe that took the file's place a moment ago.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'foreign'
  }
  try {
    const facts = fstatSync(file)
    const isPrivate = !hasModes || ((facts.mode & 0o077) === 0 && facts.nlink === 1)
    if (!facts.isFile() || !isPrivate || (uid !== null && facts.uid !== uid)) return 'foreign'
    if (facts.size > maxBytes) return 'tooLarge'
    return { text: readFileSync(file, 'utf8'), mtimeMs: facts.mtimeMs }
  } finally {
    closeSync(file)
  }
}

/** The file appears whole under its name, or not at all. */
export const writePrivate = (folder: string, id: string, kind: 'request' | 'answer', value: unknown) =>
  writeWhole(join(folder, nameOf(id, kind)), Buffer.from(JSON.stringify(value)), {
    mode: 0o600,
    isLasting: false,
    // One that a killed program has left is swept with the rest.
    draft: join(folder, nameOf(id, 'draft')),
  })

export const uidOf = (path: string): number | null => (hasModes ? lstatSync(path).uid : null)
