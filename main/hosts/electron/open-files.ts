import { type BrowserWindow, dialog } from 'electron'
import type { GivenView, HostCalls } from '#shared/contract/host.ts'
import type { NativeTexts } from '#shared/texts/native.ts'
import { type FileIntake, fileExtensions } from '../page/file-intake.ts'

type Parts = { intake: Pick<FileIntake, 'give'>; texts: NativeTexts }
/** What is looked at in a dialog of its own. */
const oneAtMost: ReadonlySet<Kind> = new Set(['tables', 'packages', 'parcels'])

type Kind = Parameters<HostCalls['host.openFiles']>[0]['kind']

export async function openFiles(window: BrowserWindow, kind: Kind, parts: Parts): Promise<GivenView[]> {
  const { title, known, all } = parts.texts.openFiles[kind]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: oneAtMost.has(kind) ? ['openFile'] : ['openFile', 'multiSelections'],
    filters: [
      { name: known, extensions: [...fileExtensions[kind]] },
      { name: all, extensions: ['*'] },
    ],
  })
  return canceled ? [] : parts.intake.give(filePaths)
}
