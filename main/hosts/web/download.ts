import { open } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Backend } from '#main/backend/create-backend.ts'
import { findExport } from '../page/export-file.ts'

type Parts = { backend: Backend; exportsFolder: string }
type Wanted = { id: string; clientKey: string }

/** Hands finished exports over, piece by piece. False, and nothing said yet, where there is none for this client. */
export const createDownloads =
  ({ backend, exportsFolder }: Parts) =>
  async (response: ServerResponse, { id, clientKey }: Wanted): Promise<boolean> => {
    const call = (name: string, input: unknown) => backend.call(name, input, { host: 'web', clientKey })
    const found = await findExport(call, exportsFolder, id).catch(() => null)
    const file = found && (await open(found.path).catch(() => null))
    if (!found || !file) return false
    try {
      const { size } = await file.stat()
      response.writeHead(200, {
        'Content-Type': found.mediaType,
        'Content-Length': size,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
        'Cache-Control': 'no-store',
      })
      // Whoever stops in the middle has stopped: there is nobody left to tell.
      await pipeline(file.createReadStream({ autoClose: false }), response).catch(() => undefined)
    } finally {
      await file.close()
    }
    return true
  }
