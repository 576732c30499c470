import { open } from 'node:fs/promises'
import type { GivenFile } from '#main/ports/inbox.ts'
import { AppError } from '#shared/errors/app-error.ts'

/** A given file as a whole; one that is larger than such a file ever is stays unread. */
export async function givenBytes({ path, name }: GivenFile, most: number): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new AppError(error.code === 'ENOENT' ? 'import.fileGone' : 'import.notReadable', { name })
  })
  try {
    const facts = await file.stat()
    if (!facts.isFile()) throw new AppError('import.notReadable', { name })
    if (facts.size > most) throw new AppError('import.tooBig', { name })
    return await file.readFile()
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('import.notReadable', { name })
  } finally {
    await file.close()
  }
}
