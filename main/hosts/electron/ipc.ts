import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Log } from '#main/ports/ports.ts'
import { channels } from '#shared/contract/host.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import type { FileIntake } from '../page/file-intake.ts'
import { isOwnPage } from './protocol.ts'

type Parts = {
  call(name: string, input: unknown): Promise<Envelope<unknown>>
  hostCall(name: string, input: unknown, window: BrowserWindow): Promise<Envelope<unknown>>
  intake: Pick<FileIntake, 'dropped'>
  findWindow(): BrowserWindow | null
  log: Log
}

/** What is no name becomes the one that nothing has. */
const nameOf = (value: unknown): string => (typeof value === 'string' && value.length <= 100 ? value : '')

/** Three questions the page may ask, and only our own page's main frame may ask them. */
export function answerPage({ call, hostCall, intake, findWindow, log }: Parts): void {
  function windowOf({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow {
    const window = findWindow()
    const isOurs =
      window?.webContents === sender && senderFrame?.parent === null && isOwnPage(senderFrame.url)
    if (window && isOurs) return window
    log.write('error', 'ipc.foreignSender', { url: senderFrame?.url.slice(0, 200) ?? null })
    throw new Error('Refused')
  }

  ipcMain.handle(channels.call, (event, name: unknown, input: unknown) => {
    windowOf(event)
    return call(nameOf(name), input)
  })
  ipcMain.handle(channels.host, (event, name: unknown, input: unknown) =>
    hostCall(nameOf(name), input, windowOf(event)),
  )
  // The preload sends paths of files that a person dropped; the page has no way to name one.
  ipcMain.handle(channels.give, (event, paths: unknown) => {
    windowOf(event)
    return intake.dropped(paths)
  })
}
