import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { HostCalls } from '#shared/contract/host.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { NativeTexts } from '#shared/texts/native.ts'

type File = Parameters<HostCalls['host.saveFile']>[0]
type Reason = keyof NativeTexts['saveReasons']

const REASONS: Record<string, Reason> = {
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  EBUSY: 'busy',
  ENOENT: 'missing',
}

/** A name that every file system takes. */
const plainName = (name: string): string =>
  basename(name)
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, '_')
    .slice(-150) || 'InfraZen'

/** The file appears whole or not at all. */
async function writeWhole(path: string, data: Buffer): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(data)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

export async function saveFile(
  window: BrowserWindow,
  file: File,
  texts: NativeTexts,
): Promise<string | null> {
  const name = plainName(file.fileName)
  const extension = extname(name).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: texts.saveAs,
    defaultPath: join(app.getPath('downloads'), name),
    filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
  })
  if (canceled || !filePath) return null
  try {
    await writeWhole(filePath, Buffer.from(file.data, file.encoding))
    return filePath
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code ?? 'EIO')
    const reason = texts.saveReasons[REASONS[code] ?? 'other'].replace('{code}', code)
    throw new AppError('host.saveFailed', { reason }, { cause: error })
  }
}
