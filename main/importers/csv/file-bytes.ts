import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { AppError } from '#shared/errors/app-error.ts'

/**
 * A file's bytes from the first to the last that were there when it was opened. Reading is synchronous, which in the
 * reader's own thread is the quickest way. Says so when the file is another at the end than at the start.
 */
export class FileBytes {
  readonly size: number
  readonly #name: string
  readonly #path: string
  readonly #file: number
  readonly #changedMs: number
  readonly #inode: number
  #at = 0

  constructor({ path, name }: { path: string; name: string }) {
    this.#name = name
    this.#path = path
    try {
      this.#file = openSync(path, 'r')
    } catch (error) {
      throw unreadable(error, name)
    }
    const { size, mtimeMs, ino } = fstatSync(this.#file)
    this.size = size
    this.#changedMs = mtimeMs
    this.#inode = ino
  }

  get position(): number {
    return this.#at
  }

  /** How many bytes came into `target`; 0 at the end. */
  read(target: Uint8Array): number {
    const wanted = Math.min(target.length, this.size - this.#at)
    if (wanted === 0) return 0
    let count: number
    try {
      count = readSync(this.#file, target, 0, wanted, this.#at)
    } catch (error) {
      throw unreadable(error, this.#name)
    }
    if (count === 0) throw new AppError('import.fileChanged', { name: this.#name })
    this.#at += count
    return count
  }

  /** After the last byte: that it is still the file that was opened. */
  check(): void {
    const now = statSync(this.#path, { throwIfNoEntry: false })
    if (!now) throw new AppError('import.fileGone', { name: this.#name })
    if (now.size !== this.size || now.mtimeMs !== this.#changedMs || now.ino !== this.#inode)
      throw new AppError('import.fileChanged', { name: this.#name })
  }

  close(): void {
    closeSync(this.#file)
  }
}

function unreadable(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'ENOENT') return new AppError('import.fileGone', { name })
  if (code === 'EISDIR') return new AppError('import.isFolder', { name })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY' || code === 'EIO')
    return new AppError('import.notReadable', { name }, { cause: error })
  return error
}
