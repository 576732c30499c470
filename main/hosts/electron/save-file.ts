import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { readRefusal, writeWhole } from '#main/adapters/write-whole.ts'
import type { HostCalls } from '#shared/contract/host.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { NativeTexts } from '#shared/texts/native.ts'
import { readFileName } from '../page/file-name.ts'

type File = Parameters<HostCalls['host.saveFile']>[0]

export async function saveFile(
  window: BrowserWindow,
  file: File,
  texts: NativeTexts,
): Promise<string | null> {
  const proposed = readFileName(file.fileName, file.mediaType)
  if (!proposed) throw new AppError('input.invalid', { field: 'mediaType' })
  const { name, extension } = proposed
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: texts.saveAs,
    defaultPath: join(app.getPath('downloads'), name),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  if (canceled || !filePath) return null
  try {
    await writeWhole(filePath, Buffer.from(file.data, file.encoding))
    return filePath
  } catch (error) {
    const { code, reason } = readRefusal(error)
    const details = { reason: texts.saveReasons[reason].replace('{code}', code) }
    throw new AppError('host.saveFailed', details, { cause: error })
  }
}
