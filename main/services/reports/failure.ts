import { AppError } from '#shared/errors/app-error.ts'

/** Why a report could not be written, in our words. */
export function explainFailure(error: unknown, folder: string): AppError {
  if (error instanceof AppError) return error
  const { code } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException
  const path = { path: folder }
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('report.noSpace', path, { cause: error })
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('report.folderGone', path, { cause: error })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('report.noPermission', path, { cause: error })
    default:
      return new AppError('report.failed', {}, { cause: error })
  }
}
