/** What only a window can do. Served by Electron's main process or by means of the browser, never by the backend. */
export const hostCallNames = [
  'host.saveFile',
  'host.openFiles',
  'host.saveExport',
  'host.openDataFolder',
  'host.openLink',
  'host.setTheme',
] as const
export type HostCallName = (typeof hostCallNames)[number]

/** A file that a person gave to the program: from then on the page names it by its token. */
export type GivenView = { token: string; name: string; bytes: number }

export type HostCalls = {
  /** Resolves to where the file went, or null when the person changed their mind. */
  'host.saveFile': (input: {
    fileName: string
    mediaType: string
    data: string
    encoding: 'utf8' | 'base64'
  }) => string | null
  /** The person picks files, of `tables`, `packages` and `parcels` one. Empty when they changed their mind. */
  'host.openFiles': (input: {
    kind: 'bills' | 'rates' | 'tables' | 'documents' | 'packages' | 'parcels'
  }) => GivenView[]
  /** Hands a finished export over: a dialog and a copy, or a download. */
  'host.saveExport': (input: { id: string; fileName: string }) => string | null
  'host.openDataFolder': (input: Record<string, never>) => boolean
  'host.openLink': (input: { url: string }) => boolean
  'host.setTheme': (input: { theme: 'system' | 'light' | 'dark' }) => boolean
}

/** Commands that the window's menu sends to the page. */
const menuCommands = ['palette', 'refresh', 'shortcuts', 'settings', 'about', 'lock'] as const
export type MenuCommand = (typeof menuCommands)[number]

/** Electron's channels between the preload and the main process: three that ask, two that are pushed to the page. */
export const channels = {
  call: 'infrazen:call',
  host: 'infrazen:host',
  /** Files that were dropped. The preload alone knows their paths; the page has none to name. */
  give: 'infrazen:give',
  event: 'infrazen:event',
  menu: 'infrazen:menu',
} as const
