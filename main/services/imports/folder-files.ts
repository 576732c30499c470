import { type Dirent, realpathSync, statSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, sep } from 'node:path'
import { AppError } from '#shared/errors/app-error.ts'

export type Found = { path: string; name: string; bytes: number; changedAtMs: number; isOutside: boolean }

/** Names under which programs write what is not whole yet, and what is hidden. */
const UNFINISHED = /^[.~]|\.(tmp|part|partial|crdownload|download|filepart)$/i
const READABLE = /\.(csv|tsv|txt|gz|parquet|xlsx|xls|json|zip)$/i
const DEEPEST = 3
const MOST = 10_000

/** The folder as it really lies; throws where it is none, or of no use, or our own. */
export function realFolder(path: string, dataFolder: string): string {
  try {
    if (!isAbsolute(path)) throw new Error('not a whole path')
    const real = realpathSync(path)
    if (!statSync(real).isDirectory()) throw new Error('not a folder')
    if (isWithin(realpathSync(dataFolder), real)) throw new Error('our own folder')
    return real
  } catch (error) {
    throw new AppError('import.badFolder', { path }, { cause: error })
  }
}

/** What lies in a folder and looks like a bill. Links are followed as far as the folder's own bounds. */
export async function listFolder(root: string): Promise<Found[]> {
  const found: Found[] = []
  let seen = 0

  async function walk(folder: string, depth: number): Promise<void> {
    for (const entry of await entriesOf(folder)) {
      seen += 1
      if (seen > MOST) return
      const path = join(folder, entry.name)
      if (UNFINISHED.test(entry.name)) continue
      if (entry.isDirectory() && depth < DEEPEST) await walk(path, depth + 1)
      else if (entry.isSymbolicLink()) await follow(path, entry.name)
      else if (entry.isFile()) await add(path, entry.name, false)
    }
  }

  /** What a link within the folder leads to is found at its own place. */
  async function follow(path: string, name: string): Promise<void> {
    const real = await realpath(path).catch(() => null)
    if (real !== null && !isWithin(root, real)) await add(path, name, true)
  }

  async function add(path: string, name: string, isOutside: boolean): Promise<void> {
    const facts = await stat(path).catch(() => null)
    const isWorthIt = isOutside || (facts?.isFile() && facts.size > 0 && READABLE.test(name))
    if (facts && isWorthIt)
      found.push({ path, name, bytes: facts.size, changedAtMs: Math.trunc(facts.mtimeMs), isOutside })
  }

  await walk(root, 0)
  return found
}

const isWithin = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep)

/** A sub-folder that may not be read is passed over; the folder itself has been looked at before. */
const entriesOf = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch((): Dirent[] => [])
