import { AppError } from '#shared/errors/app-error.ts'
import type { ErrorDetails } from '#shared/errors/codes.ts'

/** The store's own facts that a sentence for the user may need. */
export type Place = { path: string; folder: string; backups: string }

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const isSqlite = (error: unknown): boolean => error instanceof Error && error.name === 'SqliteError'

/**
 * Turns what SQLite and the file system say into the store's codes, once. What has no code, such as a broken
 * constraint, is a bug of ours and passes unchanged, so that the log keeps its message and stack.
 */
export function named(error: unknown, place: Place): unknown {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  const cause = { cause: error }
  if (!isSqlite(error)) {
    if (error instanceof TypeError && error.message.includes('connection is not open'))
      return new AppError('store.closed', {}, cause)
    return namedFileError(code, place, cause) ?? error
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return corrupt(place, cause)
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE')
    return new AppError('store.diskFull', { path: place.path }, cause)
  if (code === 'SQLITE_READONLY_DBMOVED')
    return new AppError('store.vanished', { path: place.path, backups: place.backups }, cause)
  if (code.startsWith('SQLITE_READONLY')) return new AppError('store.readOnly', { path: place.path }, cause)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('store.busy', { pid: null }, cause)
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM' || code === 'SQLITE_AUTH')
    return new AppError('store.noPermission', { path: place.folder }, cause)
  if (code.startsWith('SQLITE_IOERR')) return new AppError('store.ioFailed', { path: place.path }, cause)
  return error
}

function namedFileError(code: string, place: Place, cause: ErrorOptions): AppError | null {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
    case 'EISDIR':
      return new AppError('store.noPermission', { path: place.folder }, cause)
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('store.diskFull', { path: place.path }, cause)
    case 'EIO':
    case 'ENXIO':
      return new AppError('store.ioFailed', { path: place.path }, cause)
    default:
      return null
  }
}

export const corrupt = (place: Place, cause: ErrorOptions = {}, more: ErrorDetails = {}): AppError =>
  new AppError('store.corrupt', { path: place.path, backups: place.backups, ...more }, cause)

/** Runs work and lets nothing out of it without a name. */
export function guard<T>(place: Place, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw named(error, place)
  }
}
