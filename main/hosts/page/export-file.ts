import { join } from 'node:path'
import type { LedgerExportView } from '#shared/contract/ledger.ts'
import { AppError, type Envelope } from '#shared/errors/app-error.ts'
import { exportMediaTypes, readFileName } from './file-name.ts'

type Found = { path: string; name: string; extension: string; mediaType: string }
type Call = (name: string, input: unknown) => Promise<Envelope<unknown>>

/** Where a finished export lies, for whoever may see it: the backend is asked as the page would ask. */
export async function findExport(call: Call, folder: string, id: string): Promise<Found> {
  const envelope = await call('ledger.listExports', {})
  if (!envelope.ok) throw new AppError(envelope.error.code, envelope.error.details)
  const { items } = envelope.value as { items: LedgerExportView[] }
  const found = items.find((item) => item.id === id && item.status === 'done')
  const mediaType = found && exportMediaTypes[found.format]
  const named = found && mediaType ? readFileName(found.fileName, mediaType) : null
  if (!found || !mediaType || !named) throw new AppError('export.notFound')
  return { ...named, mediaType, path: join(folder, `${found.id}.${found.format}`) }
}
