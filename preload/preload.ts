import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '#shared/contract/bridge.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import { channels, hostCallNames, type MenuCommand } from '#shared/contract/host.ts'
import { callNames } from '#shared/contract/names.ts'

/** One function per name; the page can ask for nothing that has no name. */
const functionsOf = (channel: string, names: readonly string[]) =>
  Object.freeze(
    Object.fromEntries(
      names.map((name) => [name, (input: unknown) => ipcRenderer.invoke(channel, name, input)]),
    ),
  )

/** Hands the page the news alone: Electron's event object carries a reference to the sender. */
function listenOn<T>(channel: string) {
  return (listener: (value: T) => void): (() => void) => {
    const onMessage = (_event: IpcRendererEvent, value: T): void => listener(value)
    ipcRenderer.on(channel, onMessage)
    return () => {
      ipcRenderer.removeListener(channel, onMessage)
    }
  }
}

/** Electron's word for where the file lies; an object that a script made up lies nowhere. */
const pathOf = (file: File): string => webUtils.getPathForFile(file)

const bridge = Object.freeze({
  call: functionsOf(channels.call, callNames) as Bridge['call'],
  subscribe: listenOn<AppEvent>(channels.event),
  host: functionsOf(channels.host, hostCallNames) as Bridge['host'],
  giveFiles: async (files) => ipcRenderer.invoke(channels.give, (files as File[]).map(pathOf)),
  onMenu: listenOn<MenuCommand>(channels.menu),
  platform: process.platform,
}) satisfies Bridge

contextBridge.exposeInMainWorld('infrazen', bridge)
