import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { numberedName } from '#main/core/rules/file-names.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { hashOf } from '../archive.ts'
import type { Channel, Parcel } from './channel.ts'

type Parts = {
  /** Whether a file of these bytes has ever come out of the organisation's archive. */
  isOurs(workspaceId: string, sha256: string): boolean
  /** The last step: what fails here is a file that is open elsewhere. */
  move?: typeof rename
}

const MOST_NAMES = 200
const LOCKED = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'])

/** A folder of this machine or of the network. A file appears there whole, and takes no other's place. */
export function createFolderChannel({ isOurs, move = rename }: Parts): Channel<'folder'> {
  async function place(
    folder: string,
    {
      workspaceId,
      file,
      signal,
    }: { workspaceId: string; file: Parcel['files'][number]; signal: AbortSignal },
  ): Promise<void> {
    const name = await freeName(folder, file, (sha256) => isOurs(workspaceId, sha256))
    if (name === null) return
    // The same at every try: what a killed one has left is written over.
    const draft = join(folder, `.${file.sha256.slice(0, 16)}.part`)
    try {
      await pipeline(createReadStream(file.path), createWriteStream(draft, { flush: true }), { signal })
      await move(draft, join(folder, name)).catch((error: unknown) => {
        const { code = '' } = error as NodeJS.ErrnoException
        if (LOCKED.has(code)) throw new AppError('delivery.fileLocked', { name }, { cause: error })
        throw error
      })
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined)
      signal.throwIfAborted()
      throw explain(error, folder, name)
    }
  }

  return {
    async send({ path }, { workspaceId, files }, signal) {
      const found = isAbsolute(path) ? await stat(path).catch(asGone(path)) : null
      if (!found?.isDirectory()) throw new AppError('delivery.folderGone', { path })
      for (const file of files) {
        signal.throwIfAborted()
        await place(path, { workspaceId, file, signal })
      }
    },
  }
}

/** Null: it lies there already. */
async function freeName(
  folder: string,
  file: Parcel['files'][number],
  isOurs: (sha256: string) => boolean,
): Promise<string | null> {
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const name = number === 1 ? file.name : numberedName(file.name, number)
    const there = await hashOf(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      if (error.code === 'EISDIR') return ''
      if (LOCKED.has(error.code ?? '')) throw new AppError('delivery.fileLocked', { name }, { cause: error })
      throw explain(error, folder, name)
    })
    if (there === file.sha256) return null
    if (there === null || isOurs(there)) return name
  }
  throw new AppError('delivery.badName', { name: file.name })
}

/** Servers that are away answer in many ways. */
const asGone = (path: string) => (error: NodeJS.ErrnoException) => {
  if (error.code === 'EACCES' || error.code === 'EPERM')
    throw new AppError('delivery.noPermission', { path }, { cause: error })
  return null
}

function explain(error: unknown, path: string, name: string): AppError {
  if (error instanceof AppError) return error
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AppError('delivery.noSpace', { path }, { cause: error })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('delivery.noPermission', { path }, { cause: error })
    case 'EINVAL':
    case 'ENAMETOOLONG':
    case 'EILSEQ':
      return new AppError('delivery.badName', { name }, { cause: error })
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EHOSTDOWN':
    case 'EHOSTUNREACH':
    case 'ENOTCONN':
    case 'ESTALE':
      return new AppError('delivery.folderGone', { path }, { cause: error })
    default:
      return new AppError('delivery.failed', {}, { cause: error })
  }
}
