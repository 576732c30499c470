import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Log } from '#main/ports/ports.ts'
import { channels } from '#shared/contract/host.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import type { createHostCalls } from './host-calls.ts'
import { isOwnPage } from './page-address.ts'

type Parts = {
  call(name: string, input: unknown): Promise<Envelope<unknown>>
  hostCall: ReturnType<typeof createHostCalls>
  findWindow(): BrowserWindow | null
  log: Log
}

/** Two questions the page may ask, and only our own page's main frame may ask them. */
export function answerPage({ call, hostCall, findWindow, log }: Parts): void {
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
    return call(String(name), input)
  })
  ipcMain.handle(channels.host, (event, name: unknown, input: unknown) =>
    hostCall(name, input, windowOf(event)),
  )
}
