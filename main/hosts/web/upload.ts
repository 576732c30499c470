import { open, statfs } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { NodeInbox } from '#main/adapters/inbox.ts'
import type { Backend } from '#main/backend/create-backend.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { isGranted } from '#shared/contract/permissions.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { answer, failure } from './rpc.ts'

export type UploadLimits = {
  uploadBytes: number
  /** Stays free on the disk: the store needs room for what is read from the file. */
  reserveBytes: number
  uploads: number
  /** A browser that sends nothing any more. */
  uploadIdleMs: number
}

export const uploadLimits: UploadLimits = {
  uploadBytes: 12 * 1024 ** 3,
  reserveBytes: 1024 ** 3,
  uploads: 4,
  uploadIdleMs: 60_000,
}

type Parts = { backend: Backend; inbox: NodeInbox; limits: UploadLimits }

/** Takes a file from the page of this browser into the inbox. Half a file is none. */
export function createUploads({ backend, inbox, limits }: Parts) {
  let running = 0

  async function take(request: IncomingMessage, clientKey: string): Promise<unknown> {
    const name = readName(request.headers['x-file-name'])
    assertMayWrite(await backend.call('app.getState', {}, { host: 'web', clientKey }))
    const announced = Number(request.headers['content-length'] ?? 0)
    if (announced > limits.uploadBytes) throw new AppError('import.tooBig', { name })
    const place = inbox.receive(name)
    try {
      await assertRoom(inbox.folder, announced + limits.reserveBytes)
      request.setTimeout(limits.uploadIdleMs, () => request.destroy(new Error('the sender has gone silent')))
      // There before the first byte: a stream that opens it by itself may do so after it has been discarded.
      const file = await open(place.path, 'wx', 0o600)
      await pipeline(request, counted(limits.uploadBytes, name), file.createWriteStream())
      return place.keep()
    } catch (error) {
      place.discard()
      const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC'
      throw isFull ? new AppError('store.diskFull', { path: inbox.folder }, { cause: error }) : error
    }
  }

  return async (request: IncomingMessage, response: ServerResponse, clientKey: string): Promise<void> => {
    if (running >= limits.uploads) return answer(response, 503, failure('call.tooLarge'))
    running += 1
    try {
      const value = await take(request, clientKey)
      answer(response, 200, { ok: true, value })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // Whatever is still on its way goes with the connection.
      response.setHeader('Connection', 'close')
      answer(response, STATUSES[error.code] ?? 400, failure(error.code, error.details))
    } finally {
      running -= 1
    }
  }
}

const STATUSES: Readonly<Record<string, number>> = {
  'auth.required': 401,
  'auth.locked': 403,
  'auth.forbidden': 403,
  'import.tooBig': 413,
  'store.diskFull': 507,
}

/** A header holds Latin letters only: the name comes as in a URL. */
function readName(header: string | string[] | undefined): string {
  try {
    const name = decodeURIComponent(typeof header === 'string' ? header : '')
    if (name !== '') return name
  } catch {
    // Said below.
  }
  throw new AppError('input.invalid', { field: 'x-file-name', problem: 'name' })
}

/** Nobody fills the disk who may not import: the cookie alone says that the browser is known, not who sits at it. */
function assertMayWrite(state: Awaited<ReturnType<Backend['call']>>): void {
  if (!state.ok) throw new AppError(state.error.code, state.error.details)
  const { session } = state.value as CallOutput<'app.getState'>
  if (!session) throw new AppError('auth.required')
  if (session.isLocked) throw new AppError('auth.locked')
  if (!isGranted(session.role, 'data.write')) throw new AppError('auth.forbidden', { role: session.role })
}

async function assertRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes) throw new AppError('store.diskFull', { path: folder })
}

/** A sender may say one length and send another, or none. */
const counted = (most: number, name: string) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > most) throw new AppError('import.tooBig', { name })
      yield chunk
    }
  }
