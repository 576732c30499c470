import { randomUUID } from 'node:crypto'
import { copyFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
  return saveAs(window, proposed, texts, (path) => writeWhole(path, Buffer.from(file.data, file.encoding)))
}

/** A copy of a file of ours, which may be greater than memory. */
export const saveCopy = (
  window: BrowserWindow,
  { path: source, ...proposed }: { path: string; name: string; extension: string },
  texts: NativeTexts,
): Promise<string | null> => saveAs(window, proposed, texts, (path) => copyWhole(source, path))

/** The copy appears whole or not at all. */
async function copyWhole(from: string, to: string): Promise<void> {
  const draft = join(dirname(to), `.${randomUUID()}.tmp`)
  try {
    await copyFile(from, draft)
    await rename(draft, to)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function saveAs(
  window: BrowserWindow,
  { name, extension }: { name: string; extension: string },
  texts: NativeTexts,
  write: (path: string) => Promise<void>,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: texts.saveAs,
    defaultPath: join(app.getPath('downloads'), name),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  if (canceled || !filePath) return null
  try {
    await write(filePath)
    return filePath
  } catch (error) {
    const { code, reason } = readRefusal(error)
    const details = { reason: texts.saveReasons[reason].replace('{code}', code) }
    throw new AppError('host.saveFailed', details, { cause: error })
  }
}
