import type { HostApi } from './types.ts'

/** What a browser can do of what a window can: a download instead of a dialog; no folder can be opened. */
export const hostInBrowser: Omit<HostApi, 'host.openFiles'> = {
  'host.saveFile': async ({ fileName, mediaType, data, encoding }) => {
    const bytes = encoding === 'base64' ? Uint8Array.from(atob(data), (c) => c.charCodeAt(0)) : data
    const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
    download(url, fileName)
    window.setTimeout(() => URL.revokeObjectURL(url), 60_000)
    return fileName
  },
  /** The host streams it: an export may be greater than what a page can hold. */
  'host.saveExport': async ({ id, fileName }) => {
    download(`/exports/${encodeURIComponent(id)}`, fileName)
    return fileName
  },
  'host.openDataFolder': async () => false,
  'host.openLink': async ({ url }) => window.open(url, '_blank', 'noopener,noreferrer') !== null,
  'host.setTheme': async () => true,
}

function download(url: string, fileName: string): void {
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = fileName
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
}
