import { open } from 'node:fs/promises'
import type { GivenFile } from '#main/ports/inbox.ts'
import { AppError } from '#shared/errors/app-error.ts'

/** A small file as a whole; whatever keeps it from being read has its own sentence. */
export async function readWhole(
  { path, name }: Pick<GivenFile, 'path' | 'name'>,
  mostBytes: number,
): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new AppError('import.fileGone', { name })
      : new AppError('import.notReadable', { name })
  })
  try {
    const stat = await file.stat()
    if (stat.isDirectory()) throw new AppError('import.isFolder', { name })
    if (!stat.isFile()) throw new AppError('import.notReadable', { name })
    if (stat.size > mostBytes) throw new AppError('import.tooBig', { name })
    return await file.readFile()
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('import.notReadable', { name })
  } finally {
    await file.close()
  }
}
