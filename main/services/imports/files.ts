import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import type { ParcelRow } from '#main/store/repos/parcels.repo.ts'
import { AppError } from '#shared/errors/app-error.ts'

type File = ParcelRow['files'][number]
type State = { bytes: number; changedAtMs: number }

/** What is packed becomes several times as much. */
const PACKED = /\.(gz|parquet|zip|xlsx)$/i
const UNPACKED_TIMES = 4
/** The store keeps about as much of a table as it is long, at most. */
const SPARE_BYTES = 64 * 1024 ** 2

/** How the files lie there before they are read. */
export const stateOf = (files: readonly File[]): State[] =>
  files.map(({ path, name }) => {
    const facts = statSync(path, { throwIfNoEntry: false })
    if (!facts) throw new AppError('import.fileGone', { name })
    if (facts.isDirectory()) throw new AppError('import.isFolder', { name })
    if (!facts.isFile()) throw new AppError('import.notReadable', { name })
    return { bytes: facts.size, changedAtMs: facts.mtimeMs }
  })

/** A file that grew while it was read has been read in part. */
export function assertUnchanged(files: readonly File[], before: readonly State[]): void {
  for (const [at, now] of stateOf(files).entries()) {
    const then = before[at]
    if (now.bytes !== then?.bytes || now.changedAtMs !== then.changedAtMs)
      throw new AppError('import.fileChanged', { name: files[at]?.name ?? '' })
  }
}

/** Better said before an hour of reading than after it. */
export async function assertRoom(folder: string, files: readonly File[]): Promise<void> {
  const needed = files.reduce(
    (sum, { name, bytes }) => sum + bytes * (PACKED.test(name) ? UNPACKED_TIMES : 1),
    SPARE_BYTES,
  )
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < needed) throw new AppError('store.diskFull', { path: folder })
}

/** As it is now; a file that is gone is told of when it is read. */
export const sizeNow = (path: string, otherwise: number): number =>
  statSync(path, { throwIfNoEntry: false })?.size ?? otherwise
